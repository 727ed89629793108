//! `_posixsubprocess`: starting a program in a child process.
//!
//! Everything that the child needs is made before the copy. Between the copy and the new program the child allocates
//! nothing, locks nothing and runs no Python: other threads of the parent do not exist there, and their locks may be held.

use std::ffi::{CString, c_char};

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::value_error;
use crate::object::{Arguments, Parameters, Result, Value, operations};
use crate::types::module::ModuleSpec;

use super::convert;
use super::posix::calls;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_posixsubprocess",
    doc: "Starting programs.",
    functions: &[Function::new(
        "start",
        "($module, executables, words, variables, folder, streams, errors, kept, close_others,\n        new_session, group, mask, restore_signals, /)",
        "Start a program in a child process; returns its id. What fails there is written to the descriptor errors.",
        start,
    )],
    set_up: None,
};

/// What a child does before its program begins.
struct Plan {
    executables: Vec<CString>,
    words: Vec<CString>,
    variables: Option<Vec<CString>>,
    folder: Option<CString>,
    /// What become descriptors 0, 1 and 2; negative where the parent's stays.
    streams: [i32; 3],
    /// Where errors are told.
    errors: i32,
    /// Further descriptors that the program gets, in order.
    kept: Vec<i32>,
    close_others: bool,
    new_session: bool,
    /// The process group to join, 0 for a new one; negative for none.
    group: i32,
    /// The mask of permissions; negative for the parent's.
    mask: i32,
    restore_signals: bool,
}

fn start(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<12> = Parameters::new(
        [
            "executables",
            "words",
            "variables",
            "folder",
            "streams",
            "errors",
            "kept",
            "close_others",
            "new_session",
            "group",
            "mask",
            "restore_signals",
        ],
        12,
    );
    let given = arguments.bind(gil, "start", &SIGNATURE)?;
    let [executables, words, variables, folder, streams, errors, kept, close, session, group, mask, restore] =
        given.map(convert::given);
    let numbers = |value: &Value| -> Result<Vec<i32>> {
        operations::collect(gil, value)?.iter().map(|number| convert::to_i32(gil, number)).collect()
    };
    let streams = <[i32; 3]>::try_from(numbers(streams)?)
        .map_err(|_| value_error(gil, "there are three standard streams"))?;
    let mut kept = numbers(kept)?;
    kept.sort_unstable();
    let plan = Plan {
        executables: strings(gil, executables)?,
        words: strings(gil, words)?,
        variables: if variables.is_none() { None } else { Some(strings(gil, variables)?) },
        folder: if folder.is_none() { None } else { Some(string(gil, folder)?) },
        streams,
        errors: convert::to_i32(gil, errors)?,
        kept,
        close_others: convert::to_bool(gil, close)?,
        new_session: convert::to_bool(gil, session)?,
        group: convert::to_i32(gil, group)?,
        mask: convert::to_i32(gil, mask)?,
        restore_signals: convert::to_bool(gil, restore)?,
    };
    let pointers = Pointers::of(&plan);
    // SAFETY: the child only makes system calls on what has been prepared, and ends in a new program or in `_exit`.
    let child = unsafe { libc::fork() };
    if child == 0 {
        let (step, errno) = become_program(&plan, &pointers);
        tell(plan.errors, step, errno);
        // SAFETY: the call ends the process at once; nothing of the parent's is flushed twice.
        unsafe { libc::_exit(255) };
    }
    Ok(convert::int(gil, calls::checked(gil, child)?.into()))
}

fn string(gil: Gil<'_>, value: &Value) -> Result<CString> {
    CString::new(convert::bytes_like(gil, value)?).map_err(|_| value_error(gil, "embedded null byte"))
}

fn strings(gil: Gil<'_>, values: &Value) -> Result<Vec<CString>> {
    operations::collect(gil, values)?.iter().map(|value| string(gil, value)).collect()
}

/// The lists that the system takes: pointers, and a null pointer at the end.
struct Pointers {
    words: Vec<*const c_char>,
    variables: Option<Vec<*const c_char>>,
}

impl Pointers {
    fn of(plan: &Plan) -> Pointers {
        let list = |strings: &Vec<CString>| {
            strings.iter().map(|string| string.as_ptr()).chain([std::ptr::null()]).collect()
        };
        Pointers { words: list(&plan.words), variables: plan.variables.as_ref().map(list) }
    }
}

/// Where a child failed: the letter that its parent reads.
type Step = u8;

