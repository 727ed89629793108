//! The machine and the process's surroundings: environment, cores, random bytes, clocks, names.

use std::cell::OnceCell;
use std::ffi::CStr;

use crate::gil::{Gil, Reason, cores_were_chosen};
use crate::modules::convert::{self, Path};
use crate::modules::struct_sequence::{Class, StructSequence};
use crate::object::native::Function;
use crate::object::raised::value_error;
use crate::object::{Arguments, Parameters, Result, Value, operations};

use super::calls;

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new("putenv", "($module, name, value, /)", "Change or add an environment variable.", putenv),
    Function::new("unsetenv", "($module, name, /)", "Delete an environment variable.", unsetenv),
    Function::new("cpu_count", "($module, /)", "Return the number of logical CPUs in the system.", cpu_count),
    Function::new(
        "sched_getaffinity",
        "($module, pid, /)",
        "Return the affinity of the process identified by pid (or the current process if zero).",
        sched_getaffinity,
    ),
    Function::new(
        "sched_setaffinity",
        "($module, pid, mask, /)",
        "Set the CPU affinity of the process identified by pid to mask.",
        sched_setaffinity,
    ),
    Function::new(
        "urandom",
        "($module, size, /)",
        "Return a bytes object containing random bytes suitable for cryptographic use.",
        urandom,
    ),
    Function::new("getrandom", "($module, /, size, flags=0)", "Obtain a series of random bytes.", getrandom),
    Function::new("strerror", "($module, code, /)", "Translate an error code to a message string.", strerror),
    Function::new(
        "uname",
        "($module, /)",
        "Return an object identifying the current operating system.",
        uname,
    ),
    Function::new(
        "times",
        "($module, /)",
        "Return a collection containing process timing information.",
        times,
    ),
    Function::new("getloadavg", "($module, /)", "Return average recent system load information.", getloadavg),
    Function::new("getlogin", "($module, /)", "Return the actual login name.", getlogin),
    Function::new(
        "ctermid",
        "($module, /)",
        "Return the name of the controlling terminal for this process.",
        ctermid,
    ),
];

/// `os.uname_result`.
pub static UNAME_RESULT: StructSequence = StructSequence {
    name: "uname_result",
    module: "posix",
    doc: "uname_result: Result from os.uname().",
    fields: &["sysname", "nodename", "release", "version", "machine"],
    unnamed: &[],
    hidden: &[],
    constructible: true,
    class: Class::new(OnceCell::new()),
};

/// `os.times_result`.
pub static TIMES_RESULT: StructSequence = StructSequence {
    name: "times_result",
    module: "posix",
    doc: "times_result: Result from os.times().",
    fields: &["user", "system", "children_user", "children_system", "elapsed"],
    unnamed: &[],
    hidden: &[],
    constructible: true,
    class: Class::new(OnceCell::new()),
};

/// The environment as it was when the process began: pairs of bytes.
pub fn environment(gil: Gil<'_>) -> Vec<(Value, Value)> {
    use std::os::unix::ffi::OsStringExt;
    let bytes = |text: std::ffi::OsString| convert::bytes(gil, &text.into_vec());
    std::env::vars_os().map(|(name, value)| (bytes(name), bytes(value))).collect()
}

fn putenv(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name, value] = arguments.exactly::<2>(gil, "putenv")?;
    let name = Path::of(gil, name, "putenv", "name", false)?;
    let value = Path::of(gil, value, "putenv", "value", false)?;
    if name.c_string().to_bytes().contains(&b'=') {
        return Err(value_error(gil, "illegal environment variable name"));
    }
    // SAFETY: both end in a zero byte and are copied. Threads of Rust code read the environment under the GIL alone.
    calls::checked(gil, unsafe { libc::setenv(name.c_string().as_ptr(), value.c_string().as_ptr(), 1) })?;
    Ok(Value::NONE)
}

