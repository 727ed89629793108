//! Compiled code of the library, handed from a process to the child VMs that it starts: they need not compile it again.
//!
//! The parent writes what it has compiled into a file without a name, once for as long as nothing is added; a child gets
//! its descriptor and reads it when it begins. Both are the same binary, so the code means the same to both.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs::File;
use std::io::Write;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::rc::Rc;

use super::library::FOLDER;
use crate::code::{Code, serial};
use crate::gil::Gil;
use crate::object::Global;

#[derive(Default)]
struct Shelf {
    /// The bytes of modules that came from the parent and have not been asked for yet, by path.
    inherited: HashMap<String, Vec<u8>>,
    /// What this process has compiled or taken over, in the order in which it was needed.
    known: Vec<(String, Rc<Code>)>,
    /// The file for children, and how many of `known` are in it.
    file: Option<(OwnedFd, usize)>,
}

static SHELF: Global<RefCell<Option<Shelf>>> = Global::new(RefCell::new(None));

fn with<R>(gil: Gil<'_>, work: impl FnOnce(&mut Shelf) -> R) -> R {
    work(SHELF.get(gil).borrow_mut().get_or_insert_default())
}

/// Is it a path of the library?
pub fn covers(path: &str) -> bool {
    path.strip_prefix(FOLDER).is_some_and(|rest| rest.starts_with('/'))
}

/// The code of a module of the library, if the parent had it.
pub fn find(gil: Gil<'_>, path: &str) -> Option<Rc<Code>> {
    let bytes = with(gil, |shelf| shelf.inherited.remove(path))?;
    let code = Rc::new(serial::read_own(&bytes).ok()?);
    add(gil, path, code.clone());
    Some(code)
}

/// Notes the code of a module of the library, for children.
pub fn add(gil: Gil<'_>, path: &str, code: Rc<Code>) {
    with(gil, |shelf| shelf.known.push((path.to_owned(), code)));
}

/// A descriptor of the file with all code that is known, to be given to a child; it stays this process's. None if there
/// can be no such file: then the child compiles for itself.
pub fn descriptor(gil: Gil<'_>) -> Option<i32> {
    with(gil, |shelf| {
        if shelf.file.as_ref().is_none_or(|(_, count)| *count < shelf.known.len()) {
            let mut bytes = Vec::new();
            for (path, code) in &shelf.known {
                for part in [path.as_bytes(), &serial::write(code)] {
                    bytes.extend((part.len() as u64).to_le_bytes());
                    bytes.extend_from_slice(part);
                }
            }
            let mut file = anonymous_file()?;
            file.write_all(&bytes).ok()?;
            shelf.file = Some((file.into(), shelf.known.len()));
        }
        shelf.file.as_ref().map(|(file, _)| file.as_raw_fd())
    })
}

/// A file without a name, with a descriptor high enough to be in nobody's way.
fn anonymous_file() -> Option<File> {
    // SAFETY: the name ends in a zero byte, the other calls take numbers; a descriptor that is not negative is new and
    // has no other owner.
    unsafe {
        let low = libc::memfd_create(c"gilly-library".as_ptr(), libc::MFD_CLOEXEC);
        if low < 0 {
            return None;
        }
        let high = libc::fcntl(low, libc::F_DUPFD_CLOEXEC, 64);
        libc::close(low);
        (high >= 0).then(|| File::from_raw_fd(high))
    }
}

/// Takes over what the parent has compiled. The descriptor is closed.
pub fn inherit(gil: Gil<'_>, descriptor: i32) {
    // By its name it is read from its start, wherever another child of the same parent stands.
    let bytes = std::fs::read(format!("/proc/self/fd/{descriptor}")).unwrap_or_default();
    // SAFETY: the descriptor was made for this process, and nothing else uses it.
    unsafe { libc::close(descriptor) };
    let mut rest = &bytes[..];
    let mut part = || {
        let (length, after) = rest.split_first_chunk::<8>()?;
        let (part, after) = after.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        rest = after;
        Some(part)
    };
    let mut inherited = HashMap::new();
    while let (Some(path), Some(code)) = (part(), part()) {
        inherited.insert(String::from_utf8_lossy(path).into_owned(), code.to_vec());
    }
    with(gil, |shelf| shelf.inherited = inherited);
}
