//! Compiled code of the library, kept so that it is compiled once: for later runs in a file of the user's cache, for child
//! VMs in a file that they get from their parent.
//!
//! The user's file lies where other programs keep such things (`$XDG_CACHE_HOME` or `~/.cache`, in the folder `gilly`; or
//! in `$GILLY_CACHE`, which may be `off`), and holds what this very binary has compiled. It is written at the end of a
//! program that compiled something new, to a new file that then takes the old one's place: who reads the old one sees it
//! whole. Without such a file the library is compiled again. A child gets from its parent what is not in it.
//!
//! A program's own modules are not kept: only the library's.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs::{self, File};
use std::hash::{Hash, Hasher};
use std::io::Write;
use std::os::fd::{FromRawFd, OwnedFd};
use std::os::unix::fs::{DirBuilderExt, FileExt, MetadataExt, OpenOptionsExt};
use std::path::PathBuf;
use std::rc::Rc;

use siphasher::sip::SipHasher13;

use super::library::FOLDER;
use super::pack::{self, HEAD, Place, Stamp};
use crate::code::{Code, serial};
use crate::gil::Gil;
use crate::modules::sys::Configuration;
use crate::object::Global;

#[derive(Default)]
struct Shelf {
    /// What came from the parent: the bytes of a pack, and where in it the code of each module lies.
    inherited: (Vec<u8>, HashMap<String, Place>),
    /// The user's file, once it has been looked for.
    cached: Option<Cached>,
    /// What this process has compiled or inherited, in the order in which it was needed.
    known: Vec<(String, Rc<Code>)>,
    /// What children are given, a pack, and how many of `known` are in it.
    given: (Vec<u8>, usize),
}

/// The user's file: which one was seen there, for which binary, and where in it the code of each module lies.
#[derive(Default)]
struct Cached {
    path: PathBuf,
    identity: [u64; 3],
    stamp: Stamp,
    places: HashMap<String, Place>,
}

static SHELF: Global<RefCell<Option<Shelf>>> = Global::new(RefCell::new(None));

fn with<R>(gil: Gil<'_>, work: impl FnOnce(&mut Shelf) -> R) -> R {
    work(SHELF.get(gil).borrow_mut().get_or_insert_default())
}

/// Is it a path of the library?
pub fn covers(path: &str) -> bool {
    path.strip_prefix(FOLDER).is_some_and(|rest| rest.starts_with('/'))
}

/// The code of a module of the library, if the parent or an earlier run has compiled it.
pub fn find(gil: Gil<'_>, path: &str) -> Option<Rc<Code>> {
    with(gil, |shelf| {
        let (bytes, places) = &mut shelf.inherited;
        if let Some(place) = places.remove(path) {
            let code = Rc::new(serial::read_own(bytes.get(place.range)?).ok()?);
            shelf.known.push((path.to_owned(), code.clone()));
            return Some(code);
        }
        let cached = shelf.cached.get_or_insert_with(Cached::look);
        if !cached.is_current() {
            *cached = Cached::look();
        }
        // Only the user can write to the file, and its sum says that it is what this binary has written.
        serial::read_own(&cached.find(path)?).ok().map(Rc::new)
    })
}

/// Notes the code of a module of the library, for children and for later runs.
pub fn add(gil: Gil<'_>, path: &str, code: Rc<Code>) {
    with(gil, |shelf| shelf.known.push((path.to_owned(), code)));
}

impl Cached {
    /// The user's file, if there is one of this binary that nobody else can write to; otherwise nothing is in it.
    fn look() -> Cached {
        Cached::open().unwrap_or_default()
    }

    fn open() -> Option<Cached> {
        let path = file_name()?;
        let file = File::open(&path).ok()?;
        let identity = identity(&file, true)?;
        let mut head = [0; HEAD];
        file.read_exact_at(&mut head, 0).ok()?;
        let stamp = stamp()?;
        let length = pack::index_length(&head, stamp)?;
        if length as u64 > identity[2] {
            return None;
        }
        let mut index = vec![0; length];
        file.read_exact_at(&mut index, HEAD as u64).ok()?;
        Some(Cached { path, identity, stamp, places: pack::places(&index) })
    }

    /// Has no other file taken the place of the one that was seen?
    fn is_current(&self) -> bool {
        fs::metadata(&self.path).is_ok_and(|data| data.ino() == self.identity[0])
    }

