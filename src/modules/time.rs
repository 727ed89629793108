//! `time`: clocks, sleeping, and the calendar.

mod calendar;
mod parse;
pub mod span;

use std::time::Duration;

use crate::gil::sync::Wait;
use crate::gil::{Deadline, Gil};
use crate::modules::convert;
use crate::modules::simple_namespace;
use crate::object::native::Function;
use crate::object::raised::value_error;
use crate::object::{Arguments, Ref, Result, Value};
use crate::types::module::{Module, ModuleSpec};

use super::posix::calls;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "time",
    doc: "This module provides various functions to manipulate time values.",
    functions: &[
        Function::new(
            "time",
            "",
            "time() -> floating-point number\n\nReturn the current time in seconds since the Epoch.",
            time,
        ),
        Function::new(
            "time_ns",
            "",
            "time_ns() -> int\n\nReturn the current time in nanoseconds since the Epoch.",
            time_ns,
        ),
        Function::new(
            "monotonic",
            "",
            "monotonic() -> float\n\nMonotonic clock, cannot go backward.",
            monotonic,
        ),
        Function::new(
            "monotonic_ns",
            "",
            "monotonic_ns() -> int\n\nMonotonic clock, cannot go backward, as nanoseconds.",
            monotonic_ns,
        ),
        Function::new(
            "perf_counter",
            "",
            "perf_counter() -> float\n\nPerformance counter for benchmarking.",
            monotonic,
        ),
        Function::new(
            "perf_counter_ns",
            "",
            "perf_counter_ns() -> int\n\nPerformance counter for benchmarking as nanoseconds.",
            monotonic_ns,
        ),
        Function::new(
            "process_time",
            "",
            "process_time() -> float\n\nProcess time for profiling: sum of the kernel and user-space CPU time.",
            process_time,
        ),
        Function::new(
            "process_time_ns",
            "",
            "process_time() -> int\n\nProcess time for profiling as nanoseconds.",
            process_time_ns,
        ),
        Function::new(
            "thread_time",
            "",
            "thread_time() -> float\n\nThread time for profiling: sum of the kernel and user-space CPU time.",
            thread_time,
        ),
        Function::new(
            "thread_time_ns",
            "",
            "thread_time() -> int\n\nThread time for profiling as nanoseconds.",
            thread_time_ns,
        ),
        Function::new(
            "sleep",
            "($module, object, /)",
            "sleep(seconds)\n\nDelay execution for a given number of seconds.",
            sleep,
        ),
        Function::new(
            "get_clock_info",
            "",
            "get_clock_info(name: str) -> dict\n\nGet information of the specified clock.",
            get_clock_info,
        ),
        Function::new(
            "clock_gettime",
            "($module, clk_id, /)",
            "Return the time of the specified clock clk_id as a float.",
            clock_gettime,
        ),
        Function::new(
            "clock_gettime_ns",
            "($module, clk_id, /)",
            "Return the time of the specified clock clk_id as nanoseconds (int).",
            clock_gettime_ns,
        ),
        Function::new("clock_getres", "", "clock_getres(clk_id) -> floating-point number", clock_getres),
        Function::new(
            "localtime",
            "",
            "localtime([seconds]) -> (tm_year,tm_mon,tm_mday,tm_hour,tm_min,tm_sec,tm_wday,tm_yday,tm_isdst)",
            calendar::localtime,
        ),
        Function::new(
            "gmtime",
            "",
            "gmtime([seconds]) -> (tm_year, tm_mon, tm_mday, tm_hour, tm_min, tm_sec, tm_wday, tm_yday, tm_isdst)",
            calendar::gmtime,
        ),
        Function::new("mktime", "", "mktime(tuple) -> floating-point number", calendar::mktime),
        Function::new("asctime", "", "asctime([tuple]) -> string", calendar::asctime),
        Function::new("ctime", "", "ctime(seconds) -> string", calendar::ctime),
        Function::new("strftime", "", "strftime(format[, tuple]) -> string", calendar::strftime),
        Function::new("strptime", "", "strptime(string, format) -> struct_time", parse::strptime),
        Function::new("tzset", "", "tzset()", tzset),
    ],
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "struct_time", calendar::STRUCT_TIME.class(gil).to_value());
    for (name, number) in [
        ("CLOCK_REALTIME", libc::CLOCK_REALTIME),
        ("CLOCK_MONOTONIC", libc::CLOCK_MONOTONIC),
        ("CLOCK_MONOTONIC_RAW", libc::CLOCK_MONOTONIC_RAW),
        ("CLOCK_PROCESS_CPUTIME_ID", libc::CLOCK_PROCESS_CPUTIME_ID),
        ("CLOCK_THREAD_CPUTIME_ID", libc::CLOCK_THREAD_CPUTIME_ID),
        ("CLOCK_BOOTTIME", libc::CLOCK_BOOTTIME),
        ("CLOCK_TAI", libc::CLOCK_TAI),
    ] {
        module.set(gil, name, convert::int(gil, number.into()));
    }
    set_zone(gil, module);
    Ok(())
}

/// `timezone`, `altzone`, `daylight` and `tzname`.
fn set_zone(gil: Gil<'_>, module: &Ref<Module>) {
    let zone = calendar::zone();
    module.set(gil, "timezone", convert::int(gil, zone.standard));
    module.set(gil, "altzone", convert::int(gil, zone.summer));
    module.set(gil, "daylight", convert::int(gil, i64::from(zone.has_summer)));
    let names = zone.names.iter().map(|name| convert::text(gil, name)).collect();
    module.set(gil, "tzname", convert::tuple(gil, names));
}

