//! The functions of `sys`.

use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use super::{generators, hooks, tracing};
use crate::gil::{self, Gil, Policy};
use crate::modules::{convert, machine};
use crate::object::native::Function;
use crate::object::raised::{Kind, Raised, type_error, value_error};
use crate::object::{Arguments, Parameters, Result, Text, Value, collector, operations, text};
use crate::types::int::digits::MOST_DIGITS;

/// The table.
pub const FUNCTIONS: &[Function] = &[
    Function::new(
        "exit",
        "($module, status=None, /)",
        "Exit the interpreter by raising SystemExit(status).",
        exit,
    ),
    Function::new(
        "exc_info",
        "($module, /)",
        "Return current exception information: (type, value, traceback).",
        exc_info,
    ),
    Function::new("exception", "($module, /)", "Return the current exception.", exception),
    Function::new(
        "getrefcount",
        "($module, object, /)",
        "Return the reference count of object.",
        getrefcount,
    ),
    Function::new(
        "getsizeof",
        "",
        "getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes.",
        getsizeof,
    ),
    Function::new("intern", "($module, string, /)", "``Intern'' the given string.", intern),
    Function::new(
        "_is_interned",
        "($module, string, /)",
        "Return True if the given string is \"interned\".",
        is_interned,
    ),
    Function::new(
        "getrecursionlimit",
        "($module, /)",
        "Return the current value of the recursion limit.",
        getrecursionlimit,
    ),
    Function::new(
        "setrecursionlimit",
        "($module, limit, /)",
        "Set the maximum depth of the Python interpreter stack to n.",
        setrecursionlimit,
    ),
    Function::new(
        "getswitchinterval",
        "($module, /)",
        "Return the current thread switch interval; see sys.setswitchinterval().",
        getswitchinterval,
    ),
    Function::new(
        "setswitchinterval",
        "($module, interval, /)",
        "Set the ideal thread switching delay inside the Python interpreter.",
        setswitchinterval,
    ),
    Function::new(
        "getcheckinterval",
        "($module, /)",
        "Return the number of instructions after which threads are switched.",
        getcheckinterval,
    ),
    Function::new(
        "setcheckinterval",
        "($module, ticks, /)",
        "Switch threads after exactly so many instructions.",
        setcheckinterval,
    ),
    Function::new(
        "_getframe",
        "($module, depth=0, /)",
        "Return a frame object from the call stack.",
        getframe,
    ),
    Function::new(
        "_current_frames",
        "($module, /)",
        "Return a dict mapping each thread's thread id to its current stack frame.",
        current_frames,
    ),
    Function::new(
        "_getframemodulename",
        "($module, /, depth=0)",
        "Return the name of the module for a calling frame.",
        getframemodulename,
    ),
    Function::new(
        "excepthook",
        "($module, exctype, value, traceback, /)",
        "Handle an exception by displaying it with a traceback on sys.stderr.",
        hooks::excepthook,
    ),
    Function::new(
        "displayhook",
        "($module, object, /)",
        "Print an object to sys.stdout and also save it in builtins._",
        hooks::displayhook,
    ),
    Function::new(
        "unraisablehook",
        "($module, unraisable, /)",
        "Handle an unraisable exception.",
        hooks::unraisablehook,
    ),
    Function::new(
        "breakpointhook",
        "",
        "This hook function is called by built-in breakpoint().",
        hooks::breakpointhook,
    ),
    Function::new(
        "set_asyncgen_hooks",
        "",
        "set_asyncgen_hooks([firstiter] [, finalizer])\n\nSet a finalizer for async generators objects.",
        generators::set,
    ),
    Function::new(
        "get_asyncgen_hooks",
        "($module, /)",
        "Return the installed asynchronous generators hooks.",
        generators::get,
    ),
    Function::new(
        "get_coroutine_origin_tracking_depth",
        "($module, /)",
        "Check status of origin tracking for coroutine objects in this thread.",
        generators::tracking_depth,
    ),
    Function::new(
        "set_coroutine_origin_tracking_depth",
        "($module, /, depth)",
        "Says how many of the calls that made it a coroutine keeps in cr_origin; 0 keeps none.",
        generators::set_tracking_depth,
    ),
    Function::new(
        "getdefaultencoding",
        "($module, /)",
        "Return the current default encoding used by the Unicode implementation.",
        utf8,
    ),
    Function::new(
        "getfilesystemencoding",
        "($module, /)",
        "Return the encoding used to convert Unicode filenames to OS filenames.",
        utf8,
    ),
    Function::new(
        "getfilesystemencodeerrors",
        "($module, /)",
        "Return the error mode used for Unicode to OS filename conversion.",
        surrogateescape,
    ),
    Function::new(
        "get_int_max_str_digits",
        "($module, /)",
        "Return the maximum string digits limit for non-binary int<->str conversions.",
        get_int_max_str_digits,
    ),
    Function::new(
        "set_int_max_str_digits",
        "($module, /, maxdigits)",
        "Set the maximum string digits limit for non-binary int<->str conversions.",
        set_int_max_str_digits,
    ),
    Function::new("is_finalizing", "($module, /)", "Return True if Python is exiting.", is_finalizing),
    Function::new(
        "_is_gil_enabled",
        "($module, /)",
        "Return True if the GIL is currently enabled and False if it is disabled.",
        is_gil_enabled,
    ),
    Function::new(
        "audit",
        "",
        "audit(event, *args)\n\nPasses the event to any hooks that are attached.",
        nothing,
    ),
    Function::new("addaudithook", "($module, /, hook)", "Adds a new audit hook callback.", nothing),
    Function::new(
        "getallocatedblocks",
        "($module, /)",
        "Return the number of memory blocks currently allocated.",
        getallocatedblocks,
    ),
    Function::new(
        "gettrace",
        "($module, /)",
        "Return the global debug tracing function set with sys.settrace.",
        tracing::gettrace,
    ),
    Function::new(
        "settrace",
        "($module, function, /)",
        "Set the global debug tracing function.\n\nIt will be called on each function call.",
        tracing::settrace,
    ),
    Function::new(
        "getprofile",
        "($module, /)",
        "Return the profiling function set with sys.setprofile.",
        tracing::getprofile,
    ),
    Function::new(
        "setprofile",
        "($module, function, /)",
        "Set the profiling function.\n\nIt will be called on each function call and return.",
        tracing::setprofile,
    ),
    Function::new(
        "_settraceallthreads",
        "($module, arg, /)",
        "Set the global debug tracing function in all running threads.",
        tracing::settraceallthreads,
    ),
    Function::new(
        "_setprofileallthreads",
        "($module, arg, /)",
        "Set the profiling function in all running threads.",
        tracing::setprofileallthreads,
    ),
    Function::new(
        "_clear_internal_caches",
        "($module, /)",
        "Clear all internal performance-related caches.",
        nothing,
    ),
];

