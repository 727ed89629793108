//! Processes: copying, replacing, awaiting, signalling and ending them.

use std::ffi::CString;

use crate::gil::{Forked, Gil, Reason};
use crate::modules::convert::{self, Path};
use crate::modules::resource;
use crate::object::native::Function;
use crate::object::raised::{Kind, type_error, value_error};
use crate::object::{Arguments, Global, Parameters, Result, Value, operations};
use crate::types::warning;

use super::calls;

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new(
        "fork",
        "($module, /)",
        "Fork a child process.\n\nReturn 0 to child process and PID of child to parent process.",
        fork,
    ),
    Function::new(
        "register_at_fork",
        "($module, /, *, before=<unrepresentable>,\n                 after_in_child=<unrepresentable>,\n                 after_in_parent=<unrepresentable>)",
        "Register callables to be called when forking a new process.",
        register_at_fork,
    ),
    Function::new("wait", "($module, /)", "Wait for completion of a child process.", wait),
    Function::new(
        "waitpid",
        "($module, pid, options, /)",
        "Wait for completion of a given child process.",
        waitpid,
    ),
    Function::new(
        "wait3",
        "($module, /, options)",
        "Wait for completion of a child process, and tell what it has used.",
        wait3,
    ),
    Function::new(
        "wait4",
        "($module, /, pid, options)",
        "Wait for completion of a specific child process, and tell what it has used.",
        wait4,
    ),
    Function::new(
        "pidfd_open",
        "($module, /, pid, flags=0)",
        "Return a file descriptor referring to the process *pid*.",
        pidfd_open,
    ),
    Function::new(
        "waitstatus_to_exitcode",
        "($module, /, status)",
        "Convert a wait status to an exit code.",
        waitstatus_to_exitcode,
    ),
    Function::new(
        "WIFEXITED",
        "($module, /, status)",
        "Return True if the process returning status exited via the exit() system call.",
        wifexited,
    ),
    Function::new(
        "WEXITSTATUS",
        "($module, /, status)",
        "Return the process return code from status.",
        wexitstatus,
    ),
    Function::new(
        "WIFSIGNALED",
        "($module, /, status)",
        "Return True if the process returning status was terminated by a signal.",
        wifsignaled,
    ),
    Function::new(
        "WTERMSIG",
        "($module, /, status)",
        "Return the signal that terminated the process that provided the status value.",
        wtermsig,
    ),
    Function::new(
        "WIFSTOPPED",
        "($module, /, status)",
        "Return True if the process returning status was stopped.",
        wifstopped,
    ),
    Function::new(
        "WSTOPSIG",
        "($module, /, status)",
        "Return the signal that stopped the process that provided the status value.",
        wstopsig,
    ),
    Function::new(
        "WIFCONTINUED",
        "($module, /, status)",
        "Return True if a particular process was continued from a job control stop.",
        wifcontinued,
    ),
    Function::new(
        "WCOREDUMP",
        "($module, status, /)",
        "Return True if the process returning status was dumped to a core file.",
        wcoredump,
    ),
    Function::new(
        "_exit",
        "($module, /, status)",
        "Exit to the system with specified status, without normal exit processing.",
        exit,
    ),
    Function::new("abort", "($module, /)", "Abort the interpreter immediately.", abort),
    Function::new("kill", "($module, pid, signal, /)", "Kill a process with a signal.", kill),
    Function::new("killpg", "($module, pgid, signal, /)", "Kill a process group with a signal.", killpg),
    Function::new(
        "execv",
        "($module, path, argv, /)",
        "Execute an executable path with arguments, replacing current process.",
        execv,
    ),
    Function::new(
        "execve",
        "($module, /, path, argv, env)",
        "Execute an executable path with arguments, replacing current process.",
        execve,
    ),
    Function::new("system", "($module, /, command)", "Execute the command in a subshell.", system),
    Function::new("getpid", "($module, /)", "Return the current process id.", |gil, arguments| {
        number(gil, arguments, "getpid", numbers::process_id)
    }),
    Function::new("getppid", "($module, /)", "Return the parent's process id.", |gil, arguments| {
        number(gil, arguments, "getppid", numbers::parent_id)
    }),
    Function::new("getuid", "($module, /)", "Return the current process's user id.", |gil, arguments| {
        number(gil, arguments, "getuid", numbers::user)
    }),
    Function::new(
        "geteuid",
        "($module, /)",
        "Return the current process's effective user id.",
        |gil, arguments| number(gil, arguments, "geteuid", numbers::effective_user),
    ),
    Function::new("getgid", "($module, /)", "Return the current process's group id.", |gil, arguments| {
        number(gil, arguments, "getgid", numbers::group)
    }),
    Function::new(
        "getegid",
        "($module, /)",
        "Return the current process's effective group id.",
        |gil, arguments| number(gil, arguments, "getegid", numbers::effective_group),
    ),
    Function::new("getpgrp", "($module, /)", "Return the current process group id.", |gil, arguments| {
        number(gil, arguments, "getpgrp", numbers::process_group)
    }),
    Function::new(
        "getpgid",
        "($module, /, pid)",
        "Call the system call getpgid(), and return the result.",
        getpgid,
    ),
    Function::new("setpgid", "($module, pid, pgrp, /)", "Call the system call setpgid(pid, pgrp).", setpgid),
    Function::new(
        "getsid",
        "($module, pid, /)",
        "Call the system call getsid(pid) and return the result.",
        getsid,
    ),
    Function::new("setsid", "($module, /)", "Call the system call setsid().", setsid),
    Function::new(
        "nice",
        "($module, increment, /)",
        "Add increment to the priority of process and return the new priority.",
        nice,
    ),
    Function::new("sched_yield", "($module, /)", "Voluntarily relinquish the CPU.", sched_yield),
];

