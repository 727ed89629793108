//! Starting the same binary once more.

use std::ffi::CString;
use std::os::fd::AsRawFd;
use std::os::unix::ffi::OsStringExt;

use crate::gil::{Gil, Reason, timeline};
use crate::modules::convert;
use crate::modules::import::shelf;
use crate::modules::posix::processes;
use crate::modules::shutdown;
use crate::modules::sys::Configuration;
use crate::object::{Arguments, Result, Value};

/// The number under which a child VM finds its end of the socket pair.
const CHILD_DESCRIPTOR: i32 = 3;

/// The number under which it finds the library's code.
pub const SHELF_DESCRIPTOR: i32 = 4;

/// `spawn(fd)`.
pub fn spawn(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [descriptor] = arguments.exactly::<1>(gil, "spawn")?;
    let descriptor = convert::descriptor(gil, descriptor)?;
    let words = words();
    let shelf = shelf::file(gil);
    let shelf_descriptor = shelf.as_ref().map(AsRawFd::as_raw_fd);
    let started = gil.detach(Reason::Process, || start(&words, descriptor, shelf_descriptor));
    started.map(|child| convert::int(gil, child.into())).map_err(|errno| convert::os_error(gil, errno))
}

/// `fork_sibling()`.
pub fn fork_sibling(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "fork_sibling")?;
    processes::copy(gil, Gil::fork_sibling)
}

/// `settle()`.
pub fn settle(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "settle")?;
    shutdown::keep(gil);
    Ok(Value::NONE)
}

/// The process that made a socket pair; None for what is no socket.
pub fn peer(descriptor: i32) -> Option<i32> {
    let mut peer = libc::ucred { pid: 0, uid: 0, gid: 0 };
    let mut size = size_of_val(&peer) as libc::socklen_t;
    // SAFETY: there is room for what the call writes, and it is told how much.
    let asked = unsafe {
        let room = (&raw mut peer).cast();
        libc::getsockopt(descriptor, libc::SOL_SOCKET, libc::SO_PEERCRED, room, &mut size)
    };
    (asked == 0).then_some(peer.pid)
}

/// The command line of a child: this interpreter's own options, and what makes it a child.
fn words() -> Vec<CString> {
    let settings = Configuration::current();
    let name = settings.executable.clone();
    let options = settings.options().into_iter().map(String::into_bytes);
    // A child of a process whose timeline is kept in a folder writes its own beside it.
    let folder = timeline::folder().map(|folder| folder.into_os_string().into_vec());
    let tracing = folder.into_iter().flat_map(|folder| [b"--trace-into".to_vec(), folder]);
    let last = [b"--child-vm".to_vec(), CHILD_DESCRIPTOR.to_string().into_bytes()];
    // No word holds a zero byte: they came as words themselves.
    [name]
        .into_iter()
        .chain(options)
        .chain(tracing)
        .chain(last)
        .filter_map(|word| CString::new(word).ok())
        .collect()
}

/// Starts the child; the error number where that fails.
fn start(words: &[CString], descriptor: i32, shelf: Option<i32>) -> std::result::Result<i32, i32> {
    let pointers: Vec<*mut libc::c_char> =
        words.iter().map(|word| word.as_ptr().cast_mut()).chain([std::ptr::null_mut()]).collect();
    let inherited = inherited(descriptor, shelf.is_some());
    let mut child = 0;
    // SAFETY:
    // - the actions and the attributes are initialised before they are used and destroyed at the end;
    // - the strings end in a zero byte and the list of words in a null pointer, and all outlive the call;
    // - the environment is only read; a thread that changed it at this moment would break any call that reads it.
    unsafe {
        let mut actions = std::mem::zeroed::<libc::posix_spawn_file_actions_t>();
        let mut attributes = std::mem::zeroed::<libc::posix_spawnattr_t>();
        let mut mask = std::mem::zeroed::<libc::sigset_t>();
        libc::sigemptyset(&mut mask);
        libc::posix_spawn_file_actions_init(&mut actions);
        libc::posix_spawnattr_init(&mut attributes);
        libc::posix_spawnattr_setsigmask(&mut attributes, &mask);
        libc::posix_spawnattr_setflags(&mut attributes, libc::POSIX_SPAWN_SETSIGMASK as libc::c_short);
        let nothing = c"/dev/null";
        libc::posix_spawn_file_actions_addopen(&mut actions, 0, nothing.as_ptr(), libc::O_RDONLY, 0);
        libc::posix_spawn_file_actions_adddup2(&mut actions, descriptor, CHILD_DESCRIPTOR);
        if let Some(shelf) = shelf {
            libc::posix_spawn_file_actions_adddup2(&mut actions, shelf, SHELF_DESCRIPTOR);
        }
        for other in inherited {
            libc::posix_spawn_file_actions_addclose(&mut actions, other);
        }
        let failed = libc::posix_spawn(
            &mut child,
            c"/proc/self/exe".as_ptr(),
            &actions,
            &attributes,
            pointers.as_ptr(),
            environ,
        );
        libc::posix_spawn_file_actions_destroy(&mut actions);
        libc::posix_spawnattr_destroy(&mut attributes);
        if failed == 0 { Ok(child) } else { Err(failed) }
    }
}

unsafe extern "C" {
    static environ: *const *mut libc::c_char;
}

/// The open descriptors that a child would get beside the standard ones and its own: it is to get none.
fn inherited(own: i32, shelf: bool) -> Vec<i32> {
    let Ok(entries) = std::fs::read_dir("/proc/self/fd") else { return Vec::new() };
    let numbers = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<i32>().ok());
    let last = if shelf { SHELF_DESCRIPTOR } else { CHILD_DESCRIPTOR };
    let is_inherited = |number: &i32| {
        // SAFETY: the call takes numbers only.
        let flags = unsafe { libc::fcntl(*number, libc::F_GETFD) };
        *number > last && *number != own && flags >= 0 && flags & libc::FD_CLOEXEC == 0
    };
    numbers.filter(is_inherited).collect()
}
