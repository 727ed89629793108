//! Starting programs without copying the process first, and waiting for children of any kind.

use std::cell::OnceCell;
use std::ffi::CString;

use crate::gil::{Gil, Reason};
use crate::modules::convert::{self, Path};
use crate::modules::struct_sequence::{Class, StructSequence};
use crate::object::native::Function;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Parameters, Result, Value, operations};

use super::{calls, identity, processes};

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new(
        "posix_spawn",
        "($module, path, argv, env, /, *, file_actions=(),\n            setpgroup=<unrepresentable>, resetids=False, setsid=False,\n            setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)",
        "Start a program with these words and this environment; the number of its process.",
        |gil, arguments| spawn(gil, arguments, "posix_spawn", false),
    ),
    Function::new(
        "posix_spawnp",
        "($module, path, argv, env, /, *, file_actions=(),\n             setpgroup=<unrepresentable>, resetids=False, setsid=False,\n             setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)",
        "Like posix_spawn(); the program is looked for where PATH says.",
        |gil, arguments| spawn(gil, arguments, "posix_spawnp", true),
    ),
    Function::new(
        "waitid",
        "($module, idtype, id, options, /)",
        "Wait for children; what happened to one, or None.",
        waitid,
    ),
];

/// `os.waitid_result`.
pub static WAITID_RESULT: StructSequence = StructSequence {
    name: "waitid_result",
    module: "posix",
    doc: "waitid_result: Result from waitid.",
    fields: &["si_pid", "si_uid", "si_signo", "si_status", "si_code"],
    unnamed: &[],
    hidden: &[],
    constructible: true,
    class: Class::new(OnceCell::new()),
};

/// What a new process is to do before its program, as numbers that programs use.
pub const ACTIONS: [(&str, i64); 4] = [
    ("POSIX_SPAWN_OPEN", 0),
    ("POSIX_SPAWN_CLOSE", 1),
    ("POSIX_SPAWN_DUP2", 2),
    ("POSIX_SPAWN_CLOSEFROM", 3),
];

/// The library's two records about a process to start; they are given back when this goes.
struct Plan {
    actions: libc::posix_spawn_file_actions_t,
    attributes: libc::posix_spawnattr_t,
}

impl Plan {
    fn new(gil: Gil<'_>) -> Result<Plan> {
        // SAFETY: both records are filled by their functions before anything reads them.
        unsafe {
            let mut plan = std::mem::zeroed::<Plan>();
            succeeded(gil, libc::posix_spawn_file_actions_init(&mut plan.actions))?;
            succeeded(gil, libc::posix_spawnattr_init(&mut plan.attributes))?;
            Ok(plan)
        }
    }

    /// Adds what is to be done with descriptors.
    fn act(&mut self, gil: Gil<'_>, wanted: &Value) -> Result<()> {
        const WRONG: &str = "Each file_actions element must be a non-empty tuple";
        let Some(wanted) = convert::sequence_items(wanted) else {
            return Err(type_error(gil, "file_actions must be a sequence or None"));
        };
        for action in wanted {
            let parts = convert::tuple_items(&action).filter(|parts| !parts.is_empty());
            let Some(parts) = parts else { return Err(type_error(gil, WRONG)) };
            let number = |place: usize| convert::to_i32(gil, &parts[place]);
            let actions = &mut self.actions;
            // SAFETY: the record is there; the library copies the names, which end in a zero byte.
            let done = match (number(0)?, parts.len()) {
                (0, 5) => {
                    let path = Path::of(gil, &parts[2], "posix_spawn", "path", false)?;
                    let (fd, flags, mode) = (number(1)?, number(3)?, number(4)? as libc::mode_t);
                    unsafe {
                        let name = path.c_string().as_ptr();
                        libc::posix_spawn_file_actions_addopen(actions, fd, name, flags, mode)
                    }
                }
                (1, 2) => unsafe { libc::posix_spawn_file_actions_addclose(actions, number(1)?) },
                (2, 3) => unsafe { libc::posix_spawn_file_actions_adddup2(actions, number(1)?, number(2)?) },
                (3, 2) => unsafe { libc::posix_spawn_file_actions_addclosefrom_np(actions, number(1)?) },
                (0..=3, _) => {
                    return Err(type_error(gil, "A file_actions element has the wrong number of parts"));
                }
                _ => return Err(type_error(gil, "Unknown file_actions identifier")),
            };
            succeeded(gil, done)?;
        }
        Ok(())
    }

