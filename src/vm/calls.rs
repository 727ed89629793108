//! Calls: how functions begin, whoever calls them, and what the instructions that call do.

pub mod instances;
pub mod windows;

use smallvec::SmallVec;

use crate::code::object::flags;
use crate::gil::Gil;
use crate::object::raised::type_error;
use crate::object::{Arguments, Bits, Ref, Result, Text, Type, Value, operations};
use crate::types::cell::Cell;
use crate::types::code::CodeObject;
use crate::types::descriptor::MethodDescriptor;
use crate::types::dict::Dict;
use crate::types::function::Function;
use crate::types::method::BoundMethod;
use crate::types::native_function::NativeFunction;
use crate::types::slots::names::Name;
use crate::types::slots::trampolines;
use crate::types::tuple::{self, Tuple};

use super::activation::{Activation, Parts, kind};
use super::dispatch::{self, Exit, Flow};
use super::handlers::Op;
use super::place::{Pc, Window};
use super::state::{State, state};
use super::{bind, generator, operators, peek, unwind};

use instances::{init_gave, initialise, remembered_init};
use windows::{is_simple, prepare, prepare_named};

/// The call slot of functions: a call by Rust code, which waits.
pub fn call_function(gil: Gil<'_>, callable: &Value, arguments: Arguments<'_>) -> Result<Value> {
    match callable.downcast::<Function>() {
        Some(function) => call_in(gil, function, arguments, None),
        None => Err(type_error(gil, "not a function")),
    }
}

/// Calls a function and waits; a class body's with the namespace that it fills.
pub fn call_in(
    gil: Gil<'_>,
    function: &Ref<Function>,
    arguments: Arguments<'_>,
    namespace: Option<Value>,
) -> Result<Value> {
    crate::object::recursion::enter(gil)?;
    let state = state(gil);
    let window = state.activation().top.get();
    if let Some(made) = begin(gil, state, function, window, arguments, kind::ENTRY)? {
        return Ok(made);
    }
    if let Some(namespace) = namespace {
        state.activation().set_extra(namespace);
    }
    run(state)
}

/// Runs the last activation, which was begun by Rust code, to its end.
pub fn run(state: &State) -> Result<Value> {
    let outermost = state.depth() == 1;
    let exit = dispatch::drive(state);
    if outermost {
        state.report_ticks();
    }
    match exit {
        Exit::Returned | Exit::Yielded => Ok(state.take_result()),
        Exit::Raised | Exit::GoOn => Err(super::raised(state)),
    }
}

/// Begins the activation of a function, its window where nothing else is. A generator function's generator is made
/// instead and given back.
fn begin(
    gil: Gil<'_>,
    state: &State,
    function: &Ref<Function>,
    window: Window,
    arguments: Arguments<'_>,
    kind: u8,
) -> Result<Option<Value>> {
    let code = function.code();
    let entry = code.entry;
    state.make_room(gil, window.from(entry.registers as usize))?;
    if arguments.names.is_empty() && !entry.suspends && is_simple(function, arguments.values.len()) {
        for (place, value) in arguments.values.iter().enumerate() {
            window.set(place as u16, value.clone().into_bits());
        }
        prepare(gil, state, function, window, arguments.values.len())?;
        push(state, function, &code, window, kind);
        return Ok(None);
    }
    window.clear(0, entry.locals as usize);
    let frame = bind::Frame { function, code: &code, window };
    if let Err(raised) = bind::bind(gil, frame, arguments) {
        window.release(0, entry.locals as usize);
        return Err(raised);
    }
    const GENERATORS: u32 = flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR;
    if code.code.flags & GENERATORS != 0 {
        window.clear(entry.locals as usize, entry.registers as usize);
        return Ok(Some(generator::start(gil, function, &code, window)));
    }
    push(state, function, &code, window, kind);
    Ok(None)
}

/// Begins the activation of a function whose window is filled.
fn push(state: &State, function: &Ref<Function>, code: &Ref<CodeObject>, window: Window, kind: u8) {
    state.push(Parts {
        pc: Pc::of(code, 0),
        window,
        top: window.from(code.entry.registers as usize),
        code,
        globals: &function.globals,
        builtins: &function.builtins,
        callee: function.to_value().into_bits(),
        kind,
    });
}

