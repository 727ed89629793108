//! The functions of `sys.monitoring`.

use super::{IS_ON, LOCAL, MONITOR, NAMES, TOOLS};
use crate::gil::Gil;
use crate::modules::simple_namespace;
use crate::object::native::Function;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Ref, Result, Text, Value};
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::module::{Module, ModuleSpec};
use crate::types::{indexing, int, object};

/// C_RETURN and C_RAISE: they come with CALL.
const NATIVE: u32 = 0b11 << 15;
const CALL: u32 = 1 << 4;

fn tool(gil: Gil<'_>, value: &Value) -> Result<usize> {
    let number = indexing::integer(gil, value)?;
    match usize::try_from(number) {
        Ok(number) if number < TOOLS => Ok(number),
        _ => Err(value_error(gil, format!("invalid tool {number} (must be between 0 and 5)"))),
    }
}

fn in_use(gil: Gil<'_>, tool: usize) -> Result<()> {
    match MONITOR.get(gil).names.borrow()[tool].is_some() {
        true => Ok(()),
        false => Err(value_error(gil, format!("tool {tool} is not in use"))),
    }
}

/// A set of events, without those that come with CALL anyway.
fn events(gil: Gil<'_>, value: &Value, allowed: u32, what: &str) -> Result<u32> {
    let number = indexing::integer(gil, value)?;
    let set = number as u32;
    if set & NATIVE != 0 && set & (NATIVE | CALL) != NATIVE | CALL {
        return Err(value_error(gil, "cannot set C_RETURN or C_RAISE events independently"));
    }
    let set = set & !NATIVE;
    if !(0..1 << NAMES.len()).contains(&number) || set & !allowed != 0 {
        return Err(value_error(gil, format!("invalid {what} 0x{:x}", number as u32)));
    }
    Ok(set)
}

fn code(gil: Gil<'_>, value: &Value) -> Result<()> {
    match value.downcast::<CodeObject>() {
        Some(_) => Ok(()),
        None => Err(type_error(gil, "code must be a code object")),
    }
}

fn use_tool_id(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [id, name] = arguments.exactly(gil, "use_tool_id")?;
    let tool = tool(gil, id)?;
    if name.downcast::<Text>().is_none() {
        return Err(value_error(gil, "tool name must be a str"));
    }
    let mut names = MONITOR.get(gil).names.borrow_mut();
    if names[tool].is_some() {
        return Err(value_error(gil, format!("tool {tool} is already in use")));
    }
    names[tool] = Some(name.clone());
    Ok(Value::NONE)
}

fn free_tool_id(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [id] = arguments.exactly(gil, "free_tool_id")?;
    let tool = tool(gil, id)?;
    let old = MONITOR.get(gil).names.borrow_mut()[tool].take();
    drop(old);
    Ok(Value::NONE)
}

fn get_tool(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [id] = arguments.exactly(gil, "get_tool")?;
    let tool = tool(gil, id)?;
    Ok(MONITOR.get(gil).names.borrow()[tool].clone().unwrap_or(Value::NONE))
}

fn register_callback(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [id, event, function] = arguments.exactly(gil, "register_callback")?;
    let (tool, event) = (tool(gil, id)?, indexing::integer(gil, event)?);
    if event <= 0 || event.count_ones() != 1 {
        return Err(value_error(gil, "The callback can only be set for one event at a time"));
    }
    let place = event.trailing_zeros() as usize;
    if place >= NAMES.len() {
        return Err(value_error(gil, format!("invalid event {event}")));
    }
    let function = Some(function.clone()).filter(|function| !function.is_none());
    let monitor = MONITOR.get(gil);
    let old = std::mem::replace(&mut monitor.callbacks.borrow_mut()[tool][place], function);
    monitor.settle();
    gil.end_budget();
    Ok(old.unwrap_or(Value::NONE))
}

fn get_events(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [id] = arguments.exactly(gil, "get_events")?;
    let tool = tool(gil, id)?;
    Ok(int::from_i64(gil, MONITOR.get(gil).global.get()[tool].into()))
}