    /// Sets what the keywords of the call say of the process.
    fn set(&mut self, gil: Gil<'_>, options: &Options<'_>, function: &str) -> Result<()> {
        let mut flags = 0;
        let attributes = &mut self.attributes;
        // SAFETY: the record is there, and so are the sets and parameters that its functions copy.
        unsafe {
            if let Some(group) = options.group {
                succeeded(gil, libc::posix_spawnattr_setpgroup(attributes, convert::to_i32(gil, group)?))?;
                flags |= libc::POSIX_SPAWN_SETPGROUP;
            }
            if options.reset_ids {
                flags |= libc::POSIX_SPAWN_RESETIDS;
            }
            if options.session {
                flags |= i32::from(libc::POSIX_SPAWN_SETSID);
            }
            if let Some(mask) = options.mask {
                succeeded(gil, libc::posix_spawnattr_setsigmask(attributes, &signals(gil, mask)?))?;
                flags |= libc::POSIX_SPAWN_SETSIGMASK;
            }
            if let Some(defaults) = options.defaults {
                succeeded(gil, libc::posix_spawnattr_setsigdefault(attributes, &signals(gil, defaults)?))?;
                flags |= libc::POSIX_SPAWN_SETSIGDEF;
            }
            if let Some(scheduler) = options.scheduler {
                let parts = convert::tuple_items(scheduler).unwrap_or_default();
                let [policy, wanted] = &parts[..] else {
                    return Err(type_error(gil, format!("{function}: scheduler must be a tuple or None")));
                };
                if !policy.is_none() {
                    let policy = convert::to_i32(gil, policy)?;
                    succeeded(gil, libc::posix_spawnattr_setschedpolicy(attributes, policy))?;
                    flags |= libc::POSIX_SPAWN_SETSCHEDULER;
                }
                let wanted = identity::parameters(gil, wanted)?;
                succeeded(gil, libc::posix_spawnattr_setschedparam(attributes, &wanted))?;
                flags |= libc::POSIX_SPAWN_SETSCHEDPARAM;
            }
            succeeded(gil, libc::posix_spawnattr_setflags(attributes, flags as libc::c_short))
        }
    }
}

impl Drop for Plan {
    fn drop(&mut self) {
        // SAFETY: `new` has filled both, and nobody uses them again.
        unsafe {
            libc::posix_spawn_file_actions_destroy(&mut self.actions);
            libc::posix_spawnattr_destroy(&mut self.attributes);
        }
    }
}

/// The keywords of the call.
struct Options<'a> {
    group: Option<&'a Value>,
    reset_ids: bool,
    session: bool,
    mask: Option<&'a Value>,
    defaults: Option<&'a Value>,
    scheduler: Option<&'a Value>,
}

/// What the functions of this family return is the error number itself.
fn succeeded(gil: Gil<'_>, errno: i32) -> Result<()> {
    if errno == 0 { Ok(()) } else { Err(convert::os_error(gil, errno)) }
}

fn signals(gil: Gil<'_>, value: &Value) -> Result<libc::sigset_t> {
    // SAFETY: a set is plain bits, and emptied before anything else.
    let mut set = unsafe { std::mem::zeroed::<libc::sigset_t>() };
    // SAFETY: the set is there.
    unsafe { libc::sigemptyset(&mut set) };
    for signal in operations::collect(gil, value)? {
        let signal = convert::to_i32(gil, &signal)?;
        // SAFETY: the set is there; a number that is no signal is refused.
        if unsafe { libc::sigaddset(&mut set, signal) } != 0 {
            return Err(value_error(gil, format!("signal number {signal} out of range [1; 64]")));
        }
    }
    Ok(set)
}

