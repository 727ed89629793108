//! What the system says of its limits and of itself: `sysconf`, `pathconf`, `confstr`.

use crate::gil::Gil;
use crate::modules::convert::{self, Path};
use crate::object::native::Function;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Parameters, Result, Value};

use super::calls;

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new("sysconf", "($module, name, /)", "A number that the system is configured with.", sysconf),
    Function::new("confstr", "($module, name, /)", "A text that the system is configured with.", confstr),
    Function::new(
        "pathconf",
        "($module, /, path, name)",
        "A limit of the file system that a file is in; -1 if there is none.",
        pathconf,
    ),
    Function::new(
        "fpathconf",
        "($module, fd, name, /)",
        "A limit of the file system that an open file is in; -1 if there is none.",
        fpathconf,
    ),
];

/// The number of a configuration variable, given by name or as a number.
fn variable(gil: Gil<'_>, name: &Value, known: &[(&str, i32)]) -> Result<i32> {
    match convert::as_text(name) {
        Some(name) => match known.iter().find(|(known, _)| name.bytes() == known.as_bytes()) {
            Some(&(_, number)) => Ok(number),
            None => Err(value_error(gil, "unrecognized configuration name")),
        },
        None if name.class(gil).slots.index.get().is_none() => {
            Err(type_error(gil, "configuration names must be strings or integers"))
        }
        None => convert::to_i32(gil, name),
    }
}

/// A number that may be -1 without being an error: the error number tells.
fn number(gil: Gil<'_>, ask: impl FnOnce() -> libc::c_long) -> std::result::Result<Value, i32> {
    // SAFETY: the place of the thread's own error number can always be written.
    unsafe { *libc::__errno_location() = 0 };
    match ask() {
        -1 if calls::errno() != 0 => Err(calls::errno()),
        number => Ok(convert::int(gil, number)),
    }
}

fn sysconf(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "sysconf")?;
    let name = variable(gil, name, SYSCONF_NAMES)?;
    // SAFETY: the call takes a number only.
    number(gil, || unsafe { libc::sysconf(name) }).map_err(|errno| convert::os_error(gil, errno))
}

fn confstr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "confstr")?;
    let name = variable(gil, name, CONFSTR_NAMES)?;
    // SAFETY: the place of the thread's own error number can always be written; without room the call asks for the length.
    let length = unsafe {
        *libc::__errno_location() = 0;
        libc::confstr(name, std::ptr::null_mut(), 0)
    };
    if length == 0 {
        return match calls::errno() {
            0 => Ok(Value::NONE),
            errno => Err(convert::os_error(gil, errno)),
        };
    }
    let mut text = convert::buffer(gil, length)?;
    // SAFETY: there is as much room as is said.
    unsafe { libc::confstr(name, text.as_mut_ptr().cast(), length) };
    text.truncate(length - 1);
    Ok(convert::os_text(gil, &text))
}

fn pathconf(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["path", "name"], 2);
    let [path, name] = arguments.bind(gil, "pathconf", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "pathconf", "path", true)?;
    let name = variable(gil, convert::given(name), PATHCONF_NAMES)?;
    // SAFETY: the name ends in a zero byte.
    let found = number(gil, || unsafe {
        match path.descriptor() {
            Some(fd) => libc::fpathconf(fd, name),
            None => libc::pathconf(path.c_string().as_ptr(), name),
        }
    });
    found.map_err(|errno| path.error(gil, errno))
}

fn fpathconf(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, name] = arguments.exactly::<2>(gil, "fpathconf")?;
    let (fd, name) = (convert::descriptor_of(gil, fd)?, variable(gil, name, PATHCONF_NAMES)?);
    // SAFETY: the call takes numbers only.
    number(gil, || unsafe { libc::fpathconf(fd, name) }).map_err(|errno| convert::os_error(gil, errno))
}