/// The plain numbers that a process has.
mod numbers {
    /// The process's id.
    pub fn process_id() -> i64 {
        std::process::id().into()
    }

    /// The parent's id.
    pub fn parent_id() -> i64 {
        std::os::unix::process::parent_id().into()
    }

    /// The user.
    pub fn user() -> i64 {
        // SAFETY: the call takes nothing and cannot fail.
        unsafe { libc::getuid() }.into()
    }

    /// The user whose rights count.
    pub fn effective_user() -> i64 {
        // SAFETY: the call takes nothing and cannot fail.
        unsafe { libc::geteuid() }.into()
    }

    /// The group.
    pub fn group() -> i64 {
        // SAFETY: the call takes nothing and cannot fail.
        unsafe { libc::getgid() }.into()
    }

    /// The group whose rights count.
    pub fn effective_group() -> i64 {
        // SAFETY: the call takes nothing and cannot fail.
        unsafe { libc::getegid() }.into()
    }

    /// The process group.
    pub fn process_group() -> i64 {
        // SAFETY: the call takes nothing and cannot fail.
        unsafe { libc::getpgrp() }.into()
    }
}

fn number(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, ask: fn() -> i64) -> Result<Value> {
    arguments.exactly::<0>(gil, &format!("posix.{function}"))?;
    Ok(convert::int(gil, ask()))
}

/// What is to be called around a fork.
struct Hooks {
    before: Vec<Value>,
    in_child: Vec<Value>,
    in_parent: Vec<Value>,
}

static HOOKS: Global<std::cell::RefCell<Hooks>> = Global::new(std::cell::RefCell::new(Hooks {
    before: Vec::new(),
    in_child: Vec::new(),
    in_parent: Vec::new(),
}));

fn register_at_fork(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> =
        Parameters::new(["before", "after_in_child", "after_in_parent"], 0).keyword_only(0);
    let hooks = arguments.bind(gil, "register_at_fork", &SIGNATURE)?;
    if hooks.iter().all(Option::is_none) {
        return Err(type_error(gil, "At least one argument is required."));
    }
    for (name, hook) in SIGNATURE.names.iter().zip(hooks) {
        if let Some(hook) = hook
            && hook.class(gil).slots.call.get().is_none()
        {
            let class = hook.class(gil).name();
            return Err(type_error(gil, format!("'{name}' must be callable, not {class}")));
        }
    }
    let [before, in_child, in_parent] = hooks.map(|hook| hook.cloned());
    let mut known = HOOKS.get(gil).borrow_mut();
    known.before.extend(before);
    known.in_child.extend(in_child);
    known.in_parent.extend(in_parent);
    Ok(Value::NONE)
}

fn call_hooks(gil: Gil<'_>, hooks: impl Iterator<Item = Value>) {
    for hook in hooks {
        if let Err(raised) = operations::call(gil, &hook, Arguments::NONE) {
            convert::report_unraisable(gil, raised, "Exception ignored in", &hook);
        }
    }
}

