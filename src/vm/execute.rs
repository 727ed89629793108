//! The loop: fetches an instruction, does it, and unwinds to a handler where it fails.
//!
//! Each instruction is one tick; the budget of the thread's slice is counted down before it, so a switch falls between
//! two instructions, exactly where the policy says. A thread has one budget, which nested loops share (see `state`).

use crate::code::opcode::{NONE, TAKE_A, TAKE_B, TAKE_C};
use crate::code::{Instruction, Opcode};
use crate::gil::Gil;
use crate::object::raised::{Exception, Kind, system_error, type_error};
use crate::object::{Comparison, Operator, Raised, Ref, Result, Text, Value, operations};
use crate::types::cell::Cell;
use crate::types::list::{self, List};
use crate::types::{super_, tuple};

use super::frame::Frame;
use super::{calls, displays, exceptions, generator, matching, name_of, names, state};

/// How a frame was left.
pub enum Left {
    Returned(Value),
    /// A generator gives a value and waits.
    Yielded(Value),
}

/// Runs a frame that is no generator's to its end.
pub fn run(gil: Gil<'_>, frame: &Ref<Frame>) -> Result<Value> {
    match resume(gil, frame, None)? {
        Left::Returned(value) => Ok(value),
        Left::Yielded(_) => Err(system_error(gil, "a function yielded")),
    }
}

/// Runs a frame until it returns, yields or fails; first raises an exception in it, if there is one.
pub fn resume(gil: Gil<'_>, frame: &Ref<Frame>, thrown: Option<Raised>) -> Result<Left> {
    crate::object::recursion::enter(gil)?;
    state::enter(gil, frame)?;
    let handled = state::handled(gil);
    let mut machine = Machine { gil, frame };
    let result = machine.run(thrown);
    drop(state::set_handled(gil, handled));
    state::leave(gil, frame);
    result
}

/// An instruction has read a register that holds nothing: broken code.
#[cold]
pub fn empty_register(gil: Gil<'_>) -> Raised {
    system_error(gil, "an empty register was read")
}

/// What comes after an instruction.
enum Step {
    Next,
    Leave(Left),
}

struct Machine<'a, 'g> {
    gil: Gil<'g>,
    frame: &'a Ref<Frame>,
}

impl Machine<'_, '_> {
    fn run(&mut self, thrown: Option<Raised>) -> Result<Left> {
        if let Some(raised) = thrown {
            self.unwind(raised, true)?;
        }
        loop {
            if !state::tick() {
                self.boundary()?;
                continue;
            }
            match self.step() {
                Ok(Step::Next) => {}
                Ok(Step::Leave(left)) => return Ok(left),
                Err(raised) => self.unwind(raised, false)?,
            }
        }
    }

    /// The budget is used up: the GIL may change hands, and pending work is done.
    fn boundary(&mut self) -> Result<()> {
        let pending = state::report_ticks(self.gil);
        if crate::object::collector::is_due(self.gil) {
            crate::object::collector::collect(self.gil, false);
        }
        if pending && let Err(raised) = super::run_pending(self.gil) {
            self.unwind(raised, false)?;
        }
        Ok(())
    }

    /// Goes on at the handler of an exception, or gives the exception to the caller.
    fn unwind(&mut self, raised: Raised, thrown: bool) -> Result<()> {
        let frame = self.frame;
        let word = frame.current.get();
        let exception = raised.into_exception();
        let again = frame.code.words.get(word).and_then(|word| Instruction::decode(word.get()));
        let is_reraise = !thrown && again.is_some_and(|again| again.op == Opcode::Reraise);
        if !is_reraise {
            exceptions::set_context(self.gil, &exception);
        }
        // What is raised again as it was has been noted where it was raised first.
        let is_bare = again.is_some_and(|again| again.op == Opcode::Raise && again.x == 0);
        if thrown || !(is_reraise || is_bare) || !exceptions::is_noted(&exception, frame) {
            exceptions::add_traceback(self.gil, &exception, frame);
        }
        match frame.code.code.handler_at(word as u32) {
            Some(handler) => {
                frame.release_from(handler.register);
                frame.set(handler.register, Some(exception.into_value()));
                frame.next.set(handler.target as usize);
                Ok(())
            }
            None => {
                frame.release_from(0);
                Err(Raised::new(exception))
            }
        }
    }

