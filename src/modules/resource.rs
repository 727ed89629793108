//! `resource`: what the process has used, and what it may use.

use std::cell::OnceCell;

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::value_error;
use crate::object::{Arguments, Kind, Ref, Result, Value, operations};
use crate::types::module::{Module, ModuleSpec};

use super::convert;
use super::posix::calls;
use super::struct_sequence::{Class, StructSequence};

/// `resource.struct_rusage`.
static USAGE: StructSequence = StructSequence {
    name: "struct_rusage",
    module: "resource",
    doc: "struct_rusage: Result from getrusage.",
    fields: &[
        "ru_utime",
        "ru_stime",
        "ru_maxrss",
        "ru_ixrss",
        "ru_idrss",
        "ru_isrss",
        "ru_minflt",
        "ru_majflt",
        "ru_nswap",
        "ru_inblock",
        "ru_oublock",
        "ru_msgsnd",
        "ru_msgrcv",
        "ru_nsignals",
        "ru_nvcsw",
        "ru_nivcsw",
    ],
    unnamed: &[],
    hidden: &[],
    constructible: true,
    class: Class::new(OnceCell::new()),
};

fn getrusage(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [who] = arguments.exactly(gil, "getrusage")?;
    let who = convert::to_i32(gil, who)?;
    // SAFETY: the structure is plain numbers, for which zeros are a value.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: the call fills the structure it is handed, which outlives the call.
    match calls::outcome(unsafe { libc::getrusage(who, &mut usage) }) {
        Ok(_) => {}
        Err(libc::EINVAL) => return Err(value_error(gil, "invalid who parameter")),
        Err(errno) => return Err(convert::os_error(gil, errno)),
    }
    Ok(shown(gil, &usage))
}

/// What a process has used, as `getrusage` and `wait4` give it.
pub fn shown(gil: Gil<'_>, usage: &libc::rusage) -> Value {
    let seconds = |time: libc::timeval| Value::float(time.tv_sec as f64 + time.tv_usec as f64 * 1e-6);
    let mut fields = vec![seconds(usage.ru_utime), seconds(usage.ru_stime)];
    fields.extend(convert::ints(
        gil,
        [
            usage.ru_maxrss,
            usage.ru_ixrss,
            usage.ru_idrss,
            usage.ru_isrss,
            usage.ru_minflt,
            usage.ru_majflt,
            usage.ru_nswap,
            usage.ru_inblock,
            usage.ru_oublock,
            usage.ru_msgsnd,
            usage.ru_msgrcv,
            usage.ru_nsignals,
            usage.ru_nvcsw,
            usage.ru_nivcsw,
        ],
    ));
    USAGE.make(gil, fields)
}

/// The limit that an argument names.
fn which(gil: Gil<'_>, resource: &Value) -> Result<i32> {
    let resource = convert::to_i32(gil, resource)?;
    match LIMITS.iter().any(|&(_, known)| known as i32 == resource) {
        true => Ok(resource),
        false => Err(value_error(gil, "invalid resource specified")),
    }
}

/// Two limits, the one in force and the one it may be raised to, of a pair.
fn pair(gil: Gil<'_>, limits: &Value) -> Result<libc::rlimit> {
    let items = operations::collect(gil, limits)?;
    let [now, most] = items.as_slice() else {
        return Err(value_error(gil, "expected a tuple of 2 integers"));
    };
    // -1 stands for no limit, which is the greatest number.
    Ok(libc::rlimit {
        rlim_cur: convert::to_i64(gil, now)? as libc::rlim_t,
        rlim_max: convert::to_i64(gil, most)? as libc::rlim_t,
    })
}

/// Sets limits, or gets them, of a process; 0 is this one.
fn limit(gil: Gil<'_>, process: i32, resource: i32, new: Option<libc::rlimit>) -> Result<Value> {
    let mut old = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    let new = new.as_ref().map_or(std::ptr::null(), std::ptr::from_ref);
    // SAFETY: one structure is read, if there is one, and one is filled; both outlive the call.
    match calls::outcome(unsafe {
        libc::prlimit(process, resource as libc::__rlimit_resource_t, new, &mut old)
    }) {
        Ok(_) => {
            let limits = convert::ints(gil, [old.rlim_cur as i64, old.rlim_max as i64]);
            Ok(convert::tuple(gil, limits))
        }
        Err(libc::EINVAL) => Err(value_error(gil, "current limit exceeds maximum limit")),
        Err(libc::EPERM) if !new.is_null() => Err(value_error(gil, "not allowed to raise maximum limit")),
        Err(errno) => Err(convert::os_error(gil, errno)),
    }
}