fn exit(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "exit", 0, 1)?;
    let arguments = given
        .first()
        .filter(|status| !status.is_none())
        .map(|status| convert::tuple_items(status).unwrap_or_else(|| vec![status.clone()]));
    Err(convert::raise(gil, Kind::SystemExit, &arguments.unwrap_or_default()))
}

fn exc_info(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "sys.exc_info")?;
    let items = match machine::find(gil).and_then(|machine| (machine.handled_exception)(gil)) {
        Some(exception) => {
            let traceback = exception.traceback.borrow().clone();
            vec![exception.as_value().class(gil).to_value(), exception.to_value(), traceback]
        }
        None => vec![Value::NONE, Value::NONE, Value::NONE],
    };
    Ok(convert::tuple(gil, items))
}

fn exception(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "sys.exception")?;
    Ok(machine::find(gil)
        .and_then(|machine| (machine.handled_exception)(gil))
        .map_or(Value::NONE, |exception| exception.into_value()))
}

/// What the count of an object that never ends is shown as.
const IMMORTAL: i64 = 0xFFFF_FFFF;

fn getrefcount(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly::<1>(gil, "sys.getrefcount")?;
    let count = object.header().map_or(IMMORTAL, |header| header.count().into());
    Ok(convert::int(gil, count))
}

fn getsizeof(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["object", "default"], 1);
    let [object, default] = arguments.bind(gil, "getsizeof", &SIGNATURE)?;
    let object = convert::given(object);
    let asked = operations::call_special(gil, object, "__sizeof__", &[]);
    match (asked, default) {
        (Ok(Some(size)), _) => {
            let size = convert::to_i64(gil, &size)?;
            if size < 0 {
                return Err(value_error(gil, "__sizeof__() should return >= 0"));
            }
            Ok(convert::int(gil, size))
        }
        (Err(raised), Some(default)) if raised.is(gil, Kind::TypeError) => Ok(default.clone()),
        (Err(raised), _) => Err(raised),
        (Ok(None), Some(default)) => Ok(default.clone()),
        (Ok(None), None) => {
            let class = object.class(gil).name();
            Err(type_error(gil, format!("Type {class} doesn't define __sizeof__")))
        }
    }
}

fn text_of<'a>(gil: Gil<'_>, value: &'a Value, function: &str) -> Result<&'a crate::object::Ref<Text>> {
    value.downcast::<Text>().ok_or_else(|| {
        let class = value.class(gil).name();
        type_error(gil, format!("{function}() argument must be str, not {class}"))
    })
}

fn intern(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [string] = arguments.exactly::<1>(gil, "sys.intern")?;
    if !string.is_exact::<Text>(gil) && string.downcast::<Text>().is_some() {
        let class = string.class(gil).name();
        return Err(type_error(gil, format!("can't intern {class}")));
    }
    if string.is_none() {
        return Err(type_error(gil, "intern() argument must be str, not None"));
    }
    Ok(text::intern_text(gil, text_of(gil, string, "intern")?).into_value())
}

fn is_interned(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [string] = arguments.exactly::<1>(gil, "sys._is_interned")?;
    Ok(Value::bool(text_of(gil, string, "_is_interned")?.is_interned()))
}