    /// A register's value.
    fn read(&self, register: u16) -> Result<Value> {
        self.frame.get(register).ok_or_else(|| empty_register(self.gil))
    }

    /// A register's value, taken out if the consume bit is set.
    fn operand(&self, instruction: Instruction, register: u16, bit: u8) -> Result<Value> {
        let value =
            if instruction.x & bit != 0 { self.frame.take(register) } else { self.frame.get(register) };
        value.ok_or_else(|| empty_register(self.gil))
    }

    fn a(&self, instruction: Instruction) -> Result<Value> {
        self.operand(instruction, instruction.a, TAKE_A)
    }

    fn b(&self, instruction: Instruction) -> Result<Value> {
        self.operand(instruction, instruction.b, TAKE_B)
    }

    fn c(&self, instruction: Instruction) -> Result<Value> {
        self.operand(instruction, instruction.c, TAKE_C)
    }

    fn taken(&self, register: u16) -> Result<Value> {
        self.frame.take(register).ok_or_else(|| empty_register(self.gil))
    }

    fn taken_or_none(&self, register: u16) -> Option<Value> {
        if register == NONE { None } else { self.frame.take(register) }
    }

    fn constant(&self, index: usize) -> Result<Value> {
        self.frame
            .code
            .constants
            .get(index)
            .cloned()
            .ok_or_else(|| system_error(self.gil, "no such constant"))
    }

    fn name(&self, index: u16) -> Ref<Text> {
        name_of(&self.frame.code, index)
    }

    /// Jumps, counting from the end of the instruction's caches, where `next` stands.
    fn jump(&self, offset: i64) {
        let next = self.frame.next.get() as i64 + offset;
        self.frame.next.set(usize::try_from(next).unwrap_or(usize::MAX));
    }

    fn jump_if(&self, condition: bool, offset: u16) {
        if condition {
            self.jump(i64::from(offset as i16));
        }
    }

    fn set(&self, register: u16, value: Value) -> Result<Step> {
        self.frame.set(register, Some(value));
        Ok(Step::Next)
    }

    fn binary(&self, instruction: Instruction, operator: Operator) -> Result<Step> {
        let (left, right) = (self.b(instruction)?, self.c(instruction)?);
        let value = arithmetic(self.gil, operator, &left, &right)?;
        drop((left, right));
        self.set(instruction.a, value)
    }

    fn unary(
        &self,
        instruction: Instruction,
        slot: fn(&crate::object::slots::Slots) -> Option<crate::object::slots::Unary>,
        what: &str,
    ) -> Result<Step> {
        let value = self.b(instruction)?;
        let result = operations::unary(self.gil, &value, slot(&value.class(self.gil).slots), what)?;
        self.set(instruction.a, result)
    }

    fn comparison(&self, instruction: Instruction, comparison: Comparison) -> Result<Step> {
        let (left, right) = (self.b(instruction)?, self.c(instruction)?);
        let value = match small_ints(&left, &right) {
            Some((left, right)) => Value::bool(comparison.holds(left.cmp(&right))),
            None => operations::compare(self.gil, comparison, &left, &right)?,
        };
        self.set(instruction.a, value)
    }

    fn jump_by_comparison(
        &self,
        instruction: Instruction,
        comparison: Comparison,
        wanted: bool,
    ) -> Result<Step> {
        let (left, right) = (self.a(instruction)?, self.b(instruction)?);
        let holds = compares(self.gil, comparison, &left, &right)?;
        drop((left, right));
        self.jump_if(holds == wanted, instruction.c);
        Ok(Step::Next)
    }

    fn jump_by_number(&self, instruction: Instruction, wanted: bool) -> Result<Step> {
        let left = self.a(instruction)?;
        let comparison = Comparison::ALL[usize::from(instruction.x >> 3) % 6];
        let right = number(self.gil, instruction.b);
        let holds = compares(self.gil, comparison, &left, &right)?;
        drop(left);
        self.jump_if(holds == wanted, instruction.c);
        Ok(Step::Next)
    }

