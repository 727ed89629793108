//! `gc`: the collector of cycles.

use std::cell::{Cell, RefCell};

use crate::gil::{Gil, Guarded};
use crate::object::native::Function;
use crate::object::raised::value_error;
use crate::object::{Arguments, Global, Parameters, Ref, Result, Value, collector, operations};
use crate::types::module::{Module, ModuleSpec};

use super::{convert, import};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "gc",
    doc: "This module provides access to the garbage collector for reference cycles.",
    functions: &[
        Function::new("enable", "($module, /)", "Enable automatic garbage collection.", enable),
        Function::new("disable", "($module, /)", "Disable automatic garbage collection.", disable),
        Function::new(
            "isenabled",
            "($module, /)",
            "Returns true if automatic garbage collection is enabled.",
            isenabled,
        ),
        Function::new(
            "collect",
            "($module, /, generation=2)",
            "Run the garbage collector.\n\nThe number of unreachable objects is returned.",
            collect,
        ),
        Function::new(
            "get_count",
            "($module, /)",
            "Return a three-tuple of the current collection counts.",
            get_count,
        ),
        Function::new(
            "get_threshold",
            "($module, /)",
            "Return the current collection thresholds.",
            get_threshold,
        ),
        Function::new(
            "set_threshold",
            "",
            "set_threshold(threshold0, [threshold1, [threshold2]])\nSet the collection thresholds (the collection frequency).",
            set_threshold,
        ),
        Function::new(
            "get_objects",
            "($module, /, generation=None)",
            "Return a list of objects tracked by the collector (excluding the list returned).",
            get_objects,
        ),
        Function::new(
            "get_referents",
            "($module, /, *objs)",
            "Return the list of objects that are directly referred to by 'objs'.",
            get_referents,
        ),
        Function::new(
            "get_referrers",
            "($module, /, *objs)",
            "Return the list of objects that directly refer to any of 'objs'.",
            get_referrers,
        ),
        Function::new(
            "is_tracked",
            "($module, obj, /)",
            "Returns true if the object is tracked by the garbage collector.",
            is_tracked,
        ),
        Function::new(
            "is_finalized",
            "($module, obj, /)",
            "Returns true if the object has been already finalized by the GC.",
            is_finalized,
        ),
        Function::new(
            "freeze",
            "($module, /)",
            "Freeze all current tracked objects and ignore them for future collections.",
            nothing,
        ),
        Function::new(
            "unfreeze",
            "($module, /)",
            "Unfreeze all objects in the permanent generation.",
            nothing,
        ),
        Function::new(
            "get_freeze_count",
            "($module, /)",
            "Return the number of objects in the permanent generation.",
            zero,
        ),
        Function::new("get_debug", "($module, /)", "Get the garbage collection debugging flags.", zero),
        Function::new(
            "set_debug",
            "($module, flags, /)",
            "Set the garbage collection debugging flags.",
            nothing,
        ),
        Function::new(
            "get_stats",
            "($module, /)",
            "Return a list of dictionaries containing per-generation statistics.",
            get_stats,
        ),
    ],
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "garbage", convert::list(gil, Vec::new()));
    module.set(gil, "callbacks", convert::list(gil, Vec::new()));
    for (name, number) in [
        ("DEBUG_STATS", 1),
        ("DEBUG_COLLECTABLE", 2),
        ("DEBUG_UNCOLLECTABLE", 4),
        ("DEBUG_SAVEALL", 32),
        ("DEBUG_LEAK", 38),
    ] {
        module.set(gil, name, convert::int(gil, number));
    }
    Ok(())
}

fn enable(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "gc.enable")?;
    collector::enable(gil, true);
    Ok(Value::NONE)
}

fn disable(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "gc.disable")?;
    collector::enable(gil, false);
    Ok(Value::NONE)
}

fn isenabled(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "gc.isenabled")?;
    Ok(Value::bool(collector::is_enabled(gil)))
}

/// Collections that were asked for, and what they found.
static STATISTICS: Guarded<Cell<(i64, i64)>> = Guarded::new(Cell::new((0, 0)));

