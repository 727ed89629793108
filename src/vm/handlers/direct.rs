//! Calls of what was called before: `Call` specialises itself for the kind of its callable.
//!
//! Each form looks whether the callable is of its kind still and leaves everything else to the general form, which may
//! choose another.

use super::{Op, iteration, slow, words};
use crate::code::Opcode;
use crate::modules::builtins;
use crate::object::class::flags;
use crate::object::native::Native;
use crate::object::{Bits, Payload, Ref, Text, Type};
use crate::types::code::Entry;
use crate::types::descriptor::MethodDescriptor;
use crate::types::dict::{self, Dict};
use crate::types::function::Function;
use crate::types::list::{self, List};
use crate::types::method::BoundMethod;
use crate::types::native_function::NativeFunction;
use crate::types::object::Instance;
use crate::types::tuple::Tuple;
use crate::vm::activation::{Parts, kind};
use crate::vm::dispatch::{Exit, dispatch, later, release_each, release_two};
use crate::vm::generator::unmade;
use crate::vm::place::{Pc, Window, header, retain};
use crate::vm::state::State;
use crate::vm::{calls, peek};

use super::calls::Call;

const WORDS: usize = words(Opcode::Call);

/// Chooses the form for what is in the operands' registers.
pub fn specialise(op: Op<'_>) {
    let (window, b, count) = (op.window, op.pc.b(), op.pc.x());
    let has_self = op.pc.c() != 0 && window.bits(b + 1) != Bits::EMPTY;
    let form = if let Some(function) = peek::function(window, b) {
        if peek::code(function).entry.awaited != Entry::NEVER && unmade::is_awaited(op.state, op.pc) {
            Opcode::CallAwaited
        } else if has_self {
            Opcode::CallMethod
        } else {
            Opcode::CallFunction
        }
    } else if let Some(function) = peek::exactly::<NativeFunction>(window, b) {
        let is = |native| op.pc.c() == 0 && std::ptr::fn_addr_eq(function.function.native, native);
        if is(builtins::LEN) && count == 1 && length(window, b + 2).is_some() {
            Opcode::CallLen
        } else if is(builtins::IS_INSTANCE) && count == 2 && remember_instance(op) {
            Opcode::CallIsInstance
        } else {
            Opcode::CallNative
        }
    } else if let Some(method) = peek::exactly::<MethodDescriptor>(window, b) {
        let native = method.function.native;
        match (has_self, count) {
            (true, 1)
                if std::ptr::fn_addr_eq(native, list::append as Native)
                    && peek::exactly::<List>(window, b + 1).is_some() =>
            {
                Opcode::CallAppend
            }
            (true, 1 | 2)
                if std::ptr::fn_addr_eq(native, dict::get as Native)
                    && peek::exactly::<Dict>(window, b + 1).is_some() =>
            {
                Opcode::CallGet
            }
            _ => Opcode::CallNative,
        }
    } else if peek::exactly::<BoundMethod>(window, b).is_some_and(|method| plain_function(method).is_some())
        && !has_self
    {
        Opcode::CallBound
    } else if window.value(b).downcast::<Type>().is_some() && !has_self {
        if iteration::begins_range(op.pc, window) { Opcode::CallRange } else { Opcode::CallClass }
    } else {
        return;
    };
    op.pc.specialise(form);
}

/// Runs the function in operand b of the call, its locals ready in a new window for which there is room.
#[inline(always)]
pub(super) fn begin(
    pc: Pc,
    window: Window,
    state: &State,
    ticks: i32,
    function: &Ref<Function>,
    new: Window,
    kind: u8,
) -> Exit {
    let code = peek::code(function);
    let start = Pc::of(code, 0);
    state.push(Parts {
        pc: start,
        window: new,
        top: new.from(code.entry.registers as usize),
        code,
        globals: &function.globals,
        builtins: &function.builtins,
        callee: window.replace(pc.b(), Bits::EMPTY),
        kind,
    });
    dispatch(start, new, state, ticks)
}