    fn cell(&self, register: u16) -> Result<Ref<Cell>> {
        self.read(register)?.try_into_ref().map_err(|_| system_error(self.gil, "a register holds no cell"))
    }

    fn unbound(&self, register: u16, name: u16) -> Raised {
        let kind = self.frame.code.code.local_kinds.get(usize::from(register)).copied().unwrap_or(0);
        let name = self.name(name);
        if kind & 2 != 0 {
            names::unbound_free(self.gil, &name)
        } else {
            names::unbound_local(self.gil, &name)
        }
    }

    /// A function and the object it is looked up on, in two registers, for a call.
    fn set_method(&self, register: u16, function: Value, receiver: Option<Value>) -> Result<Step> {
        self.frame.set(register, Some(function));
        self.frame.set(register + 1, receiver);
        Ok(Step::Next)
    }

    fn step(&mut self) -> Result<Step> {
        let (gil, frame) = (self.gil, self.frame);
        let place = frame.next.get();
        let word = frame.code.words.get(place).map(std::cell::Cell::get);
        let Some(i) = word.and_then(Instruction::decode) else {
            return Err(system_error(gil, "code ends without a return"));
        };
        frame.current.set(place);
        frame.next.set(place + 1 + usize::from(i.op.row().caches));
        match i.op {
            Opcode::Nop => {}
            Opcode::Move => return self.set(i.a, self.read(i.b)?),
            // Emptiness moves too: the place of a method's receiver is empty where the callable is bound already.
            Opcode::Take => frame.set(i.a, frame.take(i.b)),
            Opcode::LoadConst => return self.set(i.a, self.constant(i.wide() as usize)?),
            Opcode::LoadInt => {
                return self.set(i.a, crate::types::int::from_i64(gil, i.wide().into()));
            }
            Opcode::Release => frame.set(i.a, None),
            Opcode::CheckBound => {
                if frame.get(i.a).is_none() {
                    return Err(names::unbound_local(gil, &self.name(i.c)));
                }
            }
            Opcode::DeleteLocal => {
                if frame.take(i.a).is_none() {
                    return Err(names::unbound_local(gil, &self.name(i.c)));
                }
            }
            Opcode::MakeCell => {
                let contents = frame.take(i.a);
                return self.set(i.a, Ref::new(gil, Cell::new(contents)).into_value());
            }
            Opcode::LoadCell => {
                let value = self.cell(i.b)?.get().ok_or_else(|| self.unbound(i.b, i.c))?;
                return self.set(i.a, value);
            }
            Opcode::StoreCell => {
                let value = self.b(i)?;
                self.cell(i.a)?.set(Some(value));
            }
            Opcode::DeleteCell => {
                let cell = self.cell(i.a)?;
                if cell.get().is_none() {
                    return Err(self.unbound(i.a, i.c));
                }
                cell.set(None);
            }
            Opcode::LoadClassCell => {
                let value = match names::find_in(gil, &names::namespace(frame), &self.name(i.c))? {
                    Some(value) => value,
                    None => self.cell(i.b)?.get().ok_or_else(|| self.unbound(i.b, i.c))?,
                };
                return self.set(i.a, value);
            }
            Opcode::LoadGlobal => return self.set(i.a, names::load_global(gil, frame, &self.name(i.c))?),
            Opcode::StoreGlobal => names::store(&frame.globals, &self.name(i.c), self.a(i)?),
            Opcode::DeleteGlobal => names::delete_global(gil, frame, &self.name(i.c))?,
            Opcode::LoadName => return self.set(i.a, names::load_name(gil, frame, &self.name(i.c))?),
            Opcode::StoreName => {
                let value = self.a(i)?;
                names::store_name(gil, frame, &self.name(i.c), value)?;
            }
            Opcode::DeleteName => names::delete_name(gil, frame, &self.name(i.c))?,
            Opcode::LoadFromDictOrGlobals => {
                let mapping = self.b(i)?;
                let value = match names::find_in(gil, &mapping, &self.name(i.c))? {
                    Some(value) => value,
                    None => names::load_global(gil, frame, &self.name(i.c))?,
                };
                return self.set(i.a, value);
            }
            Opcode::LoadLocals => return self.set(i.a, frame.locals_mapping(gil)),
            Opcode::LoadAttr => {
                let object = self.b(i)?;
                return self.set(i.a, operations::get_attribute(gil, &object, &self.name(i.c))?);
            }
            Opcode::LoadMethod => {
                let object = self.b(i)?;
                let found = operations::get_attribute(gil, &object, &self.name(i.c))?;
                return self.set_method(i.a, found, None);
            }
            Opcode::StoreAttr => {
                let (object, value) = (self.a(i)?, self.b(i)?);
                operations::set_attribute(gil, &object, &self.name(i.c), Some(value))?;
            }
            Opcode::DeleteAttr => {
                let object = self.a(i)?;
                operations::set_attribute(gil, &object, &self.name(i.c), None)?;
            }
            Opcode::LoadSuperAttr => return self.set(i.a, self.super_attribute(i)?),
            Opcode::LoadSuperMethod => {
                let found = self.super_attribute(i)?;
                return self.set_method(i.a, found, None);
            }
            Opcode::LoadSpecial => {
                let object = self.read(i.b)?;
                let found = self.special(&object, i.x)?;
                return self.set_method(i.a, found, None);
            }
            Opcode::LoadItem => {
                let (object, key) = (self.b(i)?, self.c(i)?);
                return self.set(i.a, operations::get_item(gil, &object, &key)?);
            }
            Opcode::StoreItem => {
                let (object, key, value) = (self.a(i)?, self.b(i)?, self.c(i)?);
                operations::set_item(gil, &object, &key, Some(value))?;
            }
            Opcode::DeleteItem => {
                let (object, key) = (self.a(i)?, self.b(i)?);
                operations::set_item(gil, &object, &key, None)?;
            }
            Opcode::LoadSlice => {
                let object = self.b(i)?;
                let bounds = displays::slice(gil, frame, frame.take_span(i.c, 2))?;
                return self.set(i.a, operations::get_item(gil, &object, &bounds)?);
            }
            Opcode::StoreSlice => {
                let (object, value) = (self.a(i)?, self.b(i)?);
                let bounds = displays::slice(gil, frame, frame.take_span(i.c, 2))?;
                operations::set_item(gil, &object, &bounds, Some(value))?;
            }
            Opcode::Add => return self.binary(i, Operator::Add),
            Opcode::Subtract => return self.binary(i, Operator::Subtract),
            Opcode::Multiply => return self.binary(i, Operator::Multiply),
            Opcode::TrueDivide => return self.binary(i, Operator::TrueDivide),
            Opcode::FloorDivide => return self.binary(i, Operator::FloorDivide),
            Opcode::Modulo => return self.binary(i, Operator::Modulo),
            Opcode::Power => return self.binary(i, Operator::Power),
            Opcode::MatrixMultiply => return self.binary(i, Operator::MatrixMultiply),
            Opcode::ShiftLeft => return self.binary(i, Operator::ShiftLeft),
            Opcode::ShiftRight => return self.binary(i, Operator::ShiftRight),
            Opcode::BitAnd => return self.binary(i, Operator::BitAnd),
            Opcode::BitOr => return self.binary(i, Operator::BitOr),
            Opcode::BitXor => return self.binary(i, Operator::BitXor),
            Opcode::AddImm => {
                let left = self.b(i)?;
                let value = add_number(gil, &left, i)?;
                return self.set(i.a, value);
            }
            Opcode::Inplace => {
                let (left, right) = (self.b(i)?, self.c(i)?);
                let operator = Operator::ALL[usize::from(i.x >> 3) % Operator::ALL.len()];
                let value = match small_ints(&left, &right).and_then(|both| quick(gil, operator, both)) {
                    Some(value) => value,
                    None => operations::inplace(gil, operator, &left, &right)?,
                };
                return self.set(i.a, value);
            }
            Opcode::Negate => return self.unary(i, |slots| slots.negative.get(), "unary -"),
            Opcode::Positive => return self.unary(i, |slots| slots.positive.get(), "unary +"),
            Opcode::Invert => return self.unary(i, |slots| slots.invert.get(), "unary ~"),
            Opcode::Not => {
                let value = self.b(i)?;
                return self.set(i.a, Value::bool(!operations::truth(gil, &value)?));
            }
            Opcode::Equal => return self.comparison(i, Comparison::Equal),
            Opcode::NotEqual => return self.comparison(i, Comparison::NotEqual),
            Opcode::Less => return self.comparison(i, Comparison::Less),
            Opcode::LessEqual => return self.comparison(i, Comparison::LessEqual),
            Opcode::Greater => return self.comparison(i, Comparison::Greater),
            Opcode::GreaterEqual => return self.comparison(i, Comparison::GreaterEqual),
            Opcode::Is | Opcode::IsNot => {
                let same = self.b(i)?.is(&self.c(i)?);
                return self.set(i.a, Value::bool(same == (i.op == Opcode::Is)));
            }
            Opcode::In | Opcode::NotIn => {
                let (item, container) = (self.b(i)?, self.c(i)?);
                let found = operations::contains(gil, &container, &item)?;
                return self.set(i.a, Value::bool(found == (i.op == Opcode::In)));
            }
            Opcode::Jump | Opcode::JumpBack => self.jump(i.wide().into()),
            Opcode::JumpIfTrue | Opcode::JumpIfFalse => {
                let value = self.a(i)?;
                if operations::truth(gil, &value)? == (i.op == Opcode::JumpIfTrue) {
                    self.jump(i.wide().into());
                }
            }
            Opcode::JumpIfTrueOrPop | Opcode::JumpIfFalseOrPop => {
                let value = self.read(i.a)?;
                if operations::truth(gil, &value)? == (i.op == Opcode::JumpIfTrueOrPop) {
                    self.jump(i.wide().into());
                } else {
                    frame.set(i.a, None);
                }
            }
            Opcode::JumpIfNone | Opcode::JumpIfNotNone => {
                if self.a(i)?.is_none() == (i.op == Opcode::JumpIfNone) {
                    self.jump(i.wide().into());
                }
            }
            Opcode::JumpIfEqual => return self.jump_by_comparison(i, Comparison::Equal, true),
            Opcode::JumpUnlessEqual => return self.jump_by_comparison(i, Comparison::Equal, false),
            Opcode::JumpIfNotEqual => return self.jump_by_comparison(i, Comparison::NotEqual, true),
            Opcode::JumpUnlessNotEqual => return self.jump_by_comparison(i, Comparison::NotEqual, false),
            Opcode::JumpIfLess => return self.jump_by_comparison(i, Comparison::Less, true),
            Opcode::JumpUnlessLess => return self.jump_by_comparison(i, Comparison::Less, false),
            Opcode::JumpIfLessEqual => return self.jump_by_comparison(i, Comparison::LessEqual, true),
            Opcode::JumpUnlessLessEqual => return self.jump_by_comparison(i, Comparison::LessEqual, false),
            Opcode::JumpIfGreater => return self.jump_by_comparison(i, Comparison::Greater, true),
            Opcode::JumpUnlessGreater => return self.jump_by_comparison(i, Comparison::Greater, false),
            Opcode::JumpIfGreaterEqual => return self.jump_by_comparison(i, Comparison::GreaterEqual, true),
            Opcode::JumpUnlessGreaterEqual => {
                return self.jump_by_comparison(i, Comparison::GreaterEqual, false);
            }
            Opcode::JumpIfCompareImm => return self.jump_by_number(i, true),
            Opcode::JumpUnlessCompareImm => return self.jump_by_number(i, false),
            Opcode::JumpIfIs | Opcode::JumpIfIsNot => {
                let same = self.a(i)?.is(&self.b(i)?);
                self.jump_if(same == (i.op == Opcode::JumpIfIs), i.c);
            }
            Opcode::GetIter => {
                let value = self.b(i)?;
                return self.set(i.a, operations::iterate(gil, &value)?);
            }
            Opcode::ForIter => match self.next_item(i.b)? {
                Some(item) => frame.set(i.a, Some(item)),
                None => {
                    frame.set(i.b, None);
                    self.jump_if(true, i.c);
                }
            },
            Opcode::NextIter => match self.next_item(i.b)? {
                Some(item) => {
                    frame.set(i.a, Some(item));
                    self.jump_if(true, i.c);
                }
                None => frame.set(i.b, None),
            },
            Opcode::UnpackSequence => {
                let value = self.b(i)?;
                self.spread(i.a, displays::unpack(gil, &value, i.c.into())?);
            }
            Opcode::UnpackRest => {
                let value = self.taken(i.b)?;
                self.spread(i.a, displays::unpack_rest(gil, &value, i.x.into(), i.c.into())?);
            }
            Opcode::BuildTuple => return self.set(i.a, tuple::of(gil, frame.take_span(i.b, i.c.into()))),
            Opcode::BuildList => return self.set(i.a, list::of(gil, frame.take_span(i.b, i.c.into()))),
            Opcode::BuildSet => return self.set(i.a, displays::set(gil, frame.take_span(i.b, i.c.into()))?),
            Opcode::BuildMap => {
                let items = frame.take_span(i.b, usize::from(i.c) * 2);
                return self.set(i.a, displays::map(gil, items)?);
            }
            Opcode::BuildString => {
                return self.set(i.a, displays::string(gil, frame.take_span(i.b, i.c.into())));
            }
            Opcode::BuildSlice => {
                let bounds = displays::slice(gil, frame, frame.take_span(i.b, 3))?;
                return self.set(i.a, bounds);
            }
            Opcode::ListAppend => displays::append(gil, &self.a(i)?, self.b(i)?)?,
            Opcode::SetAdd => displays::add(gil, &self.a(i)?, self.b(i)?)?,
            Opcode::MapAdd => displays::put(gil, &self.a(i)?, &self.b(i)?, self.c(i)?)?,
            Opcode::ListExtend => displays::extend(gil, &self.a(i)?, &self.b(i)?, i.x >> 3 == 1)?,
            Opcode::SetUpdate => {
                operations::call_method(gil, &self.a(i)?, "update", &[self.b(i)?])?;
            }
            Opcode::DictUpdate => displays::update(gil, &self.a(i)?, &self.b(i)?, None)?,
            Opcode::DictMerge => displays::update(gil, &self.a(i)?, &self.b(i)?, Some(&self.c(i)?))?,
            Opcode::ListToTuple => {
                let list = self.taken(i.a)?;
                let items = match list.downcast::<List>() {
                    Some(list) => list.items.take(),
                    None => operations::collect(gil, &list)?,
                };
                return self.set(i.a, tuple::of(gil, items));
            }
            Opcode::FormatValue => {
                let value = self.taken(i.b)?;
                let specification = self.taken_or_none(i.c);
                return self.set(i.a, displays::format(gil, value, i.x, specification)?);
            }
            Opcode::Call => return self.set(i.a, calls::call(gil, frame, i.b, i.x, None)?),
            Opcode::CallKeywords => {
                let names = self.constant(i.c.into())?;
                return self.set(i.a, calls::call(gil, frame, i.b, i.x, Some(&names))?);
            }
            Opcode::CallSpread => return self.set(i.a, calls::call_spread(gil, frame, i.b)?),
            Opcode::Return => {
                let value = self.taken(i.a)?;
                frame.release_from(0);
                return Ok(Step::Leave(Left::Returned(value)));
            }
            Opcode::ReturnConst => {
                let value = self.constant(i.wide() as usize)?;
                frame.release_from(0);
                return Ok(Step::Leave(Left::Returned(value)));
            }
            Opcode::MakeFunction => {
                let code = self.constant(i.c.into())?;
                return self.set(i.a, calls::make_function(gil, frame, &code, i.x, i.b)?);
            }
            Opcode::LoadBuildClass => {
                let name = crate::object::intern(gil, "__build_class__");
                let found = frame.builtins.table.borrow().get_text(&name).cloned();
                let missing = || Raised::with_message(gil, Kind::NameError, "__build_class__ not found");
                return self.set(i.a, found.ok_or_else(missing)?);
            }
            Opcode::Yield => return Ok(Step::Leave(Left::Yielded(self.b(i)?))),
            Opcode::GetYieldFromIter => {
                let value = self.b(i)?;
                return self.set(i.a, generator::delegate(gil, &value, i.x)?);
            }
            Opcode::YieldFrom => {
                let (iterator, sent) = (self.read(i.b)?, self.read(i.c)?);
                match generator::send_to(gil, &iterator, &sent)? {
                    Left::Yielded(value) => {
                        // The instruction runs again when the generator is resumed.
                        frame.next.set(place);
                        return Ok(Step::Leave(Left::Yielded(value)));
                    }
                    Left::Returned(value) => {
                        frame.set(i.b, None);
                        return self.set(i.a, value);
                    }
                }
            }
            Opcode::GetAiter | Opcode::GetAnext | Opcode::EndAsyncFor | Opcode::YieldAsync => {
                let message = "gilly does not run asynchronous iteration yet";
                return Err(Raised::with_message(gil, Kind::NotImplementedError, message));
            }
            Opcode::EnterHandler => {
                let exception = self.read(i.a)?.try_into_ref::<Exception>().ok();
                let before = state::set_handled(gil, exception);
                frame.set(i.a + 1, before.map(Ref::into_value));
            }
            Opcode::LeaveHandler => {
                let before = frame.take(i.a + 1).and_then(|value| value.try_into_ref::<Exception>().ok());
                drop(state::set_handled(gil, before));
                frame.set(i.a, None);
            }
            Opcode::Raise => {
                let exception = if i.x > 0 { self.taken_or_none(i.a) } else { None };
                let cause = if i.x > 1 { self.taken_or_none(i.b) } else { None };
                return Err(exceptions::raise(gil, exception, cause));
            }
            Opcode::Reraise => {
                let exception = self.taken(i.a)?.try_into_ref::<Exception>();
                return Err(exception.map_or_else(|_| empty_register(gil), Raised::new));
            }
            Opcode::JumpUnlessMatch => {
                let (exception, wanted) = (self.read(i.a)?, self.taken(i.b)?);
                let matches = exceptions::matches(gil, &exception, &wanted)?;
                self.jump_if(!matches, i.c);
            }
            Opcode::SplitGroup => {
                let (exception, wanted) = (self.read(i.b)?, self.read(i.c)?);
                let (matched, rest) = exceptions::split_group(gil, &exception, &wanted)?;
                frame.set(i.b, Some(rest));
                return self.set(i.a, matched);
            }
            Opcode::JoinGroup => {
                let (original, parts) = (self.read(i.b)?, self.read(i.c)?);
                return self.set(i.a, exceptions::join_group(gil, &original, &parts)?);
            }
            Opcode::WithExceptStart => {
                let exit: Vec<Value> = frame.take_span(i.b, 2);
                let exception = self.read(i.c)?;
                return self.set(i.a, exceptions::call_exit(gil, exit, &exception)?);
            }
            Opcode::LoadAssertionError => return self.set(i.a, Kind::AssertionError.class(gil).to_value()),
            Opcode::GetLen => {
                let length = operations::length(gil, &self.read(i.b)?)?;
                return self.set(i.a, crate::types::int::from_i64(gil, length as i64));
            }
            Opcode::MatchKind => {
                return self.set(i.a, Value::bool(matching::is_kind(gil, &self.read(i.b)?, i.x)));
            }
            Opcode::MatchKeys => {
                return self.set(i.a, matching::keys(gil, &self.read(i.b)?, &self.read(i.c)?)?);
            }
            Opcode::MatchClass => {
                let subject = self.read(i.b)?;
                let (class, names) = (self.taken(i.c)?, self.taken(i.c + 1)?);
                return self.set(i.a, matching::class(gil, &subject, &class, &names, i.x.into())?);
            }
            Opcode::MatchRest => {
                return self.set(i.a, matching::rest(gil, &self.read(i.b)?, &self.read(i.c)?)?);
            }
            Opcode::ImportName => {
                let (level, from) = (self.taken(i.b)?, self.taken(i.b + 1)?);
                return self.set(i.a, names::import(gil, frame, &self.name(i.c), level, from)?);
            }
            Opcode::ImportFrom => {
                let module = self.read(i.b)?;
                let value = crate::modules::import::import_from(gil, &module, &self.name(i.c))?;
                return self.set(i.a, value);
            }
            Opcode::ImportStar => {
                let module = self.taken(i.a)?;
                names::import_star(gil, frame, &module)?;
            }
            Opcode::SetupAnnotations => {
                let name = crate::object::intern(gil, "__annotations__");
                if names::find_in(gil, &names::namespace(frame), &name)?.is_none() {
                    names::store_name(gil, frame, &name, super::frame::new_namespace(gil))?;
                }
            }
            Opcode::Intrinsic => {
                let (first, second) = (self.taken_or_none(i.b), self.taken_or_none(i.c));
                let value = exceptions::intrinsic(gil, i.x, first, second)?;
                return self.set(i.a, value);
            }
        }
        Ok(Step::Next)
    }

