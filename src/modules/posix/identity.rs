//! On whose behalf a process runs: users and groups, and what they are allowed of the processor.

use std::cell::OnceCell;

use crate::gil::Gil;
use crate::modules::convert::{self, Path};
use crate::modules::struct_sequence::{Class, StructSequence};
use crate::object::native::Function;
use crate::object::raised::{overflow_error, type_error};
use crate::object::{Arguments, Parameters, Result, Value, operations};
use crate::types::tuple::Tuple;

use super::calls;

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new("setuid", "($module, uid, /)", "Set the process's user.", |gil, arguments| {
        set(gil, arguments, "setuid", "uid", Call::One(libc::setuid))
    }),
    Function::new("seteuid", "($module, euid, /)", "Set the user whose rights count.", |gil, arguments| {
        set(gil, arguments, "seteuid", "uid", Call::One(libc::seteuid))
    }),
    Function::new("setgid", "($module, gid, /)", "Set the process's group.", |gil, arguments| {
        set(gil, arguments, "setgid", "gid", Call::One(libc::setgid))
    }),
    Function::new("setegid", "($module, egid, /)", "Set the group whose rights count.", |gil, arguments| {
        set(gil, arguments, "setegid", "gid", Call::One(libc::setegid))
    }),
    Function::new(
        "setreuid",
        "($module, ruid, euid, /)",
        "Set the process's user and the one whose rights count.",
        |gil, arguments| set(gil, arguments, "setreuid", "uid", Call::Two(libc::setreuid)),
    ),
    Function::new(
        "setregid",
        "($module, rgid, egid, /)",
        "Set the process's group and the one whose rights count.",
        |gil, arguments| set(gil, arguments, "setregid", "gid", Call::Two(libc::setregid)),
    ),
    Function::new(
        "setresuid",
        "($module, ruid, euid, suid, /)",
        "Set the process's user, the one whose rights count, and the saved one.",
        |gil, arguments| set(gil, arguments, "setresuid", "uid", Call::Three(libc::setresuid)),
    ),
    Function::new(
        "setresgid",
        "($module, rgid, egid, sgid, /)",
        "Set the process's group, the one whose rights count, and the saved one.",
        |gil, arguments| set(gil, arguments, "setresgid", "gid", Call::Three(libc::setresgid)),
    ),
    Function::new(
        "getresuid",
        "($module, /)",
        "The process's user, the one whose rights count, and the saved one.",
        |gil, arguments| get_three(gil, arguments, "posix.getresuid", libc::getresuid),
    ),
    Function::new(
        "getresgid",
        "($module, /)",
        "The process's group, the one whose rights count, and the saved one.",
        |gil, arguments| get_three(gil, arguments, "posix.getresgid", libc::getresgid),
    ),
    Function::new("getgroups", "($module, /)", "The further groups of the process.", getgroups),
    Function::new("setgroups", "($module, groups, /)", "Set the further groups of the process.", setgroups),
    Function::new(
        "getgrouplist",
        "($module, user, group, /)",
        "The groups that a user is in, and the group that is given.",
        getgrouplist,
    ),
    Function::new(
        "initgroups",
        "($module, username, gid, /)",
        "Set the further groups to those of a user and the group that is given.",
        initgroups,
    ),
    Function::new("setpgrp", "($module, /)", "Make the process the leader of its own group.", setpgrp),
    Function::new(
        "getpriority",
        "($module, /, which, who)",
        "How nice a process, a group or a user's processes are.",
        getpriority,
    ),
    Function::new(
        "setpriority",
        "($module, /, which, who, priority)",
        "Say how nice a process, a group or a user's processes are to be.",
        setpriority,
    ),
    Function::new(
        "sched_get_priority_max",
        "($module, /, policy)",
        "The highest priority of a policy of scheduling.",
        |gil, arguments| bound(gil, arguments, "sched_get_priority_max", libc::sched_get_priority_max),
    ),
    Function::new(
        "sched_get_priority_min",
        "($module, /, policy)",
        "The lowest priority of a policy of scheduling.",
        |gil, arguments| bound(gil, arguments, "sched_get_priority_min", libc::sched_get_priority_min),
    ),
    Function::new(
        "sched_getscheduler",
        "($module, pid, /)",
        "The policy by which a process is scheduled.",
        sched_getscheduler,
    ),
    Function::new(
        "sched_setscheduler",
        "($module, pid, policy, param, /)",
        "Set the policy by which a process is scheduled, and its parameters.",
        sched_setscheduler,
    ),
    Function::new(
        "sched_getparam",
        "($module, pid, /)",
        "The parameters by which a process is scheduled.",
        sched_getparam,
    ),
    Function::new(
        "sched_setparam",
        "($module, pid, param, /)",
        "Set the parameters by which a process is scheduled.",
        sched_setparam,
    ),
    Function::new(
        "sched_rr_get_interval",
        "($module, pid, /)",
        "How many seconds a process runs before the next has its turn.",
        sched_rr_get_interval,
    ),
    Function::new(
        "unshare",
        "($module, /, flags)",
        "Part with what the process shares with others, its namespaces for instance.",
        unshare,
    ),
    Function::new(
        "setns",
        "($module, /, fd, nstype=0)",
        "Move the thread to a namespace that a descriptor stands for.",
        setns,
    ),
    Function::new("sync", "($module, /)", "Have everything written to the disks.", sync),
];