fn getrecursionlimit(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "sys.getrecursionlimit")?;
    Ok(convert::int(gil, (machine::get(gil)?.recursion_limit)(gil).into()))
}

fn setrecursionlimit(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [limit] = arguments.exactly::<1>(gil, "sys.setrecursionlimit")?;
    let limit = convert::to_i32(gil, limit)?;
    let Some(limit) = u32::try_from(limit).ok().filter(|&limit| limit > 0) else {
        return Err(value_error(gil, "recursion limit must be greater or equal than 1"));
    };
    let depth = (machine::get(gil)?.depth)(gil);
    if depth >= limit {
        let message = format!(
            "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
        );
        return Err(Raised::with_message(gil, Kind::RecursionError, &message));
    }
    (machine::get(gil)?.set_recursion_limit)(gil, limit);
    Ok(Value::NONE)
}

fn getswitchinterval(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "sys.getswitchinterval")?;
    let interval = match Policy::current() {
        Policy::Interval(interval) => interval,
        _ => Policy::DEFAULT_INTERVAL,
    };
    Ok(Value::float(interval.as_secs_f64()))
}

fn setswitchinterval(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [interval] = arguments.exactly::<1>(gil, "sys.setswitchinterval")?;
    let interval = convert::to_f64(gil, interval)?;
    if interval.is_nan() || interval <= 0.0 {
        return Err(value_error(gil, "switch interval must be strictly positive"));
    }
    gil::set_switch_interval(Duration::from_secs_f64(interval.min(1e9)));
    gil.end_budget();
    Ok(Value::NONE)
}

fn getcheckinterval(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "sys.getcheckinterval")?;
    let ticks = match Policy::current() {
        Policy::Ticks(ticks) | Policy::Unfair(ticks) => ticks,
        Policy::Interval(_) => gil::DEFAULT_SWITCH_TICKS,
    };
    Ok(convert::int(gil, ticks.into()))
}

fn setcheckinterval(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [ticks] = arguments.exactly::<1>(gil, "sys.setcheckinterval")?;
    let ticks = convert::to_i64(gil, ticks)?;
    if ticks <= 0 {
        return Err(value_error(gil, "check interval must be strictly positive"));
    }
    gil::set_switch_ticks(u32::try_from(ticks).unwrap_or(u32::MAX));
    gil.end_budget();
    Ok(Value::NONE)
}

fn getframe(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "_getframe", 0, 1)?;
    let depth = given.first().map_or(Ok(0), |depth| convert::to_i32(gil, depth))?;
    frame_at(gil, depth).ok_or_else(|| value_error(gil, "call stack is not deep enough"))
}

fn current_frames(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [] = arguments.exactly::<0>(gil, "_current_frames")?;
    let frames = convert::dict(gil, Vec::new()).into_value();
    for (thread, frame) in crate::vm::threads::frames(gil) {
        operations::set_item(gil, &frames, &convert::int(gil, thread as i64), Some(frame))?;
    }
    Ok(frames)
}

fn frame_at(gil: Gil<'_>, depth: i32) -> Option<Value> {
    machine::find(gil).and_then(|machine| (machine.frame)(gil, usize::try_from(depth).unwrap_or(0)))
}

fn getframemodulename(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["depth"], 0);
    let [depth] = arguments.bind(gil, "_getframemodulename", &SIGNATURE)?;
    let depth = depth.map_or(Ok(0), |depth| convert::to_i32(gil, depth))?;
    let Some(frame) = frame_at(gil, depth) else { return Ok(Value::NONE) };
    let globals = operations::find_named(gil, &frame, "f_globals")?.unwrap_or(Value::NONE);
    match globals.downcast::<crate::types::dict::Dict>() {
        Some(globals) => Ok(convert::get_item(gil, globals, "__name__").unwrap_or(Value::NONE)),
        None => Ok(Value::NONE),
    }
}

fn utf8(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "sys.getdefaultencoding")?;
    Ok(convert::text(gil, "utf-8"))
}

fn surrogateescape(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::text(gil, "surrogateescape"))
}

fn get_int_max_str_digits(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "sys.get_int_max_str_digits")?;
    Ok(convert::int(gil, MOST_DIGITS.load(Relaxed) as i64))
}

fn set_int_max_str_digits(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["maxdigits"], 1);
    let [digits] = arguments.bind(gil, "set_int_max_str_digits", &SIGNATURE)?;
    let digits = convert::to_i64(gil, convert::given(digits))?;
    if i32::try_from(digits).is_err() {
        return Err(crate::object::raised::overflow_error(gil, "Python int too large to convert to C int"));
    }
    match u64::try_from(digits) {
        Ok(0) | Ok(640..) => {
            MOST_DIGITS.store(digits as usize, Relaxed);
            Ok(Value::NONE)
        }
        _ => Err(value_error(gil, "maxdigits must be 0 or larger than 640")),
    }
}

fn is_finalizing(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::bool(crate::modules::shutdown::is_finalizing(gil)))
}

fn is_gil_enabled(_gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::TRUE)
}

fn nothing(_gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::NONE)
}

fn getallocatedblocks(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::int(gil, collector::count(gil).1 as i64))
}