fn tzset(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "time.tzset")?;
    calendar::read_zone();
    if let Some(module) = super::loaded(gil, "time")
        && let Ok(module) = module.try_into_ref::<Module>()
    {
        set_zone(gil, &module);
    }
    Ok(Value::NONE)
}

/// A clock's nanoseconds, or the error number.
fn clock(id: libc::clockid_t) -> std::result::Result<i64, i32> {
    // SAFETY: the structure is plain numbers, and the call fills it.
    let time = unsafe {
        let mut time = std::mem::zeroed::<libc::timespec>();
        calls::outcome(libc::clock_gettime(id, &mut time))?;
        time
    };
    Ok(time.tv_sec * 1_000_000_000 + time.tv_nsec)
}

fn seconds_of(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, id: libc::clockid_t) -> Result<Value> {
    arguments.exactly::<0>(gil, name)?;
    let time = clock(id).map_err(|errno| convert::os_error(gil, errno))?;
    Ok(Value::float(time as f64 / 1e9))
}

fn nanoseconds_of(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, id: libc::clockid_t) -> Result<Value> {
    arguments.exactly::<0>(gil, name)?;
    let time = clock(id).map_err(|errno| convert::os_error(gil, errno))?;
    Ok(convert::int(gil, time))
}

fn time(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    seconds_of(gil, arguments, "time.time", libc::CLOCK_REALTIME)
}

fn time_ns(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    nanoseconds_of(gil, arguments, "time.time_ns", libc::CLOCK_REALTIME)
}

fn monotonic(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    seconds_of(gil, arguments, "time.monotonic", libc::CLOCK_MONOTONIC)
}

fn monotonic_ns(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    nanoseconds_of(gil, arguments, "time.monotonic_ns", libc::CLOCK_MONOTONIC)
}

fn process_time(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    seconds_of(gil, arguments, "time.process_time", libc::CLOCK_PROCESS_CPUTIME_ID)
}

fn process_time_ns(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    nanoseconds_of(gil, arguments, "time.process_time_ns", libc::CLOCK_PROCESS_CPUTIME_ID)
}

fn thread_time(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    seconds_of(gil, arguments, "time.thread_time", libc::CLOCK_THREAD_CPUTIME_ID)
}

fn thread_time_ns(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    nanoseconds_of(gil, arguments, "time.thread_time_ns", libc::CLOCK_THREAD_CPUTIME_ID)
}

fn clock_gettime(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [id] = arguments.exactly::<1>(gil, "clock_gettime")?;
    let id = convert::to_i32(gil, id)?;
    seconds_of(gil, Arguments::NONE, "clock_gettime", id)
}

fn clock_gettime_ns(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [id] = arguments.exactly::<1>(gil, "clock_gettime_ns")?;
    let id = convert::to_i32(gil, id)?;
    nanoseconds_of(gil, Arguments::NONE, "clock_gettime_ns", id)
}

fn resolution(id: libc::clockid_t) -> std::result::Result<f64, i32> {
    // SAFETY: the structure is plain numbers, and the call fills it.
    let time = unsafe {
        let mut time = std::mem::zeroed::<libc::timespec>();
        calls::outcome(libc::clock_getres(id, &mut time))?;
        time
    };
    Ok(time.tv_sec as f64 + time.tv_nsec as f64 * 1e-9)
}

fn clock_getres(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [id] = arguments.exactly::<1>(gil, "clock_getres")?;
    let id = convert::to_i32(gil, id)?;
    resolution(id).map(Value::float).map_err(|errno| convert::os_error(gil, errno))
}

fn get_clock_info(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "get_clock_info")?;
    let name = convert::text_argument(gil, name, "get_clock_info", 1)?;
    let (id, function, monotonic, adjustable) = match &*name.lossy() {
        "time" => (libc::CLOCK_REALTIME, "clock_gettime(CLOCK_REALTIME)", false, true),
        "monotonic" | "perf_counter" => {
            (libc::CLOCK_MONOTONIC, "clock_gettime(CLOCK_MONOTONIC)", true, false)
        }
        "process_time" => {
            (libc::CLOCK_PROCESS_CPUTIME_ID, "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false)
        }
        "thread_time" => {
            (libc::CLOCK_THREAD_CPUTIME_ID, "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false)
        }
        _ => return Err(value_error(gil, "unknown clock")),
    };
    let resolution = resolution(id).map_err(|errno| convert::os_error(gil, errno))?;
    simple_namespace::make(
        gil,
        &[
            ("implementation", convert::text(gil, function)),
            ("monotonic", Value::bool(monotonic)),
            ("adjustable", Value::bool(adjustable)),
            ("resolution", Value::float(resolution)),
        ],
    )
}

fn sleep(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [seconds] = arguments.exactly::<1>(gil, "time.sleep")?;
    let Ok(nanoseconds) = u64::try_from(span::nanoseconds(gil, seconds)?) else {
        return Err(value_error(gil, "sleep length must be non-negative"));
    };
    let until = Deadline::after(Duration::from_nanos(nanoseconds));
    loop {
        match crate::gil::sync::sleep(gil, until) {
            Wait::Interrupted => convert::run_signal_handlers(gil)?,
            Wait::Done | Wait::TimedOut => return Ok(Value::NONE),
        }
    }
}