/// `os.sched_param`.
pub static SCHED_PARAM: StructSequence = StructSequence {
    name: "sched_param",
    module: "posix",
    doc: "The parameters by which a process is scheduled.\n\n  sched_priority\n    the priority",
    fields: &["sched_priority"],
    unnamed: &[],
    hidden: &[],
    constructible: true,
    class: Class::new(OnceCell::new()),
};

/// The number of a user or group: -1 stands for "as it is".
pub fn identity(gil: Gil<'_>, value: &Value, what: &str) -> Result<u32> {
    let name = value.class(gil).name();
    if value.class(gil).slots.index.get().is_none() {
        return Err(type_error(gil, format!("{what} should be integer, not {name}")));
    }
    match convert::to_i64(gil, value)? {
        -1 => Ok(u32::MAX),
        number if number < 0 => Err(overflow_error(gil, format!("{what} is less than minimum"))),
        number => {
            u32::try_from(number).map_err(|_| overflow_error(gil, format!("{what} is greater than maximum")))
        }
    }
}

/// A call of the library that takes one, two or three numbers of users or groups.
enum Call {
    One(unsafe extern "C" fn(u32) -> i32),
    Two(unsafe extern "C" fn(u32, u32) -> i32),
    Three(unsafe extern "C" fn(u32, u32, u32) -> i32),
}

fn set(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, what: &str, call: Call) -> Result<Value> {
    // SAFETY: the calls take numbers only.
    let done = unsafe {
        match call {
            Call::One(call) => {
                let [one] = identities(gil, arguments, function, what)?;
                call(one)
            }
            Call::Two(call) => {
                let [one, two] = identities(gil, arguments, function, what)?;
                call(one, two)
            }
            Call::Three(call) => {
                let [one, two, three] = identities(gil, arguments, function, what)?;
                call(one, two, three)
            }
        }
    };
    calls::checked(gil, done)?;
    Ok(Value::NONE)
}

fn identities<const N: usize>(
    gil: Gil<'_>,
    arguments: Arguments<'_>,
    function: &str,
    what: &str,
) -> Result<[u32; N]> {
    let mut numbers = [0; N];
    for (number, value) in numbers.iter_mut().zip(arguments.exactly::<N>(gil, function)?) {
        *number = identity(gil, value, what)?;
    }
    Ok(numbers)
}

type AskThree = unsafe extern "C" fn(*mut u32, *mut u32, *mut u32) -> i32;

fn get_three(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, ask: AskThree) -> Result<Value> {
    let [] = arguments.exactly::<0>(gil, function)?;
    let (mut real, mut effective, mut saved) = (0, 0, 0);
    // SAFETY: there is room for each of the numbers.
    calls::checked(gil, unsafe { ask(&mut real, &mut effective, &mut saved) })?;
    Ok(convert::tuple(gil, convert::ints(gil, [real.into(), effective.into(), saved.into()])))
}