/// Does what the plan says, in the child; comes back only with an error.
fn become_program(plan: &Plan, pointers: &Pointers) -> (Step, i32) {
    if let Err(errno) = prepare(plan) {
        return (b'p', errno);
    }
    if let Some(folder) = &plan.folder {
        // SAFETY: the name ends in a zero byte.
        if unsafe { libc::chdir(folder.as_ptr()) } < 0 {
            return (b'c', calls::errno());
        }
    }
    let mut worst = libc::ENOENT;
    for executable in &plan.executables {
        // SAFETY: name, words and variables end in a zero byte, the lists of them in a null pointer.
        unsafe {
            match &pointers.variables {
                Some(variables) => {
                    libc::execve(executable.as_ptr(), pointers.words.as_ptr(), variables.as_ptr())
                }
                None => libc::execv(executable.as_ptr(), pointers.words.as_ptr()),
            }
        };
        let errno = calls::errno();
        if errno != libc::ENOENT && errno != libc::ENOTDIR {
            worst = errno;
        }
    }
    (b'e', worst)
}

fn prepare(plan: &Plan) -> std::result::Result<(), i32> {
    let mut streams = plan.streams;
    for (place, stream) in streams.iter_mut().enumerate() {
        if (0..3).contains(stream) && *stream != place as i32 {
            // SAFETY: the calls on descriptors have no conditions; a wrong number is an error.
            *stream = calls::outcome(unsafe { libc::fcntl(*stream, libc::F_DUPFD_CLOEXEC, 3) })?;
        }
    }
    for (place, stream) in streams.into_iter().enumerate() {
        // SAFETY: as above.
        match stream {
            negative if negative < 0 => {}
            same if same == place as i32 => {
                calls::outcome(unsafe { libc::fcntl(same, libc::F_SETFD, 0) })?;
            }
            other => {
                // SAFETY: as above.
                calls::outcome(unsafe { libc::dup2(other, place as i32) })?;
            }
        }
    }
    for descriptor in &plan.kept {
        // SAFETY: as above.
        calls::outcome(unsafe { libc::fcntl(*descriptor, libc::F_SETFD, 0) })?;
    }
    if plan.close_others {
        close_others(plan);
    }
    if plan.mask >= 0 {
        // SAFETY: the call has no conditions.
        unsafe { libc::umask(plan.mask as libc::mode_t) };
    }
    if plan.restore_signals {
        restore_signals();
    }
    if plan.new_session {
        // SAFETY: the call has no conditions.
        calls::outcome(unsafe { libc::setsid() })?;
    }
    if plan.group >= 0 {
        // SAFETY: the call has no conditions.
        calls::outcome(unsafe { libc::setpgid(0, plan.group) })?;
    }
    Ok(())
}

/// Signals do what they do by default where this interpreter ignores them, and none is held back.
fn restore_signals() {
    // SAFETY: the set is filled in by the first call; the others only read it.
    unsafe {
        let mut none = std::mem::zeroed::<libc::sigset_t>();
        libc::sigemptyset(&mut none);
        libc::sigprocmask(libc::SIG_SETMASK, &none, std::ptr::null_mut());
        for number in [libc::SIGPIPE, libc::SIGXFSZ] {
            libc::signal(number, libc::SIG_DFL);
        }
    }
}

/// Closes all descriptors from 3 on but those that are kept, and where errors are told (the program closes that).
fn close_others(plan: &Plan) {
    let mut first = 3;
    let mut errors = Some(plan.errors);
    let mut kept = plan.kept.iter().copied().peekable();
    loop {
        let next = match (kept.peek(), errors) {
            (Some(&number), Some(other)) if other < number => errors.take(),
            (Some(_), _) => kept.next(),
            (None, _) => errors.take(),
        };
        let Some(next) = next else { break };
        if next > first {
            close_range(first, next - 1);
        }
        first = first.max(next + 1);
    }
    close_range(first, i32::MAX);
}

fn close_range(first: i32, last: i32) {
    // SAFETY: the calls on descriptors have no conditions; closing what is not open is an error that does not matter.
    unsafe {
        if libc::syscall(libc::SYS_close_range, first, last, 0) == 0 {
            return;
        }
        let most = i32::try_from(libc::sysconf(libc::_SC_OPEN_MAX)).unwrap_or(1024).clamp(256, 1 << 16);
        for descriptor in first..=last.min(most) {
            libc::close(descriptor);
        }
    }
}

/// Writes what failed and the error's number to the parent.
fn tell(errors: i32, step: Step, errno: i32) {
    let mut message = [step, 0, 0, 0, 0];
    message[1..].copy_from_slice(&errno.to_le_bytes());
    // SAFETY: the buffer has as many bytes as the call is told.
    unsafe { libc::write(errors, message.as_ptr().cast(), message.len()) };
}