fn unsetenv(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "unsetenv")?;
    let name = Path::of(gil, name, "unsetenv", "name", false)?;
    // SAFETY: as in `putenv`.
    calls::checked(gil, unsafe { libc::unsetenv(name.c_string().as_ptr()) })?;
    Ok(Value::NONE)
}

fn cpu_count(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.cpu_count")?;
    // SAFETY: the call takes a number only.
    let count = unsafe { libc::sysconf(libc::_SC_NPROCESSORS_ONLN) };
    Ok(if count > 0 { convert::int(gil, count) } else { Value::NONE })
}

fn sched_getaffinity(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [process] = arguments.exactly::<1>(gil, "sched_getaffinity")?;
    let process = convert::to_i32(gil, process)?;
    // SAFETY: the set is plain bits, and as long as is said.
    let cores = unsafe {
        let mut set = std::mem::zeroed::<libc::cpu_set_t>();
        calls::checked(gil, libc::sched_getaffinity(process, size_of_val(&set), &mut set))?;
        (0..libc::CPU_SETSIZE as usize).filter(|&core| libc::CPU_ISSET(core, &set)).collect::<Vec<_>>()
    };
    let cores = cores.into_iter().map(|core| convert::int(gil, core as i64)).collect::<Vec<_>>();
    convert::set(gil, &cores)
}

fn sched_setaffinity(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [process, mask] = arguments.exactly::<2>(gil, "sched_setaffinity")?;
    let process = convert::to_i32(gil, process)?;
    // SAFETY: a set of bits may be all zeros.
    let mut set = unsafe { std::mem::zeroed::<libc::cpu_set_t>() };
    for core in operations::collect(gil, mask)? {
        let core = convert::to_i64(gil, &core)?;
        match usize::try_from(core) {
            // SAFETY: the core's bit is in the set.
            Ok(core) if core < libc::CPU_SETSIZE as usize => unsafe { libc::CPU_SET(core, &mut set) },
            Ok(_) => return Err(convert::os_error(gil, libc::EINVAL)),
            Err(_) => return Err(value_error(gil, "negative CPU number")),
        }
    }
    // SAFETY: the set is as long as is said.
    calls::checked(gil, unsafe { libc::sched_setaffinity(process, size_of_val(&set), &set) })?;
    cores_were_chosen();
    Ok(Value::NONE)
}

fn random_bytes(gil: Gil<'_>, size: &Value, flags: u32) -> Result<Value> {
    let size = convert::to_i64(gil, size)?;
    let Ok(size) = usize::try_from(size) else {
        return Err(value_error(gil, "negative argument not allowed"));
    };
    let mut buffer = convert::buffer(gil, size)?;
    let mut filled = 0;
    while filled < size {
        let rest = &mut buffer[filled..];
        let got = calls::repeat(gil, Reason::Io, || {
            // SAFETY: the rest of the buffer is as long as is said.
            unsafe { libc::getrandom(rest.as_mut_ptr().cast(), rest.len(), flags) }
        })?;
        filled += got.map_err(|errno| convert::os_error(gil, errno))? as usize;
    }
    Ok(convert::bytes(gil, &buffer))
}

fn urandom(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [size] = arguments.exactly::<1>(gil, "urandom")?;
    random_bytes(gil, size, 0)
}

fn getrandom(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["size", "flags"], 1);
    let [size, flags] = arguments.bind(gil, "getrandom", &SIGNATURE)?;
    let flags = flags.map_or(Ok(0), |flags| convert::to_i32(gil, flags))? as u32;
    random_bytes(gil, convert::given(size), flags)
}

fn strerror(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [code] = arguments.exactly::<1>(gil, "strerror")?;
    Ok(convert::text(gil, &convert::error_text(convert::to_i32(gil, code)?)))
}

