//! Operators that a class does by Python code: the machine runs the special method itself, without recursion.
//!
//! The method's activation is begun right above the instruction, which keeps its operands; when the method returns, the
//! instruction is finished with the result. Where anything is out of the ordinary (a right operand that comes first, a
//! method that is no plain function), `object::operations` does it all instead.

use super::activation::{Parts, kind};
use super::dispatch::{Exit, Flow, dispatch};
use super::handlers::{Op, words};
use super::place::{Pc, Window, retain};
use super::state::State;
use super::{calls, generator};
use crate::code::Opcode;
use crate::code::object::flags;
use crate::code::opcode::{ALL, Operand, TAKE_A, TAKE_B, TAKE_C};
use crate::object::slots::{Binary, SetItem, Unary};
use crate::object::{Comparison, Operator, Payload, Ref, Result, Shape, Text, Value, operations};
use crate::types::function::Function;
use crate::types::int;
use crate::types::object::Instance;
use crate::types::slots::names::{self, Name};
use crate::types::slots::trampolines;
use crate::vm::peek;

/// Begins the method for `left operator right`. False, and nothing done, where others must see to it.
pub fn begin_binary(op: Op<'_>, operator: Operator, left: &Value, right: &Value, in_place: bool) -> bool {
    let (gil, number) = (op.gil, operator as usize);
    let by_method = |slot: Option<Binary>| {
        slot.is_some_and(|slot| std::ptr::fn_addr_eq(slot, trampolines::BINARY[number]))
    };
    if left.header().is_none() {
        // Numbers know nothing of plain instances.
        let Some(shape) = right.shape() else { return false };
        return std::ptr::eq(shape.layout, Instance::layout())
            && by_method(shape.class().slots.binary[number].get())
            && begin(op, names::reflected(gil, operator), right, &[left], kind::OPERATOR);
    }
    let class = left.class(gil);
    if in_place && let Some(slot) = class.slots.inplace[number].get() {
        return std::ptr::fn_addr_eq(slot, trampolines::INPLACE[number])
            && begin(op, names::inplace(gil, operator), left, &[right], kind::OPERATOR);
    }
    by_method(class.slots.binary[number].get())
        && comes_first(op, left, right)
        && begin(op, names::binary(gil, operator), left, &[right], kind::OPERATOR)
}

/// Is the left operand asked before the right?
fn comes_first(op: Op<'_>, left: &Value, right: &Value) -> bool {
    let (left, right) = (left.class(op.gil), right.class(op.gil));
    left.is(right) || !right.is_subtype(left)
}

/// Begins the method for a comparison, whose result is written, or jumped by if `kind` says so.
pub fn begin_comparison(op: Op<'_>, comparison: Comparison, left: &Value, right: &Value, kind: u8) -> bool {
    let Some(shape) = left.shape() else { return false };
    let by_method: crate::object::slots::Compare = trampolines::compare;
    shape.class().slots.compare.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, by_method))
        && comes_first(op, left, right)
        && begin(op, names::comparison(op.gil, comparison), left, &[right], kind)
}

/// Begins the method for `b[c]`.
pub fn begin_item(op: Op<'_>) -> bool {
    let Some(shape) = op.b().shape() else { return false };
    let by_method: Binary = trampolines::get_item;
    shape.class().slots.get_item.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, by_method))
        && begin(op, Name::GetItem.text(op.gil), op.b(), &[op.c()], kind::OPERATOR)
        && remember(op, shape)
}

/// Begins the method for `a[b] = c`.
pub fn begin_store_item(op: Op<'_>) -> bool {
    let Some(shape) = op.a().shape() else { return false };
    let by_method: SetItem = trampolines::set_item;
    shape.class().slots.set_item.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, by_method))
        && begin(op, Name::SetItem.text(op.gil), op.a(), &[op.b(), op.c()], kind::STORE)
}

/// Lets an instruction remember the method that it has begun.
fn remember(op: Op<'_>, shape: &'static Shape) -> bool {
    if shape.id() != 0 {
        op.pc.cache(0).set(shape.id().into());
        op.pc.cache(1).set(op.state.activation().callee_bits().raw());
        op.pc.specialise(Opcode::LoadItemMethod);
    }
    true
}