fn fork(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.fork")?;
    let result = copy(gil, Gil::fork)?;
    let is_child = convert::to_i32(gil, &result)? == 0;
    if !is_child && crate::modules::thread::running(gil) > 0 {
        warn_of_threads(gil);
    }
    Ok(result)
}

/// Only the forking thread lives on in the copy: what the others had locked stays so. The child is there already, so a
/// warning that is an error is none.
#[cold]
fn warn_of_threads(gil: Gil<'_>) {
    let message = format!(
        "This process (pid={}) is multi-threaded, use of fork() may lead to deadlocks in the child.",
        std::process::id()
    );
    drop(warning::warn(gil, Kind::DeprecationWarning, &message));
}

/// Copies the process in one of the ways of the GIL, with what is to be done before and after: 0 in the copy, otherwise
/// its identifier.
pub fn copy<'a>(gil: Gil<'a>, way: impl FnOnce(Gil<'a>) -> std::io::Result<Forked>) -> Result<Value> {
    let hooks = |choose: fn(&Hooks) -> &Vec<Value>| choose(&HOOKS.get(gil).borrow()).clone();
    call_hooks(gil, hooks(|hooks| &hooks.before).into_iter().rev());
    match way(gil) {
        Ok(Forked::Child) => {
            crate::modules::signal::become_main();
            crate::modules::multiprocessing::forget_holds(gil);
            crate::modules::thread::deadlock::forget_others(gil);
            crate::modules::asyncio::running::forget(gil);
            call_hooks(gil, hooks(|hooks| &hooks.in_child).into_iter());
            Ok(convert::int(gil, 0))
        }
        Ok(Forked::Parent(child)) => {
            call_hooks(gil, hooks(|hooks| &hooks.in_parent).into_iter());
            Ok(convert::int(gil, child.into()))
        }
        Err(error) => {
            call_hooks(gil, hooks(|hooks| &hooks.in_parent).into_iter());
            Err(convert::os_error(gil, error.raw_os_error().unwrap_or(libc::EAGAIN)))
        }
    }
}

fn wait(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.wait")?;
    Ok(convert::tuple(gil, wait_for(gil, -1, 0)?.0.into()))
}

fn pidfd_open(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["pid", "flags"], 1);
    let [process, flags] = arguments.bind(gil, "pidfd_open", &SIGNATURE)?;
    let process = convert::to_i32(gil, convert::given(process))?;
    let flags = flags.map_or(Ok(0), |flags| convert::to_i32(gil, flags))?;
    // SAFETY: the call takes numbers only.
    let descriptor = unsafe { libc::syscall(libc::SYS_pidfd_open, process, flags) };
    Ok(convert::int(gil, calls::checked(gil, descriptor)?))
}

fn waitpid(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [child, options] = arguments.exactly::<2>(gil, "waitpid")?;
    let (child, options) = (convert::to_i32(gil, child)?, convert::to_i32(gil, options)?);
    Ok(convert::tuple(gil, wait_for(gil, child, options)?.0.into()))
}

fn wait3(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["options"], 1);
    let [options] = arguments.bind(gil, "wait3", &SIGNATURE)?;
    let options = convert::to_i32(gil, convert::given(options))?;
    wait_with_usage(gil, -1, options)
}

fn wait4(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["pid", "options"], 2);
    let [child, options] = arguments.bind(gil, "wait4", &SIGNATURE)?;
    let child = convert::to_i32(gil, convert::given(child))?;
    let options = convert::to_i32(gil, convert::given(options))?;
    wait_with_usage(gil, child, options)
}

fn wait_with_usage(gil: Gil<'_>, child: i32, options: i32) -> Result<Value> {
    let (ended, usage) = wait_for(gil, child, options)?;
    Ok(convert::tuple(gil, ended.into_iter().chain([resource::shown(gil, &usage)]).collect()))
}

/// The child that ended and its status, and what it has used.
fn wait_for(gil: Gil<'_>, child: i32, options: i32) -> Result<([Value; 2], libc::rusage)> {
    let mut status = 0;
    // SAFETY: the structure is plain numbers, for which zeros are a value.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: the status has room for the number, and the structure is what the call fills.
    let ended = calls::repeat(gil, Reason::Process, || unsafe {
        libc::wait4(child, &mut status, options, &mut usage)
    })?;
    let ended = ended.map_err(|errno| convert::os_error(gil, errno))?;
    Ok(([convert::int(gil, ended.into()), convert::int(gil, status.into())], usage))
}