fn uname(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.uname")?;
    // SAFETY: the structure is plain bytes, and the call fills it with strings that end in zero bytes.
    let name = unsafe {
        let mut name = std::mem::zeroed::<libc::utsname>();
        calls::checked(gil, libc::uname(&mut name))?;
        name
    };
    let parts = [&name.sysname, &name.nodename, &name.release, &name.version, &name.machine];
    let items = parts.map(|part| {
        let bytes: Vec<u8> = part.iter().map(|&byte| byte as u8).take_while(|&byte| byte != 0).collect();
        convert::os_text(gil, &bytes)
    });
    Ok(UNAME_RESULT.make(gil, items.to_vec()))
}

fn times(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.times")?;
    // SAFETY: the structure is plain numbers, and the call fills it.
    let (times, elapsed, second) = unsafe {
        let mut times = std::mem::zeroed::<libc::tms>();
        let elapsed = libc::times(&mut times);
        (times, elapsed, libc::sysconf(libc::_SC_CLK_TCK) as f64)
    };
    let moments = [times.tms_utime, times.tms_stime, times.tms_cutime, times.tms_cstime, elapsed];
    Ok(TIMES_RESULT.make(gil, moments.map(|moment| Value::float(moment as f64 / second)).to_vec()))
}

fn getloadavg(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.getloadavg")?;
    let mut loads = [0.0; 3];
    // SAFETY: there is room for three numbers.
    calls::checked(gil, unsafe { libc::getloadavg(loads.as_mut_ptr(), 3) })?;
    Ok(convert::tuple(gil, loads.map(Value::float).to_vec()))
}

fn getlogin(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.getlogin")?;
    let name = ["LOGNAME", "USER"].into_iter().find_map(std::env::var_os);
    match name {
        Some(name) => Ok(convert::os_text(gil, std::os::unix::ffi::OsStrExt::as_bytes(&*name))),
        None => Err(convert::os_error(gil, libc::ENXIO)),
    }
}

fn ctermid(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.ctermid")?;
    Ok(convert::text(gil, "/dev/tty"))
}

/// The message of an error number, as the C library words it.
pub fn message_of(errno: i32) -> String {
    let mut buffer = [0_i8; 256];
    // SAFETY: the buffer is as long as is said, and its last byte stays zero.
    unsafe {
        libc::strerror_r(errno, buffer.as_mut_ptr().cast(), buffer.len() - 1);
        CStr::from_ptr(buffer.as_ptr().cast()).to_string_lossy().into_owned()
    }
}

/// Ends the process by the signal of an interrupt, so that whoever started it knows.
pub fn die_of_interrupt() {
    // SAFETY: the calls take numbers only, and the default action ends the process.
    unsafe {
        libc::signal(libc::SIGINT, libc::SIG_DFL);
        libc::kill(libc::getpid(), libc::SIGINT);
    }
}

/// From now on an interrupt does nothing to this process; programs that it starts get it as ever.
pub fn outlive_interrupts() {
    extern "C" fn nothing(_signal: libc::c_int) {}
    let handler: extern "C" fn(libc::c_int) = nothing;
    // SAFETY: the handler does nothing; unlike an ignored signal, a handled one is as before in a new program.
    unsafe { libc::signal(libc::SIGINT, handler as libc::sighandler_t) };
}

/// Ends the process without running destructors: threads that still run are daemons that wait for a GIL which nobody
/// gives them, and would be disturbed.
pub fn leave(status: u8) -> ! {
    #[cfg(record_profile)]
    write_profile();
    // SAFETY: the call takes a number only.
    unsafe { libc::_exit(status.into()) }
}

/// Writes what has been counted for the profile of optimised builds (`benches/record_profile`), which otherwise happens
/// as destructors run.
#[cfg(record_profile)]
fn write_profile() {
    unsafe extern "C" {
        fn __llvm_profile_write_file() -> libc::c_int;
    }
    // SAFETY: the function of the profiling runtime takes nothing and may be called at any time; a profile that could not
    // be written is missed by the script that reads it.
    unsafe { __llvm_profile_write_file() };
}