fn show(gil: Gil<'_>, groups: &[u32]) -> Value {
    convert::list(gil, groups.iter().map(|&group| convert::int(gil, group.into())).collect())
}

fn getgroups(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [] = arguments.exactly::<0>(gil, "posix.getgroups")?;
    // SAFETY: a room of no size asks how much is needed.
    let count = calls::checked(gil, unsafe { libc::getgroups(0, std::ptr::null_mut()) })?;
    let mut groups = vec![0; count as usize];
    // SAFETY: there is as much room as is said.
    let count = calls::checked(gil, unsafe { libc::getgroups(count, groups.as_mut_ptr()) })?;
    groups.truncate(count as usize);
    Ok(show(gil, &groups))
}

fn setgroups(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [groups] = arguments.exactly::<1>(gil, "setgroups")?;
    let mut numbers = Vec::new();
    for group in operations::collect(gil, groups)? {
        numbers.push(identity(gil, &group, "gid")?);
    }
    // SAFETY: the list is as long as is said.
    calls::checked(gil, unsafe { libc::setgroups(numbers.len(), numbers.as_ptr()) })?;
    Ok(Value::NONE)
}

fn getgrouplist(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [user, group] = arguments.exactly::<2>(gil, "getgrouplist")?;
    crate::modules::name_service::keep_to_own();
    let user = Path::of(gil, user, "getgrouplist", "user", false)?;
    let group = identity(gil, group, "gid")?;
    let mut groups = vec![0_u32; 64];
    loop {
        let mut count = groups.len() as i32;
        // SAFETY: the name ends in a zero byte, and there is as much room as is said.
        let found =
            unsafe { libc::getgrouplist(user.c_string().as_ptr(), group, groups.as_mut_ptr(), &mut count) };
        if found >= 0 {
            groups.truncate(count as usize);
            return Ok(show(gil, &groups));
        }
        let wanted = (count.max(0) as usize).max(2 * groups.len());
        if wanted > 1 << 20 {
            return Err(convert::os_error(gil, libc::ENOMEM));
        }
        groups.resize(wanted, 0);
    }
}

fn initgroups(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [user, group] = arguments.exactly::<2>(gil, "initgroups")?;
    crate::modules::name_service::keep_to_own();
    let user = Path::of(gil, user, "initgroups", "username", false)?;
    let group = identity(gil, group, "gid")?;
    // SAFETY: the name ends in a zero byte.
    calls::checked(gil, unsafe { libc::initgroups(user.c_string().as_ptr(), group) })?;
    Ok(Value::NONE)
}

fn setpgrp(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [] = arguments.exactly::<0>(gil, "posix.setpgrp")?;
    // SAFETY: the call takes numbers only.
    calls::checked(gil, unsafe { libc::setpgid(0, 0) })?;
    Ok(Value::NONE)
}

fn getpriority(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["which", "who"], 2);
    let [which, who] = arguments.bind(gil, "getpriority", &SIGNATURE)?;
    let (which, who) =
        (convert::to_i32(gil, convert::given(which))?, convert::to_i32(gil, convert::given(who))?);
    // SAFETY: the call takes numbers only. A result of -1 can be right, so the error number tells.
    let (priority, errno) = unsafe {
        *libc::__errno_location() = 0;
        (libc::getpriority(which as _, who as libc::id_t), *libc::__errno_location())
    };
    match errno {
        0 => Ok(convert::int(gil, priority.into())),
        errno => Err(convert::os_error(gil, errno)),
    }
}

fn setpriority(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> = Parameters::new(["which", "who", "priority"], 3);
    let [which, who, priority] = arguments.bind(gil, "setpriority", &SIGNATURE)?;
    let (which, who) =
        (convert::to_i32(gil, convert::given(which))?, convert::to_i32(gil, convert::given(who))?);
    let priority = convert::to_i32(gil, convert::given(priority))?;
    // SAFETY: the call takes numbers only.
    calls::checked(gil, unsafe { libc::setpriority(which as _, who as libc::id_t, priority) })?;
    Ok(Value::NONE)
}