    fn next_item(&self, register: u16) -> Result<Option<Value>> {
        let iterator = self.read(register)?;
        operations::next(self.gil, &iterator)
    }

    fn spread(&self, first: u16, items: Vec<Value>) {
        for (place, item) in items.into_iter().enumerate() {
            self.frame.set(first + place as u16, Some(item));
        }
    }

    fn super_attribute(&self, i: Instruction) -> Result<Value> {
        let (function, class, receiver) = (self.taken(i.b)?, self.taken(i.b + 1)?, self.taken(i.b + 2)?);
        let name = self.name(i.c);
        let own = crate::types::builtin(self.gil, "super");
        if own.is_some_and(|own| own.as_value().is(&function)) {
            return super_::attribute(self.gil, &class, &receiver, &name);
        }
        let made = super::call_with(self.gil, &function, &[class, receiver])?;
        operations::get_attribute(self.gil, &made, &name)
    }

    /// A special method for a `with` statement.
    fn special(&self, object: &Value, which: u8) -> Result<Value> {
        let name = ["__enter__", "__exit__", "__aenter__", "__aexit__"][usize::from(which) % 4];
        if let Some(found) = operations::special_method(self.gil, object, name)? {
            return Ok(found);
        }
        let class = object.class(self.gil).name();
        let asynchronous = if which > 1 { "asynchronous " } else { "" };
        let missed = if which % 2 == 1 { format!(" (missed {name} method)") } else { String::new() };
        Err(type_error(
            self.gil,
            format!("'{class}' object does not support the {asynchronous}context manager protocol{missed}"),
        ))
    }
}