fn spawn(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, searches: bool) -> Result<Value> {
    const SIGNATURE: Parameters<10> = Parameters::new(
        [
            "path",
            "argv",
            "env",
            "file_actions",
            "setpgroup",
            "resetids",
            "setsid",
            "setsigmask",
            "setsigdef",
            "scheduler",
        ],
        3,
    )
    .keyword_only(3);
    let [path, words, environment, actions, group, reset, session, mask, defaults, scheduler] =
        arguments.bind(gil, function, &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), function, "path", false)?;
    let words = processes::words_of(gil, convert::given(words), function)?;
    let environment = match convert::given(environment) {
        value if value.is_none() => None,
        value => Some(processes::variables_of(gil, value, function)?),
    };
    let truth = |value: Option<&Value>| value.map_or(Ok(false), |value| convert::to_bool(gil, value));
    let present = |value: Option<&'_ Value>| value.filter(|value| !value.is_none()).cloned();
    let (group, mask, defaults, scheduler) =
        (present(group), mask.cloned(), defaults.cloned(), present(scheduler));
    let options = Options {
        group: group.as_ref(),
        reset_ids: truth(reset)?,
        session: truth(session)?,
        mask: mask.as_ref(),
        defaults: defaults.as_ref(),
        scheduler: scheduler.as_ref(),
    };
    let mut plan = Plan::new(gil)?;
    if let Some(actions) = present(actions) {
        plan.act(gil, &actions)?;
    }
    plan.set(gil, &options, function)?;
    start(gil, &path, &words, environment.as_deref(), &plan, searches)
}

unsafe extern "C" {
    /// The environment of this process; of the C library.
    static environ: *const *mut libc::c_char;
}

fn start(
    gil: Gil<'_>,
    path: &Path,
    words: &[CString],
    environment: Option<&[CString]>,
    plan: &Plan,
    searches: bool,
) -> Result<Value> {
    let call = if searches { libc::posix_spawnp } else { libc::posix_spawn };
    let words = processes::pointers(words);
    let variables = environment.map(processes::pointers);
    let mut process = 0;
    // SAFETY: the name, words and variables end in a zero byte, the lists of them in a null pointer; the environment is
    // read with the GIL held, under which alone it changes.
    let errno = unsafe {
        let variables = variables.as_ref().map_or(environ, |variables| variables.as_ptr().cast());
        let name = path.c_string().as_ptr();
        call(&mut process, name, &plan.actions, &plan.attributes, words.as_ptr().cast(), variables)
    };
    if errno == 0 { Ok(convert::int(gil, process.into())) } else { Err(path.error(gil, errno)) }
}

fn waitid(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [kind, id, options] = arguments.exactly::<3>(gil, "waitid")?;
    let (kind, id) = (convert::to_i32(gil, kind)?, convert::to_i64(gil, id)?);
    let options = convert::to_i32(gil, options)?;
    let mut told = [0_i64; 5];
    let done = calls::repeat(gil, Reason::Process, || {
        // SAFETY: the structure is plain numbers, for which zeros are a value; the call fills it if it tells of a child.
        unsafe {
            let mut found = std::mem::zeroed::<libc::siginfo_t>();
            let done = libc::waitid(kind as libc::idtype_t, id as libc::id_t, &mut found, options);
            told = [
                found.si_pid().into(),
                found.si_uid().into(),
                found.si_signo.into(),
                found.si_status().into(),
                found.si_code.into(),
            ];
            done
        }
    })?;
    done.map_err(|errno| convert::os_error(gil, errno))?;
    match told {
        [0, ..] => Ok(Value::NONE),
        told => Ok(WAITID_RESULT.make(gil, convert::ints(gil, told))),
    }
}