/// A call by an instruction: b = callable, b+1 = self where `is_method` says so and it is not empty, then arguments, the
/// last of which have names.
pub fn call(op: Op<'_>, count: u8, is_method: bool, names: &[Ref<Text>]) -> Result<Flow> {
    let Op { pc, window, gil, .. } = op;
    let first = pc.b();
    let mut has_self = is_method && window.get(first + 1).is_some();
    if peek::function(window, first).is_some() {
        if !is_method {
            window.set(first + 1, crate::object::Bits::EMPTY);
        }
        let start = if has_self { first + 1 } else { first + 2 };
        return call_python(op, start, usize::from(count) + usize::from(has_self), names);
    }
    if !has_self {
        // A bound method is taken apart.
        if !is_method {
            window.set(first + 1, crate::object::Bits::EMPTY);
        }
        let parts = window
            .value(first)
            .downcast::<BoundMethod>()
            .map(|method| (method.function.clone(), method.receiver.clone()));
        if let Some((function, receiver)) = parts {
            window.put(first + 1, receiver);
            window.put(first, function);
            has_self = true;
        }
    }
    let start = if has_self { first + 1 } else { first + 2 };
    let total = usize::from(count) + usize::from(has_self);
    let callable = window.value(first);
    if peek::function(window, first).is_some() {
        return call_python(op, start, total, names);
    }
    if names.is_empty() && total == 1 && !has_self && generator::collecting::begin(op) {
        return Ok(Flow::Here);
    }
    if let Some(done) = call_native(op, start, total, has_self, names) {
        let result = done?;
        window.release(first.into(), usize::from(start) + total);
        window.put(pc.a(), result);
        return Ok(Flow::Next);
    }
    if let (Some(class), false) = (callable.downcast::<Type>(), has_self)
        && let Some(function) = remembered_init(op, class)
    {
        return initialise(op, &function, total, names);
    }
    if !has_self && let Some(function) = own_call(gil, callable) {
        let object = window.replace(first, function.into_bits());
        window.set(first + 1, object);
        return call_python(op, first + 1, total + 1, names);
    }
    let arguments = Arguments { values: window.values(start, total), names };
    let result = operations::call(gil, callable, arguments)?;
    window.release(first.into(), usize::from(start) + total);
    window.put(pc.a(), result);
    Ok(Flow::Next)
}

/// Calls the function in operand b.
fn call_python(op: Op<'_>, start: u16, total: usize, names: &[Ref<Text>]) -> Result<Flow> {
    let Op { pc, window, state, gil } = op;
    let (first, new) = (pc.b(), window.from(start.into()));
    let Some(function) = peek::function(window, first) else {
        return Err(super::empty_register(gil));
    };
    let code = peek::code(function);
    if !prepare_named(gil, state, function, new, total, names)? {
        return call_bound(op, start, total, names);
    }
    if code.entry.suspends {
        new.clear(code.entry.locals as usize, code.entry.registers as usize);
        let made = generator::start(gil, function, code, new);
        drop(window.take(first));
        window.put(pc.a(), made);
        return Ok(Flow::Next);
    }
    state.push(Parts {
        pc: Pc::of(code, 0),
        window: new,
        top: new.from(code.entry.registers as usize),
        code,
        globals: &function.globals,
        builtins: &function.builtins,
        callee: window.replace(first, Bits::EMPTY),
        kind: kind::CALL,
    });
    Ok(Flow::Here)
}

/// The generator that a function makes that is called with just the arguments that it takes.
pub fn start_generator(op: Op<'_>) -> Option<Value> {
    let Op { pc, window, state, gil } = op;
    let first = pc.b();
    let function = peek::function(window, first)?;
    let code = peek::code(function);
    let entry = code.entry;
    if !entry.suspends || !function.closure.is_empty() {
        return None;
    }
    let has_self = pc.c() != 0 && window.bits(first + 1) != Bits::EMPTY;
    let total = usize::from(pc.x()) + usize::from(has_self);
    let new = window.from(usize::from(first) + if has_self { 1 } else { 2 });
    if entry.simple as usize != total || !state.has_room(new.from(entry.registers as usize)) {
        return None;
    }
    new.clear(total, entry.registers as usize);
    let made = generator::start(gil, function, code, new);
    drop(window.take(first));
    Some(made)
}

