//! `_signal`: what is done when the system sends a signal. The constants (`numbers`), timers and what is held back (`masks`)
//! are apart.
//!
//! The system's handler only notes which signal has come and asks the main thread to look; Python handlers run there,
//! between two instructions.

mod masks;
mod numbers;
mod waiting;

use std::cell::RefCell;
use std::sync::atomic::{AtomicI32, AtomicU64, AtomicUsize, Ordering};

use crate::gil::{Gil, PendingWork, pending};
use crate::object::native::Function;
use crate::object::raised::{Kind, Raised, type_error, value_error};
use crate::object::{Arguments, Global, Result, Value, operations};
use crate::types::module::ModuleSpec;

use super::posix::calls;
use super::{convert, machine};
use numbers::SIGNALS;

pub use masks::hold_back_all;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_signal",
    doc: "This module provides mechanisms to use signal handlers in Python.",
    functions: &[
        Function::new(
            "signal",
            "($module, signalnum, handler, /)",
            "Set the action for the given signal.",
            signal,
        ),
        Function::new(
            "getsignal",
            "($module, signalnum, /)",
            "Return the current action for the given signal.",
            getsignal,
        ),
        Function::new(
            "default_int_handler",
            "($module, signalnum, frame, /)",
            "The default handler for SIGINT installed by Python.",
            default_int_handler,
        ),
        Function::new(
            "raise_signal",
            "($module, signalnum, /)",
            "Send a signal to the executing process.",
            raise_signal,
        ),
        Function::new(
            "alarm",
            "($module, seconds, /)",
            "Arrange for SIGALRM to arrive after the given number of seconds.",
            alarm,
        ),
        Function::new(
            "sigwaitinfo",
            "($module, sigset, /)",
            "Wait for one of these signals; what is known of it.",
            waiting::sigwaitinfo,
        ),
        Function::new(
            "sigtimedwait",
            "($module, sigset, timeout, /)",
            "Like sigwaitinfo(), but no longer than so many seconds: None if nothing came.",
            waiting::sigtimedwait,
        ),
        Function::new(
            "pidfd_send_signal",
            "($module, pidfd, signalnum, siginfo=None, flags=0, /)",
            "Send a signal to the process that a descriptor stands for.",
            waiting::pidfd_send_signal,
        ),
        Function::new("pause", "($module, /)", "Wait until a signal arrives.", pause),
        Function::new(
            "strsignal",
            "($module, signalnum, /)",
            "Return the system description of the given signal.",
            strsignal,
        ),
        Function::new(
            "setitimer",
            "($module, which, seconds, interval=0.0, /)",
            "Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF).",
            masks::setitimer,
        ),
        Function::new(
            "getitimer",
            "($module, which, /)",
            "Returns current value of given itimer.",
            masks::getitimer,
        ),
        Function::new(
            "pthread_kill",
            "($module, thread_id, signalnum, /)",
            "Send a signal to a thread.",
            masks::pthread_kill,
        ),
        Function::new(
            "pthread_sigmask",
            "($module, how, mask, /)",
            "Fetch and/or change the signal mask of the calling thread.",
            masks::pthread_sigmask,
        ),
        Function::new("sigpending", "($module, /)", "Examine pending signals.", masks::sigpending),
        Function::new("sigwait", "($module, sigset, /)", "Wait for a signal.", masks::sigwait),
        Function::new(
            "valid_signals",
            "($module, /)",
            "Return a set of valid signal numbers on this platform.",
            masks::valid_signals,
        ),
        Function::new(
            "siginterrupt",
            "($module, signalnum, flag, /)",
            "Change system call restart behaviour.",
            masks::siginterrupt,
        ),
        Function::new(
            "set_wakeup_fd",
            "($module, fd, /, *, warn_on_full_buffer=True)",
            "Sets the fd to be written to (with the signal number) when a signal comes in.",
            set_wakeup_fd,
        ),
    ],
    set_up: Some(numbers::set_up),
};

/// Signals that have come and whose handlers have not run yet, one bit each.
///
/// Set by the system's handler, on any thread; taken by the main thread. Both with acquire and release, so that the
/// request made after it finds the bit.
static ARRIVED: AtomicU64 = AtomicU64::new(0);

/// The handlers by number, where there is something else than the default.
static HANDLERS: Global<RefCell<Vec<Option<Value>>>> = Global::new(RefCell::new(Vec::new()));