/// A function with as many arguments as it has parameters runs at once, its window beginning at the arguments, the first
/// of which is in the register `first`.
#[inline(always)]
fn run(pc: Pc, window: Window, state: &State, ticks: i32, first: usize, total: usize) -> Exit {
    let b = pc.b();
    if let Some(function) = peek::function(window, b) {
        let code = peek::code(function);
        let new = window.from(usize::from(b) + first);
        let top = new.from(code.entry.registers as usize);
        if code.entry.bare == total as u32 && state.has_room(top) {
            state.activation().pc.set(pc);
            return begin(pc, window, state, ticks, function, new, kind::CALL);
        }
    }
    run_with_locals(pc, window, state, ticks, first, total)
}

/// The same where the function has more locals than its parameters.
#[inline(never)]
fn run_with_locals(pc: Pc, window: Window, state: &State, ticks: i32, first: usize, total: usize) -> Exit {
    let b = pc.b();
    if let Some(function) = peek::function(window, b) {
        let code = peek::code(function);
        let new = window.from(usize::from(b) + first);
        let top = new.from(code.entry.registers as usize);
        if code.entry.direct == total as u32 && state.has_room(top) {
            state.activation().pc.set(pc);
            new.clear(total, code.entry.locals as usize);
            return begin(pc, window, state, ticks, function, new, kind::CALL);
        }
    }
    run_filled(pc, window, state, ticks, first, total)
}

/// The same where defaults fill the last parameters, or where the function has a closure.
#[inline(never)]
fn run_filled(pc: Pc, window: Window, state: &State, ticks: i32, first: usize, total: usize) -> Exit {
    let b = pc.b();
    if let Some(function) = peek::function(window, b) {
        let code = peek::code(function);
        let new = window.from(usize::from(b) + first);
        let top = new.from(code.entry.registers as usize);
        if code.entry.plain != Entry::NEVER
            && state.has_room(top)
            && calls::windows::fill(function, code, new, total)
        {
            state.activation().pc.set(pc);
            return begin(pc, window, state, ticks, function, new, kind::CALL);
        }
    }
    call_other(pc, window, state, ticks)
}

fn call_other(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    later::<WORDS, _>(pc, window, state, ticks, call_function)
}

pub fn CallFunction(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if pc.c() != 0 && window.bits(pc.b() + 1) != Bits::EMPTY {
        return Call(pc, window, state, ticks);
    }
    run(pc, window, state, ticks, 2, usize::from(pc.x()))
}

pub fn CallMethod(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if window.bits(pc.b() + 1) == Bits::EMPTY {
        return Call(pc, window, state, ticks);
    }
    run(pc, window, state, ticks, 1, usize::from(pc.x()) + 1)
}

/// What a bound method calls, if it is a function whose call the machine begins at once.
#[inline(always)]
fn plain_function(method: &BoundMethod) -> Option<&Ref<Function>> {
    method.function.downcast::<Function>().filter(|function| peek::code(function).entry.plain != Entry::NEVER)
}

pub fn CallBound(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let (b, total) = (pc.b(), usize::from(pc.x()) + 1);
    let is_bare = pc.c() == 0 || window.bits(b + 1) == Bits::EMPTY;
    if let Some(method) = peek::exactly::<BoundMethod>(window, b)
        && is_bare
        && let Some(function) = plain_function(method)
        && calls::windows::is_simple(function, total)
        && state.has_room(window.from(usize::from(b) + 1 + peek::code(function).entry.registers as usize))
        && let Some(bits) = lasting(window, b)
    {
        // It is taken apart, for a call that will begin; who holds it else holds both parts.
        let (function, receiver) = (method.function.bits(), method.receiver.bits());
        retain(function);
        retain(receiver);
        window.set(b, function);
        window.set(b + 1, receiver);
        header(bits).release_unless_last();
        return run(pc, window, state, ticks, 1, total);
    }
    Call(pc, window, state, ticks)
}