/// The same where the arguments must be bound to the parameters by the rules.
#[inline(never)]
fn call_bound(op: Op<'_>, start: u16, total: usize, names: &[Ref<Text>]) -> Result<Flow> {
    let Op { pc, window, state, gil } = op;
    let Some(callable) = window.take(pc.b()) else { return Err(super::empty_register(gil)) };
    let Some(function) = callable.downcast::<Function>() else { return Err(super::empty_register(gil)) };
    let arguments = taken(window, start, total);
    let arguments = Arguments { values: &arguments, names };
    let begun = begin(gil, state, function, window.from(start.into()), arguments, kind::CALL)?;
    finish(op, begun)
}

/// The `__call__` of an object's class, where the class has it as a function.
fn own_call(gil: Gil<'_>, callable: &Value) -> Option<Value> {
    let class = callable.class(gil);
    let by_name: crate::object::slots::Call = trampolines::call;
    class.slots.call.get().filter(|slot| std::ptr::fn_addr_eq(*slot, by_name))?;
    let found = class.lookup(Name::Call.text(gil))?;
    found.downcast::<Function>().is_some().then_some(found)
}

/// Calls a native function or a method of a built-in type, if the callable is that.
#[inline(always)]
fn call_native(
    op: Op<'_>,
    start: u16,
    total: usize,
    has_self: bool,
    names: &[Ref<Text>],
) -> Option<Result<Value>> {
    let (window, first) = (op.window, op.pc.b());
    if let Some(function) = peek::exactly::<NativeFunction>(window, first) {
        let native = function.function.native;
        let values = match &function.bound {
            None => window.values(start, total),
            Some(_) if has_self => return None,
            Some(bound) => {
                // The object stands right before the arguments.
                window.set(first + 1, bound.clone().into_bits());
                window.values(first + 1, total + 1)
            }
        };
        return Some(native(op.gil, Arguments { values, names }));
    }
    let method = peek::exactly::<MethodDescriptor>(window, first)?;
    let values = window.values(start, total);
    let receiver = values.first().filter(|_| total > names.len())?;
    let applies = receiver.class(op.gil).is_subtype(&method.owner);
    applies.then(|| (method.function.native)(op.gil, Arguments { values, names }))
}

/// Does a register hold a native function or a method of a built-in type?
#[inline(always)]
pub fn is_native(window: Window, register: u16) -> bool {
    peek::exactly::<NativeFunction>(window, register).is_some()
        || peek::exactly::<MethodDescriptor>(window, register).is_some()
}

/// As [`call`] for what [`is_native`], without keywords.
pub fn call_native_function(op: Op<'_>, count: u8, is_method: bool) -> Result<Flow> {
    let (window, first) = (op.window, op.pc.b());
    let has_self = is_method && window.get(first + 1).is_some();
    if !is_method {
        window.set(first + 1, Bits::EMPTY);
    }
    let start = if has_self { first + 1 } else { first + 2 };
    let total = usize::from(count) + usize::from(has_self);
    if total == 1 && !has_self && generator::collecting::begin(op) {
        return Ok(Flow::Here);
    }
    match call_native(op, start, total, has_self, &[]) {
        None => call(op, count, is_method, &[]),
        Some(result) => {
            let result = result?;
            window.release(first.into(), usize::from(start) + total);
            window.put(op.pc.a(), result);
            Ok(Flow::Next)
        }
    }
}

/// The names in a constant tuple of a call.
pub fn names_of(constant: &Value) -> &[Ref<Text>] {
    let Some(names) = constant.downcast::<Tuple>() else { return &[] };
    if names.items.iter().any(|name| name.downcast::<Text>().is_none()) {
        return &[];
    }
    // SAFETY: all of them are text, and both `Value` and `Ref` are the pointer alone.
    unsafe { std::slice::from_raw_parts(names.items.as_ptr().cast(), names.items.len()) }
}

/// Takes the arguments of a call out of their registers.
fn taken(window: Window, first: u16, count: usize) -> SmallVec<[Value; 8]> {
    (0..count).filter_map(|place| window.take(first + place as u16)).collect()
}

/// After a function was begun by an instruction: it runs, or what was made instead is the result.
fn finish(op: Op<'_>, begun: Option<Value>) -> Result<Flow> {
    match begun {
        None => Ok(Flow::Here),
        Some(made) => {
            op.window.put(op.pc.a(), made);
            Ok(Flow::Next)
        }
    }
}