fn status_argument(gil: Gil<'_>, arguments: Arguments<'_>, function: &str) -> Result<i32> {
    const SIGNATURE: Parameters<1> = Parameters::new(["status"], 1);
    let [status] = arguments.bind(gil, function, &SIGNATURE)?;
    convert::to_i32(gil, convert::given(status))
}

fn waitstatus_to_exitcode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let status = status_argument(gil, arguments, "waitstatus_to_exitcode")?;
    let code = if libc::WIFEXITED(status) {
        libc::WEXITSTATUS(status)
    } else if libc::WIFSIGNALED(status) {
        -libc::WTERMSIG(status)
    } else if libc::WIFSTOPPED(status) {
        let signal = libc::WSTOPSIG(status);
        return Err(value_error(gil, format!("process stopped by delivery of signal {signal}")));
    } else {
        return Err(value_error(gil, format!("invalid wait status: {status}")));
    };
    Ok(convert::int(gil, code.into()))
}

fn wifexited(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::bool(libc::WIFEXITED(status_argument(gil, arguments, "WIFEXITED")?)))
}

fn wexitstatus(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::int(gil, libc::WEXITSTATUS(status_argument(gil, arguments, "WEXITSTATUS")?).into()))
}

fn wifsignaled(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::bool(libc::WIFSIGNALED(status_argument(gil, arguments, "WIFSIGNALED")?)))
}

fn wtermsig(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::int(gil, libc::WTERMSIG(status_argument(gil, arguments, "WTERMSIG")?).into()))
}

fn wifstopped(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::bool(libc::WIFSTOPPED(status_argument(gil, arguments, "WIFSTOPPED")?)))
}

fn wstopsig(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::int(gil, libc::WSTOPSIG(status_argument(gil, arguments, "WSTOPSIG")?).into()))
}

fn wifcontinued(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::bool(libc::WIFCONTINUED(status_argument(gil, arguments, "WIFCONTINUED")?)))
}

fn wcoredump(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [status] = arguments.exactly::<1>(gil, "WCOREDUMP")?;
    Ok(Value::bool(libc::WCOREDUMP(convert::to_i32(gil, status)?)))
}

fn exit(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let status = status_argument(gil, arguments, "_exit")?;
    // SAFETY: the process ends here; nothing of it is used afterwards.
    unsafe { libc::_exit(status) }
}

fn abort(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.abort")?;
    std::process::abort()
}

fn kill(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [process, signal] = arguments.exactly::<2>(gil, "kill")?;
    let (process, signal) = (convert::to_i32(gil, process)?, convert::to_i32(gil, signal)?);
    // SAFETY: the call takes numbers only.
    calls::checked(gil, unsafe { libc::kill(process, signal) })?;
    // A signal to this process has its handler run before the next line.
    convert::run_signal_handlers(gil)?;
    Ok(Value::NONE)
}

fn killpg(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [group, signal] = arguments.exactly::<2>(gil, "killpg")?;
    let (group, signal) = (convert::to_i32(gil, group)?, convert::to_i32(gil, signal)?);
    // SAFETY: the call takes numbers only.
    calls::checked(gil, unsafe { libc::killpg(group, signal) })?;
    convert::run_signal_handlers(gil)?;
    Ok(Value::NONE)
}

/// The words of a program that is to run.
pub fn words_of(gil: Gil<'_>, value: &Value, function: &str) -> Result<Vec<CString>> {
    let executes = function.starts_with("exec");
    if convert::sequence_items(value).is_none() {
        return Err(type_error(gil, format!("{function}: argv must be a tuple or list")));
    }
    let mut words = Vec::new();
    for item in operations::collect(gil, value)? {
        words.push(Path::of(gil, &item, function, "argv", false)?.c_string().to_owned());
    }
    let subject = if executes { format!("{function}() arg 2") } else { format!("{function}: argv") };
    if words.is_empty() {
        return Err(value_error(gil, format!("{subject} must not be empty")));
    }
    if words[0].is_empty() {
        return Err(value_error(gil, format!("{subject} first element cannot be empty")));
    }
    Ok(words)
}