pub fn CallClass(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let (b, total) = (pc.b(), usize::from(pc.x()) + 1);
    if let Some(class) = peek::exactly::<Type>(window, b)
        && (pc.c() == 0 || window.bits(b + 1) == Bits::EMPTY)
        && u64::from(class.root().id()) == pc.cache(0).get()
        && pc.cache(0).get() != 0
        && std::ptr::eq(class.layout, Instance::layout())
        && !class.has(flags::ABSTRACT)
    {
        // The number stands for an `__init__` that is a function, and for a class that makes instances in the plain way.
        let function = peek::remembered(pc.cache(1));
        let code = peek::code(function);
        let new = window.from(usize::from(b) + 1);
        let top = new.from(code.entry.registers as usize);
        if code.entry.direct == total as u32 && state.has_room(top) {
            let instance = Ref::with_shape(state.gil(), class.root(), Instance).into_value().into_bits();
            // The instance keeps its class.
            header(window.replace(b, Bits::EMPTY)).release_unless_last();
            retain(instance);
            window.set(b + 1, instance);
            new.clear(total, code.entry.locals as usize);
            state.activation().pc.set(pc);
            let callee = function.as_value().bits();
            retain(callee);
            let start = Pc::of(code, 0);
            state.push(Parts {
                pc: start,
                window: new,
                top,
                code,
                globals: &function.globals,
                builtins: &function.builtins,
                callee,
                kind: kind::INIT | kind::EXTRA,
            });
            state.activation().set_extra_bits(instance);
            return dispatch(start, new, state, ticks);
        }
    }
    later::<WORDS, _>(pc, window, state, ticks, call_class)
}

pub fn CallNative(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if calls::is_native(window, pc.b()) {
        return later::<WORDS, _>(pc, window, state, ticks, call_native);
    }
    Call(pc, window, state, ticks)
}

/// The callable, if it is not the last reference to it: what it is released for will not end it.
#[inline(always)]
pub(super) fn lasting(window: Window, register: u16) -> Option<Bits> {
    let bits = window.bits(register);
    (bits.is_heap() && header(bits).count() > 1).then_some(bits)
}

/// Takes the callable, see [`lasting`], and the two registers after it; what those held.
#[inline(always)]
fn taken(window: Window, b: u16) -> (Bits, Bits) {
    let callable = window.replace(b, Bits::EMPTY);
    debug_assert!(callable.is_heap());
    header(callable).release_unless_last();
    (window.replace(b + 1, Bits::EMPTY), window.replace(b + 2, Bits::EMPTY))
}

/// Is the method in a register this one?
#[inline(always)]
fn is_method(window: Window, register: u16, native: Native) -> bool {
    peek::exactly::<MethodDescriptor>(window, register)
        .is_some_and(|method| std::ptr::fn_addr_eq(method.function.native, native))
}

pub fn CallLen(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let b = pc.b();
    if let Some(function) = peek::exactly::<NativeFunction>(window, b)
        && std::ptr::fn_addr_eq(function.function.native, builtins::LEN)
        && let Some(length) = length(window, b + 2)
        && let Some(result) = Bits::from_int(length as i64)
        && lasting(window, b).is_some()
    {
        window.set(b + 1, Bits::EMPTY);
        let (_, argument) = taken(window, b);
        let old = window.replace(pc.a(), result);
        return release_two(pc.skip(WORDS), window, state, ticks, old, argument);
    }
    Call(pc, window, state, ticks)
}

/// What an instruction remembers of `isinstance(object, class)`: the number of the object's shape and of the class's root
/// shape, on which the answer depends alone where the metaclass is `type`. None for other classes.
#[inline(always)]
fn instance_key(window: Window, b: u16) -> Option<u64> {
    let class = peek::exactly::<Type>(window, b + 3)?;
    let object = window.bits(b + 2);
    let shape = if object.is_heap() { header(object).shape().id() } else { immediate_key(object) };
    let root = class.root().id();
    (shape != 0 && root != 0).then_some(u64::from(shape) | u64::from(root) << 32)
}

/// As the number of a shape, for the kinds of values that are no pointers; no shape will have it.
#[inline(always)]
fn immediate_key(bits: Bits) -> u32 {
    let kind = if bits.is_int() {
        6
    } else if bits.is_float() {
        7
    } else {
        bits.raw() as u32 & 7
    };
    u32::MAX - kind
}