macro_rules! names {
    ($(#[$doc:meta])* $table:ident: $($name:ident)*) => {
        $(#[$doc])*
        pub const $table: &[(&str, i32)] = &[$((without_underscore(stringify!($name)), libc::$name),)*];
    };
}

/// The library's names begin with an underscore, those that programs use do not.
const fn without_underscore(name: &'static str) -> &'static str {
    name.split_at(1).1
}

names! {
    /// The variables that `sysconf` knows by name.
    SYSCONF_NAMES:
    _SC_ARG_MAX _SC_CHILD_MAX _SC_CLK_TCK _SC_NGROUPS_MAX _SC_OPEN_MAX _SC_STREAM_MAX _SC_TZNAME_MAX
    _SC_JOB_CONTROL _SC_SAVED_IDS _SC_REALTIME_SIGNALS _SC_PRIORITY_SCHEDULING _SC_TIMERS
    _SC_ASYNCHRONOUS_IO _SC_PRIORITIZED_IO _SC_SYNCHRONIZED_IO _SC_FSYNC _SC_MAPPED_FILES _SC_MEMLOCK
    _SC_MEMLOCK_RANGE _SC_MEMORY_PROTECTION _SC_MESSAGE_PASSING _SC_SEMAPHORES _SC_SHARED_MEMORY_OBJECTS
    _SC_AIO_LISTIO_MAX _SC_AIO_MAX _SC_AIO_PRIO_DELTA_MAX _SC_DELAYTIMER_MAX _SC_MQ_OPEN_MAX
    _SC_MQ_PRIO_MAX _SC_VERSION _SC_PAGESIZE _SC_PAGE_SIZE _SC_RTSIG_MAX _SC_SEM_NSEMS_MAX
    _SC_SEM_VALUE_MAX _SC_SIGQUEUE_MAX _SC_TIMER_MAX _SC_BC_BASE_MAX _SC_BC_DIM_MAX _SC_BC_SCALE_MAX
    _SC_BC_STRING_MAX _SC_COLL_WEIGHTS_MAX _SC_EQUIV_CLASS_MAX _SC_EXPR_NEST_MAX _SC_LINE_MAX
    _SC_RE_DUP_MAX _SC_CHARCLASS_NAME_MAX _SC_2_VERSION _SC_2_C_BIND _SC_2_C_DEV _SC_2_FORT_DEV
    _SC_2_FORT_RUN _SC_2_SW_DEV _SC_2_LOCALEDEF _SC_PII _SC_PII_XTI _SC_PII_SOCKET _SC_PII_INTERNET
    _SC_PII_OSI _SC_POLL _SC_SELECT _SC_IOV_MAX _SC_UIO_MAXIOV _SC_PII_INTERNET_STREAM
    _SC_PII_INTERNET_DGRAM _SC_PII_OSI_COTS _SC_PII_OSI_CLTS _SC_PII_OSI_M _SC_T_IOV_MAX _SC_THREADS
    _SC_THREAD_SAFE_FUNCTIONS _SC_GETGR_R_SIZE_MAX _SC_GETPW_R_SIZE_MAX _SC_LOGIN_NAME_MAX
    _SC_TTY_NAME_MAX _SC_THREAD_DESTRUCTOR_ITERATIONS _SC_THREAD_KEYS_MAX _SC_THREAD_STACK_MIN
    _SC_THREAD_THREADS_MAX _SC_THREAD_ATTR_STACKADDR _SC_THREAD_ATTR_STACKSIZE
    _SC_THREAD_PRIORITY_SCHEDULING _SC_THREAD_PRIO_INHERIT _SC_THREAD_PRIO_PROTECT
    _SC_THREAD_PROCESS_SHARED _SC_NPROCESSORS_CONF _SC_NPROCESSORS_ONLN _SC_PHYS_PAGES _SC_AVPHYS_PAGES
    _SC_ATEXIT_MAX _SC_PASS_MAX _SC_XOPEN_VERSION _SC_XOPEN_XCU_VERSION _SC_XOPEN_UNIX _SC_XOPEN_CRYPT
    _SC_XOPEN_ENH_I18N _SC_XOPEN_SHM _SC_2_CHAR_TERM _SC_2_C_VERSION _SC_2_UPE _SC_XOPEN_XPG2
    _SC_XOPEN_XPG3 _SC_XOPEN_XPG4 _SC_CHAR_BIT _SC_CHAR_MAX _SC_CHAR_MIN _SC_INT_MAX _SC_INT_MIN
    _SC_LONG_BIT _SC_WORD_BIT _SC_MB_LEN_MAX _SC_NZERO _SC_SSIZE_MAX _SC_SCHAR_MAX _SC_SCHAR_MIN
    _SC_SHRT_MAX _SC_SHRT_MIN _SC_UCHAR_MAX _SC_UINT_MAX _SC_ULONG_MAX _SC_USHRT_MAX _SC_NL_ARGMAX
    _SC_NL_LANGMAX _SC_NL_MSGMAX _SC_NL_NMAX _SC_NL_SETMAX _SC_NL_TEXTMAX _SC_XBS5_ILP32_OFF32
    _SC_XBS5_ILP32_OFFBIG _SC_XBS5_LP64_OFF64 _SC_XBS5_LPBIG_OFFBIG _SC_XOPEN_LEGACY _SC_XOPEN_REALTIME
    _SC_XOPEN_REALTIME_THREADS
}

names! {
    /// The variables that `pathconf` knows by name.
    PATHCONF_NAMES:
    _PC_LINK_MAX _PC_MAX_CANON _PC_MAX_INPUT _PC_NAME_MAX _PC_PATH_MAX _PC_PIPE_BUF _PC_CHOWN_RESTRICTED
    _PC_NO_TRUNC _PC_VDISABLE _PC_SYNC_IO _PC_ASYNC_IO _PC_PRIO_IO _PC_SOCK_MAXBUF _PC_FILESIZEBITS
    _PC_REC_INCR_XFER_SIZE _PC_REC_MAX_XFER_SIZE _PC_REC_MIN_XFER_SIZE _PC_REC_XFER_ALIGN
    _PC_ALLOC_SIZE_MIN _PC_SYMLINK_MAX
}

names! {
    /// The variables that `confstr` knows by name.
    CONFSTR_NAMES:
    _CS_PATH _CS_GNU_LIBC_VERSION _CS_GNU_LIBPTHREAD_VERSION
}