    /// The bytes of a module's code; none if another file has taken the place of the one that was seen.
    fn find(&self, path: &str) -> Option<Vec<u8>> {
        let place = self.places.get(path)?;
        let file = File::open(&self.path).ok()?;
        if identity(&file, true)? != self.identity || place.range.end as u64 > self.identity[2] {
            return None;
        }
        let mut bytes = vec![0; place.range.len()];
        file.read_exact_at(&mut bytes, place.range.start as u64).ok()?;
        place.holds(&bytes, self.stamp).then_some(bytes)
    }
}

/// What tells a file from another that has its name later; none for a file that is not the user's alone, where that is
/// asked for.
fn identity(file: &File, private: bool) -> Option<[u64; 3]> {
    let data = file.metadata().ok()?;
    // SAFETY: the call takes nothing and cannot fail.
    let user = unsafe { libc::geteuid() };
    let is_private = data.uid() == user && data.mode() & 0o022 == 0;
    (is_private || !private).then(|| {
        let changed = data.ctime().wrapping_mul(1_000_000_000).wrapping_add(data.ctime_nsec());
        [data.ino(), changed as u64, data.len()]
    })
}

/// What tells this binary from others.
fn stamp() -> Option<Stamp> {
    let binary = File::open("/proc/self/exe").ok()?;
    let [inode, changed, size] = identity(&binary, false)?;
    let device = binary.metadata().ok()?.dev();
    Some([device, inode, changed, size])
}

/// Where the user's file is, or is to be: one for each place that a binary may lie at, and for what code leaves out.
fn file_name() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = match std::env::var_os("GILLY_CACHE").map(PathBuf::from) {
        Some(chosen) => Some(chosen).filter(|path| path.is_absolute())?,
        None => folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(".cache")))?.join("gilly"),
    };
    let binary = fs::read_link("/proc/self/exe").ok()?;
    let mut hasher = SipHasher13::new();
    binary.hash(&mut hasher);
    let level = Configuration::current().optimize.min(2);
    Some(cache.join(format!("library-{:016x}-{level}.pack", hasher.finish())))
}

/// Writes what was compiled into the user's file, for later runs. What goes wrong means that they compile for themselves.
pub fn keep(gil: Gil<'_>) {
    with(gil, |shelf| {
        // Who got code from a parent leaves the writing to it.
        if shelf.known.is_empty() || !shelf.inherited.0.is_empty() {
            return;
        }
        // Others may have added to it meanwhile.
        let cached = Cached::look();
        let old = cached.places.keys().filter_map(|path| Some((path.clone(), cached.find(path)?)));
        let new = shelf.known.iter().map(|(path, code)| (path.clone(), serial::write(code)));
        let mut parts: HashMap<String, Vec<u8>> = old.collect();
        parts.extend(new);
        let mut parts: Vec<(String, Vec<u8>)> = parts.into_iter().collect();
        parts.sort();
        if let (Some(stamp), Some(path)) = (stamp(), file_name()) {
            let _ = replace(&path, &pack::write(stamp, &parts));
        }
    });
}

/// Puts a file with these bytes in the place of another.
fn replace(path: &std::path::Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let own = path.with_extension(format!("{}", std::process::id()));
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&own)?;
    let written = file.write_all(bytes).and_then(|()| fs::rename(&own, path));
    if written.is_err() {
        let _ = fs::remove_file(&own);
    }
    written
}

/// A new file with all code that children do not find in the user's file, to be given to one. None if there is no such
/// code, or can be no such file: then the child compiles for itself.
pub fn file(gil: Gil<'_>) -> Option<OwnedFd> {
    with(gil, |shelf| {
        let Shelf { known, given: (bytes, count), .. } = shelf;
        if known.is_empty() {
            return None;
        }
        if *count < known.len() {
            let parts: Vec<(String, Vec<u8>)> =
                known.iter().map(|(path, code)| (path.clone(), serial::write(code))).collect();
            (*bytes, *count) = (pack::write(Stamp::default(), &parts), known.len());
        }
        let mut file = anonymous_file()?;
        file.write_all(bytes).ok()?;
        Some(file.into())
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
    let bytes = fs::read(format!("/proc/self/fd/{descriptor}")).unwrap_or_default();
    // SAFETY: the descriptor was made for this process, and nothing else uses it.
    unsafe { libc::close(descriptor) };
    let length = pack::index_length(&bytes, Stamp::default());
    let index = length.and_then(|length| bytes.get(HEAD..HEAD.checked_add(length)?));
    let places = index.map(pack::places).unwrap_or_default();
    with(gil, |shelf| shelf.inherited = (bytes, places));
}