/// The thread that signals are for, as the system knows it; zero before the start. Set there and in the child of a fork,
/// read by the system's handler; relaxed, since it is a number and nothing hangs on it.
static MAIN: AtomicUsize = AtomicUsize::new(0);

/// The system gives a signal to any thread; the main one alone has its waits in system calls ended by it.
extern "C" fn note(number: libc::c_int) {
    let main = MAIN.load(Ordering::Relaxed) as libc::pthread_t;
    // SAFETY: both calls may be made in a handler; the main thread lives as long as the interpreter, and a thread that
    // is gone is an error number at worst.
    let forwarded =
        unsafe { main != 0 && libc::pthread_self() != main && libc::pthread_kill(main, number) == 0 };
    if !forwarded {
        arrive(number);
    }
}

/// Where the number of a signal is written, too; negative for nowhere. Set by the main thread, read by the system's
/// handler; relaxed, since it is a number and nothing hangs on it.
static WAKEUP: AtomicI32 = AtomicI32::new(-1);

/// Notes a signal and asks the main thread to look.
fn arrive(number: libc::c_int) {
    let wakeup = WAKEUP.load(Ordering::Relaxed);
    if wakeup >= 0 {
        let byte = number as u8;
        // SAFETY: the call may be made in a handler, and the buffer has the one byte.
        unsafe { libc::write(wakeup, (&raw const byte).cast(), 1) };
    }
    ARRIVED.fetch_or(1 << (number as u64 & 63), Ordering::AcqRel);
    pending::request(PendingWork::Signal);
}

/// Puts the system's handler for a signal in place: noting it, ignoring it, or the default.
fn install(number: i32, action: libc::sighandler_t) -> std::result::Result<i32, i32> {
    // SAFETY: the structure is plain data, whole before it is used; the handler touches atomics only.
    unsafe {
        let mut how = std::mem::zeroed::<libc::sigaction>();
        how.sa_sigaction = action;
        libc::sigemptyset(&mut how.sa_mask);
        calls::outcome(libc::sigaction(number, &how, std::ptr::null_mut()))
    }
}

/// Is the signal ignored, by this program or since before it began?
pub fn is_ignored(number: i32) -> bool {
    // SAFETY: there is room for what the call writes; it changes nothing.
    unsafe {
        let mut action = std::mem::zeroed::<libc::sigaction>();
        libc::sigaction(number, std::ptr::null(), &raw mut action) == 0
            && action.sa_sigaction == libc::SIG_IGN
    }
}

fn noting() -> libc::sighandler_t {
    note as extern "C" fn(libc::c_int) as libc::sighandler_t
}

/// An interrupt raises KeyboardInterrupt, a broken pipe is an error, not the end, and SIGUSR1 shows what all threads do;
/// what whoever started the process has ignored stays ignored.
pub fn start() {
    become_main();
    let _ = install(libc::SIGPIPE, libc::SIG_IGN);
    // Rust's runtime looks for overflown stacks there, and takes a signal that was sent for nothing.
    for number in [libc::SIGSEGV, libc::SIGBUS] {
        let _ = install(number, libc::SIG_DFL);
    }
    for number in [libc::SIGINT, libc::SIGUSR1] {
        if !is_ignored(number) {
            let _ = install(number, noting());
        }
    }
}

/// Says that this thread is the one that signals are for.
pub fn become_main() {
    // SAFETY: the call takes nothing and cannot fail.
    MAIN.store(unsafe { libc::pthread_self() } as usize, Ordering::Relaxed);
}

/// Whether the program has handlers of its own, which may run at any time.
pub fn has_handlers(gil: Gil<'_>) -> bool {
    let handlers = HANDLERS.get(gil).borrow();
    handlers.iter().flatten().any(|handler| handler.class(gil).slots.call.get().is_some())
}

/// Acts as if an interrupt had come.
pub fn simulate_interrupt() {
    arrive(libc::SIGINT);
}

/// Runs the handlers of the signals that have come; on the main thread only.
pub fn run_handlers(gil: Gil<'_>) -> Result<()> {
    if !gil.is_main_thread() {
        return Ok(());
    }
    let arrived = ARRIVED.swap(0, Ordering::AcqRel);
    for number in (1..64).filter(|number| arrived & 1 << number != 0) {
        let handler = HANDLERS.get(gil).borrow().get(number).cloned().flatten();
        match handler {
            None if number == libc::SIGINT as usize => return Err(interrupt(gil)),
            None if number == libc::SIGUSR1 as usize => {
                super::report::write_error(gil, &super::thread::deadlock::stacks(gil));
            }
            None => {}
            Some(handler) => {
                let frame = machine::find(gil).and_then(|machine| (machine.frame)(gil, 0));
                let number = convert::int(gil, number as i64);
                let arguments = [number, frame.unwrap_or(Value::NONE)];
                operations::call(gil, &handler, Arguments::positional(&arguments))?;
            }
        }
    }
    Ok(())
}