/// The variables of an environment that is given as a mapping, as the system takes them.
pub fn variables_of(gil: Gil<'_>, environment: &Value, function: &str) -> Result<Vec<CString>> {
    let mut variables = Vec::new();
    let items = operations::call_method(gil, environment, "items", &[])?;
    for pair in operations::collect(gil, &items)? {
        let pair = operations::collect(gil, &pair)?;
        let [name, value] = &pair[..] else { return Err(type_error(gil, "env.items() must give pairs")) };
        let name = Path::of(gil, name, function, "env", false)?;
        let value = Path::of(gil, value, function, "env", false)?;
        let both = [name.c_string().to_bytes(), b"=", value.c_string().to_bytes()].concat();
        variables.push(CString::new(both).map_err(|_| value_error(gil, "embedded null byte"))?);
    }
    Ok(variables)
}

/// The list of strings that the system takes: pointers, the last of them null.
pub fn pointers(strings: &[CString]) -> Vec<*const libc::c_char> {
    strings.iter().map(|string| string.as_ptr()).chain([std::ptr::null()]).collect()
}

fn execv(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [path, words] = arguments.exactly::<2>(gil, "execv")?;
    let path = Path::of(gil, path, "execv", "path", false)?;
    let words = words_of(gil, words, "execv")?;
    // SAFETY: the name and the words end in a zero byte, the list of them in a null pointer.
    unsafe { libc::execv(path.c_string().as_ptr(), pointers(&words).as_ptr()) };
    Err(convert::os_error(gil, calls::errno()))
}

fn execve(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> = Parameters::new(["path", "argv", "env"], 3);
    let [path, words, environment] = arguments.bind(gil, "execve", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "execve", "path", true)?;
    let words = words_of(gil, convert::given(words), "execve")?;
    let variables = variables_of(gil, convert::given(environment), "execve")?;
    let (words, variables) = (pointers(&words), pointers(&variables));
    // SAFETY: the name, words and variables end in a zero byte, the lists of them in a null pointer.
    unsafe {
        match path.descriptor() {
            Some(fd) => libc::fexecve(fd, words.as_ptr(), variables.as_ptr()),
            None => libc::execve(path.c_string().as_ptr(), words.as_ptr(), variables.as_ptr()),
        }
    };
    Err(path.error(gil, calls::errno()))
}

fn system(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["command"], 1);
    let [command] = arguments.bind(gil, "system", &SIGNATURE)?;
    let command: CString =
        Path::of(gil, convert::given(command), "system", "command", false)?.c_string().to_owned();
    // SAFETY: the command ends in a zero byte.
    let status = gil.detach(Reason::Process, || unsafe { libc::system(command.as_ptr()) });
    Ok(convert::int(gil, status.into()))
}

fn getpgid(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["pid"], 1);
    let [process] = arguments.bind(gil, "getpgid", &SIGNATURE)?;
    let process = convert::to_i32(gil, convert::given(process))?;
    // SAFETY: the call takes a number only.
    Ok(convert::int(gil, calls::checked(gil, unsafe { libc::getpgid(process) })?.into()))
}

fn setpgid(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [process, group] = arguments.exactly::<2>(gil, "setpgid")?;
    let (process, group) = (convert::to_i32(gil, process)?, convert::to_i32(gil, group)?);
    // SAFETY: the call takes numbers only.
    calls::checked(gil, unsafe { libc::setpgid(process, group) })?;
    Ok(Value::NONE)
}

fn getsid(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [process] = arguments.exactly::<1>(gil, "getsid")?;
    let process = convert::to_i32(gil, process)?;
    // SAFETY: the call takes a number only.
    Ok(convert::int(gil, calls::checked(gil, unsafe { libc::getsid(process) })?.into()))
}

fn setsid(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.setsid")?;
    // SAFETY: the call takes nothing.
    calls::checked(gil, unsafe { libc::setsid() })?;
    Ok(Value::NONE)
}

fn nice(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [increment] = arguments.exactly::<1>(gil, "nice")?;
    let increment = convert::to_i32(gil, increment)?;
    // SAFETY: the call takes a number only. A result of -1 can be right, so the error number tells.
    let (priority, errno) = unsafe {
        *libc::__errno_location() = 0;
        (libc::nice(increment), *libc::__errno_location())
    };
    if errno != 0 {
        return Err(convert::os_error(gil, errno));
    }
    Ok(convert::int(gil, priority.into()))
}

fn sched_yield(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.sched_yield")?;
    gil.detach(Reason::Native, std::thread::yield_now);
    Ok(Value::NONE)
}