type Bound = unsafe extern "C" fn(i32) -> i32;

fn bound(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, ask: Bound) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["policy"], 1);
    let [policy] = arguments.bind(gil, function, &SIGNATURE)?;
    let policy = convert::to_i32(gil, convert::given(policy))?;
    // SAFETY: the call takes a number only.
    Ok(convert::int(gil, calls::checked(gil, unsafe { ask(policy) })?.into()))
}

/// The parameters in a `sched_param`.
pub fn parameters(gil: Gil<'_>, value: &Value) -> Result<libc::sched_param> {
    let is_record = value.class(gil).is_subtype(&SCHED_PARAM.class(gil));
    let Some(record) = value.downcast::<Tuple>().filter(|_| is_record) else {
        return Err(type_error(gil, "must have a sched_param object"));
    };
    Ok(libc::sched_param { sched_priority: convert::to_i32(gil, &record.items[0])? })
}

fn sched_getscheduler(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [process] = arguments.exactly::<1>(gil, "sched_getscheduler")?;
    let process = convert::to_i32(gil, process)?;
    // SAFETY: the call takes a number only.
    Ok(convert::int(gil, calls::checked(gil, unsafe { libc::sched_getscheduler(process) })?.into()))
}

fn sched_setscheduler(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [process, policy, wanted] = arguments.exactly::<3>(gil, "sched_setscheduler")?;
    let (process, policy) = (convert::to_i32(gil, process)?, convert::to_i32(gil, policy)?);
    let wanted = parameters(gil, wanted)?;
    // SAFETY: the structure is there.
    calls::checked(gil, unsafe { libc::sched_setscheduler(process, policy, &wanted) })?;
    Ok(Value::NONE)
}

fn sched_getparam(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [process] = arguments.exactly::<1>(gil, "sched_getparam")?;
    let process = convert::to_i32(gil, process)?;
    let mut found = libc::sched_param { sched_priority: 0 };
    // SAFETY: the structure is there.
    calls::checked(gil, unsafe { libc::sched_getparam(process, &mut found) })?;
    Ok(SCHED_PARAM.make(gil, vec![convert::int(gil, found.sched_priority.into())]))
}

fn sched_setparam(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [process, wanted] = arguments.exactly::<2>(gil, "sched_setparam")?;
    let (process, wanted) = (convert::to_i32(gil, process)?, parameters(gil, wanted)?);
    // SAFETY: the structure is there.
    calls::checked(gil, unsafe { libc::sched_setparam(process, &wanted) })?;
    Ok(Value::NONE)
}

fn sched_rr_get_interval(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [process] = arguments.exactly::<1>(gil, "sched_rr_get_interval")?;
    let process = convert::to_i32(gil, process)?;
    let mut turn = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the structure is there.
    calls::checked(gil, unsafe { libc::sched_rr_get_interval(process, &mut turn) })?;
    Ok(Value::float(turn.tv_sec as f64 + 1e-9 * turn.tv_nsec as f64))
}

fn unshare(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["flags"], 1);
    let [flags] = arguments.bind(gil, "unshare", &SIGNATURE)?;
    let flags = convert::to_i32(gil, convert::given(flags))?;
    // SAFETY: the call takes a number only; what a thread may not part with alone is refused by the system.
    calls::checked(gil, unsafe { libc::unshare(flags) })?;
    Ok(Value::NONE)
}

fn setns(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["fd", "nstype"], 1);
    let [fd, kind] = arguments.bind(gil, "setns", &SIGNATURE)?;
    let fd = convert::descriptor_of(gil, convert::given(fd))?;
    let kind = kind.map_or(Ok(0), |kind| convert::to_i32(gil, kind))?;
    // SAFETY: the call takes numbers only.
    calls::checked(gil, unsafe { libc::setns(fd, kind) })?;
    Ok(Value::NONE)
}

fn sync(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [] = arguments.exactly::<0>(gil, "posix.sync")?;
    // SAFETY: the call takes nothing.
    gil.detach(crate::gil::Reason::Io, || unsafe { libc::sync() });
    Ok(Value::NONE)
}