/// Lets an instruction remember whether its object is an instance of its class.
fn remember_instance(op: Op<'_>) -> bool {
    let Some(key) = instance_key(op.window, op.pc.b()) else { return false };
    let (object, class) = (op.window.value(op.pc.b() + 2), op.window.value(op.pc.b() + 3));
    let Some(answer) = builtins::is_plainly_instance(op.gil, object, class) else { return false };
    op.pc.cache(0).set(key);
    op.pc.cache(1).set(Bits::from_bool(answer).raw());
    true
}

pub fn CallIsInstance(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let b = pc.b();
    if let Some(function) = peek::exactly::<NativeFunction>(window, b)
        && std::ptr::fn_addr_eq(function.function.native, builtins::IS_INSTANCE)
        && instance_key(window, b) == Some(pc.cache(0).get())
        && lasting(window, b).is_some()
    {
        window.set(b + 1, Bits::EMPTY);
        let (_, object) = taken(window, b);
        let class = window.replace(b + 3, Bits::EMPTY);
        let old = window.replace(pc.a(), Bits::of_raw(pc.cache(1).get()));
        return release_each(pc.skip(WORDS), window, state, ticks, [old, object, class]);
    }
    Call(pc, window, state, ticks)
}

/// The length of a plain list, tuple, dict or string.
#[inline(always)]
fn length(window: Window, register: u16) -> Option<usize> {
    if let Some(list) = peek::exactly::<List>(window, register) {
        return Some(peek::items(list).len());
    }
    if let Some(tuple) = peek::exactly::<Tuple>(window, register) {
        return Some(tuple.items.len());
    }
    if let Some(dict) = peek::exactly::<Dict>(window, register) {
        return Some(peek::table(dict).length());
    }
    peek::exactly::<Text>(window, register).map(|text| text.length())
}

pub fn CallAppend(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let b = pc.b();
    if is_method(window, b, list::append)
        && let Some(list) = peek::exactly::<List>(window, b + 1)
        && lasting(window, b).is_some()
    {
        if !peek::push_within(list, window.bits(b + 2)) {
            return later::<WORDS, _>(pc, window, state, ticks, call_native);
        }
        window.set(b + 2, Bits::EMPTY);
        let (list, _) = taken(window, b);
        let old = window.replace(pc.a(), Bits::NONE);
        return release_two(pc.skip(WORDS), window, state, ticks, old, list);
    }
    Call(pc, window, state, ticks)
}

pub fn CallGet(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let b = pc.b();
    let result = gotten(pc, window);
    if result == Bits::EMPTY {
        return Call(pc, window, state, ticks);
    }
    let default = if pc.x() == 2 { window.replace(b + 3, Bits::EMPTY) } else { Bits::EMPTY };
    let (dict, key) = taken(window, b);
    let old = window.replace(pc.a(), result);
    release_each(pc.skip(WORDS), window, state, ticks, [old, dict, key, default])
}

/// What `dict.get` finds, or its default, counted anew. Empty where only Python code could tell, and for other calls.
#[inline(never)]
fn gotten(pc: Pc, window: Window) -> Bits {
    let b = pc.b();
    let Some(dict) = peek::exactly::<Dict>(window, b + 1) else { return Bits::EMPTY };
    if !is_method(window, b, dict::get) || lasting(window, b).is_none() {
        return Bits::EMPTY;
    }
    let result = match peek::look(dict, window.bits(b + 2)) {
        usize::MAX if pc.x() == 2 => window.bits(b + 3),
        usize::MAX => Bits::NONE,
        position => peek::table(dict).entry(position).map_or(Bits::EMPTY, |entry| entry.value.bits()),
    };
    if result != Bits::EMPTY {
        retain(result);
    }
    result
}

slow! {
    call_function |op| {
        match calls::start_generator(op) {
            Some(made) => op.put(made),
            None => calls::call(op, op.pc.x(), op.pc.c() != 0, &[]),
        }
    }

    call_native |op| { calls::call_native_function(op, op.pc.x(), op.pc.c() != 0) }

    call_class |op| {
        let begun = match calls::instances::initialise_plainly(op, op.pc.x()) {
            None => calls::instances::instantiate_built_in(op, op.pc.x()),
            begun => begun,
        };
        match begun {
            Some(flow) => flow,
            None => calls::call(op, op.pc.x(), op.pc.c() != 0, &[]),
        }
    }
}
