//! `_dis`: the instructions of code objects as `dis` shows them.

use super::convert;
use crate::code::disassemble;
use crate::code::opcode;
use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::type_error;
use crate::object::{Arguments, Ref, Result, Value};
use crate::types::code::CodeObject;
use crate::types::module::{Module, ModuleSpec};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_dis",
    doc: "The instructions of code objects.",
    functions: &[
        Function::new(
            "instructions",
            "($module, code, /)",
            "Tuples of word, opcode, operands as text, line, target of a jump, and whether jumps lead here.",
            instructions,
        ),
        Function::new(
            "handlers",
            "($module, code, /)",
            "Tuples of first word, word behind the last, target and register of handlers.",
            handlers,
        ),
    ],
    set_up: Some(set_up),
};

fn code<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<CodeObject>> {
    value.downcast().ok_or_else(|| {
        type_error(gil, format!("a code object is required, not '{}'", value.class(gil).name()))
    })
}

fn instructions(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "instructions")?;
    let rows = disassemble::rows(&code(gil, value)?.code).into_iter().map(|row| {
        let number = |number: i64| convert::int(gil, number);
        let line = if row.line == 0 { Value::NONE } else { number(row.line.into()) };
        let target = row.target.map_or(Value::NONE, number);
        let operands = convert::text(gil, &row.operands);
        let opcode = number(row.opcode as u8 as i64);
        convert::tuple(
            gil,
            vec![number(row.word as i64), opcode, operands, line, target, Value::bool(row.is_target)],
        )
    });
    Ok(convert::list(gil, rows.collect()))
}

fn handlers(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "handlers")?;
    let code = &code(gil, value)?.code;
    let rows = code.handlers.iter().map(|handler| {
        let numbers = [handler.start, handler.end, handler.target].map(i64::from);
        let mut items = convert::ints(gil, numbers);
        items.push(convert::text(gil, &disassemble::register(code, handler.register)));
        convert::tuple(gil, items)
    });
    Ok(convert::list(gil, rows.collect()))
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let names = opcode::ALL.iter().map(|opcode| convert::text(gil, opcode.row().name)).collect();
    module.set(gil, "names", convert::tuple(gil, names));
    let sentences = opcode::ALL.iter().map(|opcode| convert::text(gil, opcode.row().doc)).collect();
    module.set(gil, "sentences", convert::tuple(gil, sentences));
    let operands = opcode::ALL.iter().map(|opcode| {
        let row = opcode.row();
        let kinds = [row.a, row.b, row.c].map(|operand| convert::text(gil, &format!("{operand:?}")));
        crate::types::set::frozen_of(gil, &kinds)
    });
    module.set(gil, "operands", convert::tuple(gil, operands.collect::<Result<_>>()?));
    Ok(())
}
