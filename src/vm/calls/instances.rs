//! Calls of classes: an instance is made, and its `__init__` runs in the loop that asked for it.

use smallvec::SmallVec;

use crate::gil::Gil;
use crate::object::class::flags as class_flags;
use crate::object::raised::type_error;
use crate::object::slots::{Call, New};
use crate::object::{Arguments, Bits, Payload, Raised, Ref, Result, Text, Type, Value, operations};
use crate::types::code::Entry;
use crate::types::function::Function;
use crate::types::slots::names::Name;
use crate::types::{class, object};
use crate::vm::activation::{Parts, kind};
use crate::vm::dispatch::Flow;
use crate::vm::handlers::Op;
use crate::vm::place::{self, Pc};
use crate::vm::{self, generator, peek};

use super::windows::{fill, prepare_named};
use super::{begin, push, taken};

/// Makes an instance of the class in operand b, and calls its `__init__`.
pub fn initialise(op: Op<'_>, function: &Ref<Function>, total: usize, names: &[Ref<Text>]) -> Result<Flow> {
    let Op { pc, window, state, gil } = op;
    let (first, new) = (pc.b(), window.from(usize::from(pc.b()) + 1));
    let Some(class) = window.value(first).downcast::<Type>() else { return Err(vm::empty_register(gil)) };
    let instance = object::new(gil, class, Arguments::NONE)?;
    let code = peek::code(function);
    if !code.entry.suspends && prepare_named(gil, state, function, new, total + 1, names)? {
        window.set(first + 1, instance.clone().into_bits());
        push(state, function, code, new, kind::INIT);
    } else {
        let class = window.take(first);
        let mut arguments: SmallVec<[Value; 8]> = SmallVec::new();
        arguments.push(instance.clone());
        arguments.extend(taken(window, first + 2, total));
        let begun = begin(gil, state, function, new, Arguments { values: &arguments, names }, kind::INIT)?;
        drop((arguments, class));
        if begun.is_some() {
            return Err(init_gave(gil, begun));
        }
    }
    state.activation().set_extra(instance);
    drop(window.take(first));
    Ok(Flow::Here)
}

/// As [`initialise`] for the class that the instruction remembers, where `__init__` takes just these arguments. None, and
/// nothing done, otherwise.
pub fn initialise_plainly(op: Op<'_>, count: u8) -> Option<Result<Flow>> {
    let Op { pc, window, state, gil } = op;
    let (first, total) = (pc.b(), usize::from(count) + 1);
    if pc.c() != 0 && window.bits(first + 1) != Bits::EMPTY {
        return None;
    }
    let class = window.value(first).downcast::<Type>()?;
    let shape = class.root();
    let own_call: Call = class::call;
    let meta = class.as_value().class(gil);
    let is_plain = shape.id() != 0
        && pc.cache(0).get() == u64::from(shape.id())
        && meta.slots.call.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, own_call))
        && std::ptr::eq(class.layout, object::Instance::layout())
        && !class.has(class_flags::ABSTRACT);
    if !is_plain {
        return None;
    }
    let init = Bits::of_raw(pc.cache(1).get());
    // SAFETY: as long as the number is the same, a class in the order of resolution keeps the function.
    let function = unsafe { Value::borrow(&init) }.downcast::<Function>()?;
    let code = peek::code(function);
    let new = window.from(usize::from(first) + 1);
    let top = new.from(code.entry.registers as usize);
    if code.entry.plain == Entry::NEVER || !state.has_room(top) || !fill(function, code, new, total) {
        return None;
    }
    let instance = Ref::with_shape(gil, shape, object::Instance).into_value();
    window.set(first + 1, instance.clone().into_bits());
    state.push(Parts {
        pc: Pc::of(code, 0),
        window: new,
        top,
        code,
        globals: &function.globals,
        builtins: &function.builtins,
        callee: function.to_value().into_bits(),
        kind: kind::INIT,
    });
    state.activation().set_extra(instance);
    drop(window.take(first));
    Some(Ok(Flow::Here))
}

/// As [`super::call`] for a built-in type that is given no object and no keywords. None, and nothing done, otherwise.
pub fn instantiate_built_in(op: Op<'_>, count: u8) -> Option<Result<Flow>> {
    let Op { pc, window, gil, .. } = op;
    let (first, total) = (pc.b(), usize::from(count));
    if pc.c() != 0 && window.bits(first + 1) != Bits::EMPTY {
        return None;
    }
    let callable = window.value(first);
    if callable.downcast::<Type>()?.has(class_flags::HEAP) {
        return None;
    }
    window.set(first + 1, Bits::EMPTY);
    if total == 1 && generator::collecting::begin(op) {
        return Some(Ok(Flow::Here));
    }
    let made = match operations::call(gil, callable, Arguments::positional(window.values(first + 2, total))) {
        Ok(made) => made,
        Err(raised) => return Some(Err(raised)),
    };
    window.release(first.into(), usize::from(first) + 2 + total);
    window.put(pc.a(), made);
    Some(Ok(Flow::Next))
}

/// The `__init__` of a class, see [`plain_init`], which the instruction remembers by the number of the class's root
/// shape.
#[inline]
pub fn remembered_init(op: Op<'_>, class: &Ref<Type>) -> Option<Ref<Function>> {
    let (id, caches) = (u64::from(class.root().id()), [op.pc.cache(0), op.pc.cache(1)]);
    let own_call: Call = class::call;
    let meta = class.as_value().class(op.gil);
    if caches[0].get() == id
        && id != 0
        && meta.slots.call.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, own_call))
    {
        // As long as the number is the same, a class in the order of resolution keeps the function.
        return place::copy(Bits::of_raw(caches[1].get()))?.try_into_ref().ok();
    }
    let found = plain_init(op.gil, class)?;
    caches[0].set(id);
    caches[1].set(found.as_value().bits().raw());
    Some(found)
}

/// The `__init__` of a class whose instances are made in the plain way: no metaclass and no `__new__` has a say.
fn plain_init(gil: Gil<'_>, class: &Ref<Type>) -> Option<Ref<Function>> {
    let own_call: Call = class::call;
    let own_new: New = object::new;
    let meta = class.as_value().class(gil);
    let calls_plainly = meta.slots.call.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, own_call));
    let makes_plainly = class.slots.new.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, own_new));
    if !calls_plainly || !makes_plainly || class.has(class_flags::ABSTRACT | class_flags::NO_INSTANCES) {
        return None;
    }
    let init = class.lookup(Name::Init.text(gil))?;
    init.try_into_ref::<Function>().ok()
}

/// The TypeError of an `__init__` that gives something.
#[cold]
pub fn init_gave(gil: Gil<'_>, value: Option<Value>) -> Raised {
    let name = value.map_or_else(|| "NoneType".into(), |value| value.class(gil).name());
    type_error(gil, format!("__init__() should return None, not '{name}'"))
}