fn getrlimit(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [resource] = arguments.exactly(gil, "getrlimit")?;
    let resource = which(gil, resource)?;
    limit(gil, 0, resource, None)
}

fn setrlimit(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [resource, limits] = arguments.exactly(gil, "setrlimit")?;
    let resource = which(gil, resource)?;
    let limits = pair(gil, limits)?;
    limit(gil, 0, resource, Some(limits)).map(|_| Value::NONE)
}

fn prlimit(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "prlimit", 2, 3)?;
    let process = convert::to_i32(gil, &values[0])?;
    let resource = which(gil, &values[1])?;
    let limits = match values.get(2).filter(|limits| !limits.is_none()) {
        Some(limits) => Some(pair(gil, limits)?),
        None => None,
    };
    limit(gil, process, resource, limits)
}

fn getpagesize(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "getpagesize")?;
    // SAFETY: the call takes a number only.
    Ok(convert::int(gil, unsafe { libc::sysconf(libc::_SC_PAGESIZE) }))
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    for &(name, number) in LIMITS {
        module.set(gil, name, convert::int(gil, number.into()));
    }
    for (name, number) in [
        ("RLIM_INFINITY", -1),
        ("RUSAGE_SELF", libc::RUSAGE_SELF.into()),
        ("RUSAGE_CHILDREN", libc::RUSAGE_CHILDREN.into()),
        ("RUSAGE_THREAD", libc::RUSAGE_THREAD.into()),
    ] {
        module.set(gil, name, convert::int(gil, number));
    }
    module.set(gil, "error", Kind::OSError.class(gil).to_value());
    module.set(gil, "struct_rusage", USAGE.class(gil).into_value());
    Ok(())
}

static LIMITS: &[(&str, libc::__rlimit_resource_t)] = &[
    ("RLIMIT_AS", libc::RLIMIT_AS),
    ("RLIMIT_CORE", libc::RLIMIT_CORE),
    ("RLIMIT_CPU", libc::RLIMIT_CPU),
    ("RLIMIT_DATA", libc::RLIMIT_DATA),
    ("RLIMIT_FSIZE", libc::RLIMIT_FSIZE),
    ("RLIMIT_MEMLOCK", libc::RLIMIT_MEMLOCK),
    ("RLIMIT_MSGQUEUE", libc::RLIMIT_MSGQUEUE),
    ("RLIMIT_NICE", libc::RLIMIT_NICE),
    ("RLIMIT_NOFILE", libc::RLIMIT_NOFILE),
    ("RLIMIT_NPROC", libc::RLIMIT_NPROC),
    ("RLIMIT_OFILE", libc::RLIMIT_NOFILE),
    ("RLIMIT_RSS", libc::RLIMIT_RSS),
    ("RLIMIT_RTPRIO", libc::RLIMIT_RTPRIO),
    ("RLIMIT_RTTIME", libc::RLIMIT_RTTIME),
    ("RLIMIT_SIGPENDING", libc::RLIMIT_SIGPENDING),
    ("RLIMIT_STACK", libc::RLIMIT_STACK),
];

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "resource",
    doc: "What the process has used, and what it may use.",
    functions: &[
        Function::new("getrusage", "($module, who, /)", "What has been used.", getrusage),
        Function::new("getrlimit", "($module, resource, /)", "The two limits of a resource.", getrlimit),
        Function::new(
            "setrlimit",
            "($module, resource, limits, /)",
            "Sets the limits of a resource.",
            setrlimit,
        ),
        Function::new(
            "prlimit",
            "($module, pid, resource, limits=None, /)",
            "Sets or gets the limits of another process.",
            prlimit,
        ),
        Function::new("getpagesize", "($module, /)", "The size of a page of memory.", getpagesize),
    ],
    set_up: Some(set_up),
};