fn collect(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["generation"], 0);
    let [generation] = arguments.bind(gil, "collect", &SIGNATURE)?;
    let generation = generation.map_or(Ok(2), |generation| convert::to_i64(gil, generation))?;
    if !(0..=2).contains(&generation) {
        return Err(value_error(gil, "invalid generation"));
    }
    tell(gil, "start", generation, 0);
    let found = collector::collect(gil, generation > 0) as i64;
    tell(gil, "stop", generation, found);
    let (runs, all) = STATISTICS.get(gil).get();
    STATISTICS.get(gil).set((runs + 1, all + found));
    Ok(convert::int(gil, found))
}

/// Calls what is in `gc.callbacks` about a collection that was asked for.
fn tell(gil: Gil<'_>, phase: &str, generation: i64, found: i64) {
    let Ok(module) = import::module(gil, "gc") else { return };
    let Ok(callbacks) = operations::get_attribute(gil, &module, &crate::object::intern(gil, "callbacks"))
    else {
        return;
    };
    let Ok(callbacks) = operations::collect(gil, &callbacks) else { return };
    for callback in callbacks {
        let number = |number| convert::int(gil, number);
        let items = vec![
            ("generation", number(generation)),
            ("collected", number(found)),
            ("uncollectable", number(0)),
        ];
        let given = [convert::text(gil, phase), convert::dict(gil, items).into_value()];
        if let Err(raised) = operations::call(gil, &callback, Arguments::positional(&given)) {
            super::sys::report_unraisable_of(gil, raised, "Exception ignored in", &callback);
        }
    }
}

fn get_count(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "gc.get_count")?;
    let young = collector::count(gil).0 as i64;
    Ok(convert::tuple(gil, convert::ints(gil, [young, 0, 0])))
}

static THRESHOLDS: Global<RefCell<[i64; 3]>> = Global::new(RefCell::new([2000, 10, 0]));

fn get_threshold(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "gc.get_threshold")?;
    let thresholds = *THRESHOLDS.get(gil).borrow();
    Ok(convert::tuple(gil, convert::ints(gil, thresholds)))
}

fn set_threshold(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "set_threshold", 1, 3)?;
    for (place, value) in given.iter().enumerate() {
        let number = convert::to_i64(gil, value)?;
        THRESHOLDS.get(gil).borrow_mut()[place] = number;
    }
    Ok(Value::NONE)
}

fn get_objects(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["generation"], 0);
    arguments.bind(gil, "get_objects", &SIGNATURE)?;
    Ok(convert::list(gil, collector::objects(gil)))
}

fn referents(value: &Value, found: &mut Vec<Value>) {
    if let Some(header) = value.header().filter(|header| header.tracked().is_some()) {
        collector::traverse(header, &mut |value| found.push(value.clone()));
    }
}

fn get_referents(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.no_keywords(gil, "get_referents")?;
    let mut found = Vec::new();
    for value in arguments.values {
        referents(value, &mut found);
    }
    Ok(convert::list(gil, found))
}

fn get_referrers(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.no_keywords(gil, "get_referrers")?;
    let mut referrers = Vec::new();
    for object in collector::objects(gil) {
        let mut refers = false;
        if let Some(header) = object.header() {
            collector::traverse(header, &mut |value| {
                refers |= arguments.values.iter().any(|wanted| wanted.is(value));
            });
        }
        if refers {
            referrers.push(object);
        }
    }
    Ok(convert::list(gil, referrers))
}

fn is_tracked(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly::<1>(gil, "gc.is_tracked")?;
    Ok(Value::bool(object.header().is_some_and(|header| header.tracked().is_some())))
}

fn is_finalized(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly::<1>(gil, "gc.is_finalized")?;
    let finalized = |header: &crate::object::Header| header.has(crate::object::header::mark::FINALIZED);
    Ok(Value::bool(object.header().is_some_and(finalized)))
}

fn nothing(_gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::NONE)
}

fn zero(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::int(gil, 0))
}

fn get_stats(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "gc.get_stats")?;
    let (runs, found) = STATISTICS.get(gil).get();
    let line = |runs: i64, found: i64| {
        let number = |number| convert::int(gil, number);
        let items =
            vec![("collections", number(runs)), ("collected", number(found)), ("uncollectable", number(0))];
        convert::dict(gil, items).into_value()
    };
    Ok(convert::list(gil, vec![line(0, 0), line(0, 0), line(runs, found)]))
}