fn small_ints(left: &Value, right: &Value) -> Option<(i64, i64)> {
    Some((left.bits().as_int()?, right.bits().as_int()?))
}

/// Arithmetic of small ints that stay small.
fn quick(gil: Gil<'_>, operator: Operator, (left, right): (i64, i64)) -> Option<Value> {
    let result = match operator {
        Operator::Add => left.checked_add(right)?,
        Operator::Subtract => left.checked_sub(right)?,
        Operator::Multiply => left.checked_mul(right)?,
        Operator::FloorDivide if right > 0 => left.div_euclid(right),
        Operator::Modulo if right > 0 => left.rem_euclid(right),
        Operator::BitAnd => left & right,
        Operator::BitOr => left | right,
        Operator::BitXor => left ^ right,
        _ => return None,
    };
    Some(crate::types::int::from_i64(gil, result))
}

fn arithmetic(gil: Gil<'_>, operator: Operator, left: &Value, right: &Value) -> Result<Value> {
    match small_ints(left, right).and_then(|both| quick(gil, operator, both)) {
        Some(value) => Ok(value),
        None => operations::binary(gil, operator, left, right),
    }
}

fn compares(gil: Gil<'_>, comparison: Comparison, left: &Value, right: &Value) -> Result<bool> {
    match small_ints(left, right) {
        Some((left, right)) => Ok(comparison.holds(left.cmp(&right))),
        None => operations::compares(gil, comparison, left, right),
    }
}

fn number(gil: Gil<'_>, field: u16) -> Value {
    crate::types::int::from_i64(gil, i64::from(field as i16))
}

/// `b + number`, or `b - number` where the row's bit says so.
fn add_number(gil: Gil<'_>, left: &Value, i: Instruction) -> Result<Value> {
    let by = i64::from(i.c as i16);
    if let Some(number) = left.bits().as_int() {
        return Ok(crate::types::int::from_i64(gil, number + by));
    }
    let (operator, by) = if i.x & 8 != 0 { (Operator::Subtract, -by) } else { (Operator::Add, by) };
    let right = crate::types::int::from_i64(gil, by);
    match i.x & 16 != 0 {
        true => operations::inplace(gil, operator, left, &right),
        false => operations::binary(gil, operator, left, &right),
    }
}