/// Runs a method for the operator of an instruction, its arguments standing in the new window, for which there is room.
#[inline(always)]
pub fn run(
    pc: Pc,
    window: Window,
    state: &State,
    ticks: i32,
    function: &Ref<Function>,
    total: usize,
) -> Exit {
    let code = peek::code(function);
    let (start, top) = (Pc::of(code, 0), window.from(code.entry.registers as usize));
    let callee = function.as_value().bits();
    retain(callee);
    state.activation().pc.set(pc);
    window.clear(total, code.entry.locals as usize);
    let (globals, builtins) = (&function.globals, &function.builtins);
    state.push(Parts { pc: start, window, top, code, globals, builtins, callee, kind: kind::OPERATOR });
    dispatch(start, window, state, ticks)
}

/// The generator that `iter(b)` gives where the class's `__iter__` is a generator function that takes the object alone.
pub fn begin_iteration(op: Op<'_>) -> Option<Value> {
    let (gil, state) = (op.gil, op.state);
    let class = op.b().shape()?.class();
    let by_method: Unary = trampolines::iter;
    class.slots.iter.get().filter(|slot| std::ptr::fn_addr_eq(*slot, by_method))?;
    let found = class.lookup(Name::Iter.text(gil))?;
    let function = found.downcast::<Function>()?;
    let code = peek::code(function);
    const KINDS: u32 =
        flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR | flags::ITERABLE_COROUTINE;
    let window = state.activation().top.get();
    if code.code.flags & KINDS != flags::GENERATOR
        || !matches!(calls::windows::prepare(gil, state, function, window, 1), Ok(true))
    {
        return None;
    }
    window.set(0, op.b().clone().into_bits());
    window.clear(code.entry.locals as usize, code.entry.registers as usize);
    Some(generator::start(gil, function, code, window))
}

/// Begins the method for an operator with one operand.
pub fn begin_unary(op: Op<'_>, name: Name) -> bool {
    op.b().shape().is_some_and(|shape| std::ptr::eq(shape.layout, Instance::layout()))
        && begin(op, name.text(op.gil), op.b(), &[], kind::OPERATOR)
}

/// Begins a method of the object's class, if it is a function that takes these arguments and nothing else.
fn begin(op: Op<'_>, name: &Ref<Text>, object: &Value, others: &[&Value], kind: u8) -> bool {
    let (gil, state) = (op.gil, op.state);
    let Some(found) = object.class(gil).lookup(name) else { return false };
    let Some(function) = found.downcast::<Function>() else { return false };
    let code = peek::code(function);
    let window = state.activation().top.get();
    let total = 1 + others.len();
    if code.entry.suspends
        || !matches!(calls::windows::prepare(gil, state, function, window, total), Ok(true))
    {
        return false;
    }
    window.set(0, object.clone().into_bits());
    for (place, other) in others.iter().enumerate() {
        window.set(1 + place as u16, (*other).clone().into_bits());
    }
    let (globals, builtins) = (&function.globals, &function.builtins);
    let (pc, top) = (Pc::of(code, 0), window.from(code.entry.registers as usize));
    state.push(Parts { pc, window, top, code, globals, builtins, callee: found.clone().into_bits(), kind });
    true
}

/// The method has returned; the instruction that began it is finished.
pub fn finish(state: &State, way: u8, value: Value) -> Result<Flow> {
    let activation = state.activation();
    let pc = activation.pc.get();
    let op = Op::new(pc, activation.window.get(), state);
    let opcode = ALL[usize::from(pc.opcode())].row().generic;
    if way == kind::STORE {
        op.done(TAKE_A | TAKE_B | TAKE_C)?;
        activation.pc.set(pc.skip(words(opcode)));
        return Ok(Flow::Here);
    }
    let value = if value.is(&Value::NOT_IMPLEMENTED) { otherwise(op, opcode, value)? } else { value };
    let next = pc.skip(words(opcode));
    if way == kind::BRANCH {
        let truth = operations::truth(op.gil, &value)?;
        drop(value);
        op.consume(TAKE_A | TAKE_B);
        let jumps = truth == jumps_if_true(opcode);
        activation.pc.set(if jumps { next.jump(i32::from(pc.c() as i16)) } else { next });
    } else {
        op.finish_bc(value)?;
        activation.pc.set(next);
    }
    Ok(Flow::Here)
}

