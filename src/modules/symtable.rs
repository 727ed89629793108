//! `_symtable`: the blocks of a source and their names, as `symtable` shows them.

use super::convert;
use super::machine::{self, Mode};
use super::source;
use crate::code::block::Block;
use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::value_error;
use crate::object::{Arguments, Result, Value};
use crate::types::module::ModuleSpec;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_symtable",
    doc: "The blocks of a source.",
    functions: &[Function::new(
        "blocks",
        "($module, source, filename, mode, /)",
        "Tuples of kind, name, line, nested, symbols (tuples of name, flags, place) and places of inner blocks.",
        blocks,
    )],
    set_up: None,
};

fn blocks(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [text, filename, mode] = arguments.exactly(gil, "blocks")?;
    let text = super::codecs::text_of(gil, text, "symtable")?.lossy().into_owned();
    let filename = super::codecs::text_of(gil, filename, "symtable")?.lossy().into_owned();
    let mode = match &*super::codecs::text_of(gil, mode, "symtable")?.lossy() {
        "exec" => Mode::Module,
        "eval" => Mode::Expression,
        "single" => Mode::Interactive,
        _ => return Err(value_error(gil, "symtable() arg 3 must be 'exec' or 'eval' or 'single'")),
    };
    let found = (machine::get(gil)?.blocks)(&text, &filename, mode)
        .map_err(|error| source::syntax_error(gil, &error))?;
    Ok(convert::list(gil, found.iter().map(|block| row(gil, block)).collect()))
}

fn row(gil: Gil<'_>, block: &Block) -> Value {
    let symbols = block.symbols.iter().map(|symbol| {
        let numbers = [symbol.flags.into(), symbol.place as i64].map(|number| convert::int(gil, number));
        let [flags, place] = numbers;
        convert::tuple(gil, vec![convert::text(gil, &symbol.name), flags, place])
    });
    let children = block.children.iter().map(|child| convert::int(gil, *child as i64));
    convert::tuple(
        gil,
        vec![
            convert::text(gil, block.kind),
            convert::text(gil, &block.name),
            convert::int(gil, block.line.into()),
            Value::bool(block.nested),
            convert::tuple(gil, symbols.collect()),
            convert::tuple(gil, children.collect()),
        ],
    )
}