fn set_events(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [id, set] = arguments.exactly(gil, "set_events")?;
    let tool = tool(gil, id)?;
    let set = events(gil, set, u32::MAX, "event set")?;
    in_use(gil, tool)?;
    let monitor = MONITOR.get(gil);
    let mut all = monitor.global.get();
    all[tool] = set;
    monitor.global.set(all);
    monitor.settle();
    gil.end_budget();
    Ok(Value::NONE)
}

fn get_local_events(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [id, of] = arguments.exactly(gil, "get_local_events")?;
    code(gil, of)?;
    let tool = tool(gil, id)?;
    let local = MONITOR.get(gil).local.borrow();
    let events = local.get(&super::address(of)).map_or(0, |local| local.events[tool]);
    Ok(int::from_i64(gil, events.into()))
}

fn set_local_events(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [id, of, set] = arguments.exactly(gil, "set_local_events")?;
    code(gil, of)?;
    let tool = tool(gil, id)?;
    let set = events(gil, set, LOCAL, "local event set")?;
    in_use(gil, tool)?;
    let monitor = MONITOR.get(gil);
    monitor.change_local(of, |local| local.events[tool] = set);
    monitor.settle();
    gil.end_budget();
    Ok(Value::NONE)
}

fn restart_events(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "restart_events")?;
    let mut all = MONITOR.get(gil).local.borrow_mut();
    all.values_mut().for_each(|local| local.disabled.clear());
    let mut gone = Vec::new();
    all.retain(|_, local| {
        let stays = local.events != [0; TOOLS];
        if !stays {
            gone.push(local.code.clone());
        }
        stays
    });
    drop(all);
    drop(gone);
    Ok(Value::NONE)
}

/// A dict of the events that somebody waits for everywhere, with the tools as bits.
fn all_events(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "_all_events")?;
    let found = Ref::new(gil, Dict::new());
    for (place, name) in NAMES.iter().enumerate() {
        let wanted = MONITOR.get(gil).global.get().map(|events| events >> place & 1);
        let tools = wanted.iter().enumerate().fold(0, |bits, (tool, wanted)| bits | wanted << tool);
        if tools != 0 {
            let name = crate::object::intern(gil, name);
            drop(found.table.borrow_mut().set_text(&name, int::from_i64(gil, tools.into())));
        }
    }
    Ok(found.into_value())
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    for (name, number) in [("DEBUGGER_ID", 0), ("COVERAGE_ID", 1), ("PROFILER_ID", 2), ("OPTIMIZER_ID", 5)] {
        module.set(gil, name, int::from_i64(gil, number));
    }
    let number = |place: usize| int::from_i64(gil, 1 << place);
    let mut named = vec![("NO_EVENTS", int::from_i64(gil, 0))];
    named.extend(NAMES.iter().enumerate().map(|(place, name)| (*name, number(place))));
    module.set(gil, "events", simple_namespace::make(gil, &named)?);
    let plain = || super::super::call_with(gil, object::class(gil).as_value(), &[]);
    let marks = [plain()?, plain()?];
    module.set(gil, "DISABLE", marks[0].clone());
    module.set(gil, "MISSING", marks[1].clone());
    MONITOR.get(gil).marks.replace(Some(marks));
    IS_ON.store(false, std::sync::atomic::Ordering::Relaxed);
    Ok(())
}

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "sys.monitoring",
    doc: "",
    functions: &[
        Function::new("use_tool_id", "($module, tool_id, name, /)", "", use_tool_id),
        Function::new("free_tool_id", "($module, tool_id, /)", "", free_tool_id),
        Function::new("get_tool", "($module, tool_id, /)", "", get_tool),
        Function::new("register_callback", "($module, tool_id, event, func, /)", "", register_callback),
        Function::new("get_events", "($module, tool_id, /)", "", get_events),
        Function::new("set_events", "($module, tool_id, event_set, /)", "", set_events),
        Function::new("get_local_events", "($module, tool_id, code, /)", "", get_local_events),
        Function::new("set_local_events", "($module, tool_id, code, event_set, /)", "", set_local_events),
        Function::new("restart_events", "($module, /)", "", restart_events),
        Function::new("_all_events", "($module, /)", "", all_events),
    ],
    set_up: Some(set_up),
};