/// The running function returns a value, which has been taken out of its register.
pub fn leave(state: &State, value: Value) -> Result<Flow> {
    let gil = state.gil();
    let purpose = state.activation().purpose.get();
    let instance = match state.activation().way() {
        kind::INIT | kind::COLLECT => state.activation().take_extra(),
        _ => None,
    };
    let (way, callee) = unwind::end(gil, state);
    match way {
        kind::CALL => {
            drop(callee);
            Ok(deliver(state, value))
        }
        kind::INIT => {
            drop(callee);
            if !value.is_none() {
                return Err(init_gave(gil, Some(value)));
            }
            Ok(deliver(state, instance.unwrap_or(Value::NONE)))
        }
        kind::OPERATOR | kind::BRANCH | kind::STORE => {
            drop(callee);
            operators::finish(state, way, value)
        }
        kind::AWAITED => {
            drop(callee);
            Ok(generator::unmade::deliver(state, value))
        }
        kind::ENTRY => {
            drop(callee);
            state.set_result(value);
            Ok(Flow::Return)
        }
        kind::COLLECT => {
            generator::finished(&callee);
            drop((callee, value));
            Ok(generator::collecting::end(state, purpose, instance))
        }
        _ => Ok(generator::returned(state, way, callee, value)),
    }
}

/// Gives the result to the call instruction that waits for it.
pub fn deliver(state: &State, value: Value) -> Flow {
    let activation: &Activation = state.activation();
    let pc = activation.pc.get();
    activation.window.get().put(pc.a(), value);
    activation.pc.set(pc.skip(CALL_WORDS));
    Flow::Here
}

/// Words of each of the instructions that call.
pub const CALL_WORDS: usize = 3;

/// `b(*(b+2), **(b+3))`.
pub fn call_spread(op: Op<'_>) -> Result<Flow> {
    let Op { pc, window, state, gil } = op;
    let first = pc.b();
    let Some(callable) = window.take(first) else { return Err(super::empty_register(gil)) };
    let mut values: Vec<Value> = Vec::new();
    if let Some(spread) = window.take(first + 2) {
        match spread.downcast::<Tuple>().filter(|_| spread.is_exact::<Tuple>(gil)) {
            Some(items) => values.extend(items.items.iter().cloned()),
            None => values.extend(super::displays::positional(gil, &callable, &spread)?),
        }
    }
    let mut names = Vec::new();
    if window.bits(first + 3).is_heap()
        && let Some(keywords) = window.take(first + 3)
        && let Some(dict) = keywords.downcast::<Dict>()
    {
        for entry in dict.table.borrow().iter() {
            let Some(name) = entry.key.downcast::<Text>() else {
                return Err(type_error(gil, "keywords must be strings"));
            };
            names.push(name.clone());
            values.push(entry.value.clone());
        }
    }
    let mut callable = callable;
    if let Some(method) = callable.downcast::<BoundMethod>() {
        values.insert(0, method.receiver.clone());
        callable = method.function.clone();
    }
    let arguments = Arguments { values: &values, names: &names };
    if let Some(function) = callable.downcast::<Function>() {
        let begun = begin(gil, state, function, state.activation().top.get(), arguments, kind::CALL)?;
        return finish(op, begun);
    }
    let result = operations::call(gil, &callable, arguments)?;
    drop((callable, values));
    window.put(pc.a(), result);
    Ok(Flow::Next)
}

/// A function of a code constant, with what is given for it from register `first` on.
pub fn make_function(op: Op<'_>, code: &Value, parts: u8, first: u16) -> Result<Value> {
    let Op { window, gil, .. } = op;
    let Some(code) = code.downcast::<CodeObject>() else { return Err(type_error(gil, "not a code object")) };
    let activation = op.state.activation();
    let mut function = Function::new(gil, code, activation.globals(), activation.builtins());
    let mut place = first;
    let mut next = |bit: u8| {
        (parts & bit != 0).then(|| {
            let value = window.take(place);
            place += 1;
            value
        })
    };
    let (defaults, keyword_defaults) = (next(1).flatten(), next(2).flatten());
    let (annotations, closure) = (next(4).flatten(), next(8).flatten());
    *function.defaults.borrow_mut() = defaults.and_then(|value| value.try_into_ref::<Tuple>().ok());
    *function.keyword_defaults.borrow_mut() =
        keyword_defaults.and_then(|value| value.try_into_ref::<Dict>().ok());
    *function.annotations.borrow_mut() = annotations;
    if let Some(cells) = closure.as_ref().and_then(tuple::items_of) {
        function.closure = cells.into_iter().filter_map(|cell| cell.try_into_ref::<Cell>().ok()).collect();
    }
    Ok(Ref::new(gil, function).into_value())
}
