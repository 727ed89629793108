//! Calls: of functions, and the instructions that make them.

use crate::code::object::flags;
use crate::gil::Gil;
use crate::object::raised::type_error;
use crate::object::{Arguments, Ref, Result, Text, Value, operations};
use crate::types::cell::Cell;
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::function::Function;
use crate::types::list::List;
use crate::types::tuple::{self, Tuple};

use super::frame::Frame;
use super::{bind, execute, generator};

/// The call slot of functions.
pub fn call_function(gil: Gil<'_>, callable: &Value, arguments: Arguments<'_>) -> Result<Value> {
    match callable.downcast::<Function>() {
        Some(function) => call_in(gil, function, arguments, None),
        None => Err(type_error(gil, "not a function")),
    }
}

/// Calls a function; a class body's with the namespace that it fills.
pub fn call_in(
    gil: Gil<'_>,
    function: &Ref<Function>,
    arguments: Arguments<'_>,
    namespace: Option<Value>,
) -> Result<Value> {
    let code = function.code();
    let frame = Ref::new(gil, Frame::new(&code, &function.globals, &function.builtins, namespace));
    bind::bind(gil, function, &frame, arguments)?;
    let kinds = flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR;
    if code.code.flags & kinds != 0 {
        return generator::start(gil, function, frame);
    }
    execute::run(gil, &frame)
}

/// `b` = callable, `b+1` = self or empty, then arguments, the last of which are named by the constant.
pub fn call(gil: Gil<'_>, frame: &Frame, first: u16, count: u8, names: Option<&Value>) -> Result<Value> {
    let callable = taken(gil, frame, first)?;
    let arguments = frame.take_span(first + 1, usize::from(count) + 1);
    let names: Vec<Ref<Text>> = match names.and_then(tuple::items_of) {
        Some(names) => names.iter().filter_map(|name| name.downcast::<Text>().cloned()).collect(),
        None => Vec::new(),
    };
    operations::call(gil, &callable, Arguments { values: &arguments, names: &names })
}

fn taken(gil: Gil<'_>, frame: &Frame, register: u16) -> Result<Value> {
    frame.take(register).ok_or_else(|| execute::empty_register(gil))
}

/// `b(*(b+2), **(b+3))`.
pub fn call_spread(gil: Gil<'_>, frame: &Frame, first: u16) -> Result<Value> {
    let callable = taken(gil, frame, first)?;
    let mut values: Vec<Value> = frame.take(first + 1).into_iter().collect();
    if let Some(spread) = frame.take(first + 2) {
        match spread.downcast::<Tuple>() {
            Some(items) => values.extend(items.items.iter().cloned()),
            None => match spread.downcast::<List>() {
                Some(list) => values.extend(list.items.borrow().iter().cloned()),
                None => values.extend(operations::collect(gil, &spread)?),
            },
        }
    }
    let mut names = Vec::new();
    if let Some(keywords) = frame.take(first + 3)
        && let Some(dict) = keywords.downcast::<Dict>()
    {
        for entry in dict.table.borrow().iter() {
            if let Some(name) = entry.key.downcast::<Text>() {
                names.push(name.clone());
                values.push(entry.value.clone());
            }
        }
    }
    operations::call(gil, &callable, Arguments { values: &values, names: &names })
}

/// A function of a code constant, with what is given for it from register `first` on.
pub fn make_function(gil: Gil<'_>, frame: &Frame, code: &Value, parts: u8, first: u16) -> Result<Value> {
    let Some(code) = code.downcast::<CodeObject>() else { return Err(type_error(gil, "not a code object")) };
    let mut function = Function::new(gil, code, &frame.globals, &frame.builtins);
    let mut place = first;
    let mut next = |bit: u8| {
        (parts & bit != 0).then(|| {
            let value = frame.take(place);
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