fn interrupt(gil: Gil<'_>) -> Raised {
    Raised::with_arguments(gil, Kind::KeyboardInterrupt, Vec::new())
}

fn number_of(gil: Gil<'_>, value: &Value) -> Result<i32> {
    let number = convert::to_i32(gil, value)?;
    if (1..SIGNALS).contains(&number) {
        return Ok(number);
    }
    Err(value_error(gil, "signal number out of range"))
}

/// What `signal` gives back for a number.
fn current(gil: Gil<'_>, number: i32) -> Value {
    let handler = HANDLERS.get(gil).borrow().get(number as usize).cloned().flatten();
    match handler {
        Some(handler) => handler,
        None if is_ignored(number) => convert::int(gil, 1),
        None if number == libc::SIGINT => super::loaded(gil, "_signal")
            .and_then(|module| operations::find_named(gil, &module, "default_int_handler").ok().flatten())
            .unwrap_or(Value::NONE),
        None => convert::int(gil, 0),
    }
}

fn signal(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [number, handler] = arguments.exactly::<2>(gil, "signal")?;
    if !gil.is_main_thread() {
        return Err(value_error(gil, "signal only works in main thread of the main interpreter"));
    }
    let number = number_of(gil, number)?;
    let action = match handler.bits().as_int() {
        Some(0) => libc::SIG_DFL,
        Some(1) => libc::SIG_IGN,
        _ if handler.class(gil).slots.call.get().is_some() => noting(),
        _ => {
            let message = "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object";
            return Err(type_error(gil, message));
        }
    };
    let before = current(gil, number);
    install(number, action).map_err(|errno| convert::os_error(gil, errno))?;
    let old = {
        let mut handlers = HANDLERS.get(gil).borrow_mut();
        handlers.resize(SIGNALS as usize, None);
        handlers[number as usize].replace(handler.clone())
    };
    drop(old);
    Ok(before)
}

fn getsignal(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [number] = arguments.exactly::<1>(gil, "getsignal")?;
    let number = number_of(gil, number)?;
    Ok(current(gil, number))
}

fn default_int_handler(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Err(interrupt(gil))
}

fn raise_signal(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [number] = arguments.exactly::<1>(gil, "raise_signal")?;
    let number = convert::to_i32(gil, number)?;
    // SAFETY: the call takes a number only.
    calls::checked(gil, unsafe { libc::raise(number) })?;
    run_handlers(gil)?;
    Ok(Value::NONE)
}

fn alarm(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [seconds] = arguments.exactly::<1>(gil, "alarm")?;
    let seconds = convert::to_i32(gil, seconds)? as u32;
    // SAFETY: the call takes a number only.
    Ok(convert::int(gil, unsafe { libc::alarm(seconds) }.into()))
}

fn pause(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    convert::run_signal_handlers(gil)?;
    // SAFETY: the call takes nothing.
    gil.detach(crate::gil::Reason::Sleep, || unsafe { libc::pause() });
    run_handlers(gil)?;
    Ok(Value::NONE)
}

fn strsignal(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [number] = arguments.exactly::<1>(gil, "strsignal")?;
    let number = number_of(gil, number)?;
    // SAFETY: the text ends in a zero byte and is copied before another call.
    let text = unsafe {
        let text = libc::strsignal(number);
        if text.is_null() {
            None
        } else {
            Some(std::ffi::CStr::from_ptr(text).to_string_lossy().into_owned())
        }
    };
    Ok(text.map_or(Value::NONE, |text| convert::text(gil, &text)))
}

fn set_wakeup_fd(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let descriptor = convert::to_i32(gil, convert::given(arguments.positionals().first()))?;
    if !gil.is_main_thread() {
        let message = "set_wakeup_fd only works in main thread of the main interpreter";
        return Err(value_error(gil, message));
    }
    Ok(convert::int(gil, WAKEUP.swap(descriptor, Ordering::Relaxed).into()))
}