/// What the operator is worth after a method gave NotImplemented.
fn otherwise(op: Op<'_>, opcode: Opcode, value: Value) -> Result<Value> {
    let Op { pc, gil, .. } = op;
    if let Some(comparison) = comparison_of(opcode) {
        let jumps = opcode as u8 >= Opcode::JumpIfEqual as u8;
        let (left, right) = if jumps { (op.a(), op.b().clone()) } else { (op.b(), op.c().clone()) };
        return operations::compare_otherwise(gil, comparison, left, &right);
    }
    if let Some((operator, in_place)) = operator_of(opcode, pc) {
        let right = match opcode {
            Opcode::AddImm if operator == Operator::Subtract => int::from_i64(gil, -i64::from(pc.c() as i16)),
            opcode if opcode.row().c == Operand::Imm => int::from_i64(gil, i64::from(pc.c() as i16)),
            _ => op.c().clone(),
        };
        return binary_otherwise(op, operator, in_place, op.b(), &right);
    }
    Ok(value)
}

fn binary_otherwise(
    op: Op<'_>,
    operator: Operator,
    in_place: bool,
    left: &Value,
    right: &Value,
) -> Result<Value> {
    let (gil, number) = (op.gil, operator as usize);
    let refuse = || operations::unsupported_operands(gil, operator, in_place, left, right);
    if left.header().is_none() {
        return Err(refuse());
    }
    let (class, other) = (left.class(gil), right.class(gil));
    let result = if in_place && class.slots.inplace[number].get().is_some() {
        operations::try_binary(gil, operator, left, right)?
    } else {
        match other.slots.binary[number].get().filter(|_| !class.is(other)) {
            Some(slot) if std::ptr::fn_addr_eq(slot, trampolines::BINARY[number]) => {
                trampolines::reflected(gil, operator, left, right)?
            }
            Some(slot) => slot(gil, left, right)?,
            None => Value::NOT_IMPLEMENTED,
        }
    };
    if result.is(&Value::NOT_IMPLEMENTED) { Err(refuse()) } else { Ok(result) }
}

/// The operator of an instruction, and whether it works in place.
fn operator_of(opcode: Opcode, pc: Pc) -> Option<(Operator, bool)> {
    match opcode {
        Opcode::AddImm => {
            let operator = if pc.x() & 8 != 0 { Operator::Subtract } else { Operator::Add };
            Some((operator, pc.x() & 16 != 0))
        }
        Opcode::MultiplyImm => Some((Operator::Multiply, false)),
        Opcode::FloorDivideImm => Some((Operator::FloorDivide, false)),
        Opcode::ModuloImm => Some((Operator::Modulo, false)),
        Opcode::BitAndImm => Some((Operator::BitAnd, false)),
        Opcode::ShiftLeftImm => Some((Operator::ShiftLeft, false)),
        Opcode::ShiftRightImm => Some((Operator::ShiftRight, false)),
        Opcode::Inplace => Some((*Operator::ALL.get(usize::from(pc.x() >> 3))?, true)),
        _ => {
            let number = (opcode as u8).checked_sub(Opcode::Add as u8)?;
            (opcode as u8 <= Opcode::BitXor as u8).then(|| (Operator::ALL[usize::from(number)], false))
        }
    }
}

/// The comparison of an instruction.
fn comparison_of(opcode: Opcode) -> Option<Comparison> {
    let within = |first: Opcode, last: Opcode| {
        let inside = (first as u8..=last as u8).contains(&(opcode as u8));
        inside.then(|| usize::from(opcode as u8 - first as u8))
    };
    if let Some(number) = within(Opcode::Equal, Opcode::GreaterEqual) {
        return Some(Comparison::ALL[number]);
    }
    within(Opcode::JumpIfEqual, Opcode::JumpUnlessGreaterEqual).map(|number| Comparison::ALL[number / 2])
}

/// Does an instruction jump if its comparison holds?
fn jumps_if_true(opcode: Opcode) -> bool {
    (opcode as u8 - Opcode::JumpIfEqual as u8).is_multiple_of(2)
}
