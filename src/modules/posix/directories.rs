//! What is in a directory: `listdir`, `scandir` and its entries.

use std::cell::{Cell, OnceCell, RefCell};
use std::ffi::{CStr, CString};

use crate::gil::{Gil, Reason};
use crate::modules::convert::{self, Path};
use crate::object::class::flags;
use crate::object::header::{Payload, Visit};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{Arguments, Parameters, Ref, Result, SlotTable, Storage, Value, operations};
use crate::payload;
use crate::types::generic_alias;

use super::{calls, status};

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new(
        "listdir",
        "($module, /, path=None)",
        "Return a list containing the names of the files in the directory.",
        listdir,
    ),
    Function::new(
        "scandir",
        "($module, /, path=None)",
        "Return an iterator of DirEntry objects for given path.",
        scandir,
    ),
];

/// One entry as the system lists it.
struct Found {
    name: Vec<u8>,
    inode: u64,
    kind: u8,
}

/// Reads a whole directory, `.` and `..` left out. The descriptor of one given by number is left open.
fn read(path: &CStr, descriptor: Option<i32>) -> std::result::Result<Vec<Found>, i32> {
    // SAFETY: the name ends in a zero byte; the stream is closed before this returns and its entries are copied; the
    // end of the stream and an error are told apart by the error number, which is cleared before.
    unsafe {
        let stream = match descriptor {
            Some(fd) => libc::fdopendir(calls::outcome(libc::fcntl(fd, libc::F_DUPFD_CLOEXEC, 0))?),
            None => libc::opendir(path.as_ptr()),
        };
        if stream.is_null() {
            return Err(calls::errno());
        }
        if descriptor.is_some() {
            libc::rewinddir(stream);
        }
        let mut found = Vec::new();
        let failure = loop {
            *libc::__errno_location() = 0;
            let entry = libc::readdir(stream);
            if entry.is_null() {
                break *libc::__errno_location();
            }
            let name = CStr::from_ptr((*entry).d_name.as_ptr()).to_bytes().to_vec();
            if name != b"." && name != b".." {
                found.push(Found { name, inode: (*entry).d_ino, kind: (*entry).d_type });
            }
        };
        libc::closedir(stream);
        if failure != 0 { Err(failure) } else { Ok(found) }
    }
}

/// The directory that an argument names, the current one by default, and what it holds.
fn directory_argument(gil: Gil<'_>, arguments: Arguments<'_>, function: &str) -> Result<(Path, Vec<Found>)> {
    const SIGNATURE: Parameters<1> = Parameters::new(["path"], 0);
    let [path] = arguments.bind(gil, function, &SIGNATURE)?;
    let path = match path.filter(|path| !path.is_none()) {
        Some(path) => Path::of_optional(gil, path, function, "path")?,
        None => Path::of(gil, &convert::text(gil, "."), function, "path", false)?,
    };
    let (name, descriptor) = (path.c_string().to_owned(), path.descriptor());
    let found = gil.detach(Reason::Io, || read(&name, descriptor));
    match found {
        Ok(found) => Ok((path, found)),
        Err(errno) => Err(path.error(gil, errno)),
    }
}

fn listdir(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (path, found) = directory_argument(gil, arguments, "listdir")?;
    let names = found.iter().map(|found| path.same_kind(gil, &found.name)).collect();
    Ok(convert::list(gil, names))
}

fn scandir(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (path, found) = directory_argument(gil, arguments, "scandir")?;
    let descriptor = path.descriptor();
    let mut folder = path.c_string().to_bytes().to_vec();
    if descriptor.is_some() {
        folder.clear();
    } else if folder.last() != Some(&b'/') {
        folder.push(b'/');
    }
    let shown = path.shown_folder();
    let entries = found.into_iter().rev().map(|found| {
        let full = [&folder[..], &found.name].concat();
        let shown = [shown.as_deref().unwrap_or_default(), &found.name].concat();
        let entry = DirectoryEntry {
            name: path.same_kind(gil, &found.name),
            path: path.same_kind(gil, if shown.is_empty() { &found.name } else { &shown }),
            full: CString::new(full).unwrap_or_default(),
            folder: descriptor.unwrap_or(libc::AT_FDCWD),
            inode: found.inode,
            kind: found.kind,
            followed: OnceCell::new(),
            itself: OnceCell::new(),
        };
        Ref::new(gil, entry).into_value()
    });
    let entries = RefCell::new(entries.collect());
    Ok(Ref::new(gil, Scan { entries, closed: Cell::new(false) }).into_value())
}

/// The iterator that `scandir` gives. The directory has been read already, so closing it only ends it.
pub struct Scan {
    /// The entries to come, the next one last.
    entries: RefCell<Vec<Value>>,
    closed: Cell<bool>,
}

impl Payload for Scan {
    payload!(Scan, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.entries.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.entries.take());
    }
}

fn scan_of(value: &Value) -> &Scan {
    match value.downcast::<Scan>() {
        Some(scan) => scan,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn scan_next(_gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let scan = scan_of(value);
    if scan.closed.get() {
        return Ok(None);
    }
    let next = scan.entries.borrow_mut().pop();
    Ok(next)
}

fn scan_self(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(value.clone())
}

fn scan_enter(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(arguments.values[0].clone())
}

fn scan_close(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let scan = scan_of(&arguments.values[0]);
    scan.closed.set(true);
    drop(scan.entries.take());
    Ok(Value::NONE)
}

/// The type of what `scandir` gives.
pub static SCAN: TypeSpec = TypeSpec {
    name: "ScandirIterator",
    module: "posix",
    signature: "",
    doc: "",
    base: None,
    layout: Scan::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable { iter: Some(scan_self), next: Some(scan_next), ..SlotTable::EMPTY },
    methods: &[
        Function::new("__enter__", "", "", scan_enter),
        Function::new("__exit__", "", "", scan_close),
        Function::new("close", "", "", scan_close),
    ],
    attributes: &[],
};

/// One entry of a directory.
pub struct DirectoryEntry {
    name: Value,
    path: Value,
    full: CString,
    folder: i32,
    inode: u64,
    kind: u8,
    /// The status of what it leads to, and of itself, once asked for.
    followed: OnceCell<Value>,
    itself: OnceCell<Value>,
}

impl Payload for DirectoryEntry {
    payload!(DirectoryEntry, untracked);
}

fn entry_of(value: &Value) -> &DirectoryEntry {
    match value.downcast::<DirectoryEntry>() {
        Some(entry) => entry,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

impl DirectoryEntry {
    /// The kind of file, links followed or not; None where there is no such file.
    fn mode(&self, gil: Gil<'_>, follow: bool) -> Result<Option<libc::mode_t>> {
        let known = match self.kind {
            libc::DT_DIR => Some(libc::S_IFDIR),
            libc::DT_REG => Some(libc::S_IFREG),
            libc::DT_LNK if !follow => Some(libc::S_IFLNK),
            libc::DT_LNK | libc::DT_UNKNOWN => None,
            _ => Some(0),
        };
        if known.is_some() {
            return Ok(known);
        }
        let (name, folder) = (&self.full, self.folder);
        match gil.detach(Reason::Io, || status::of_name(name, folder, follow)) {
            Ok(status) => Ok(Some(status.st_mode & libc::S_IFMT)),
            Err(libc::ENOENT) => Ok(None),
            Err(errno) => Err(convert::os_error_named(gil, errno, &self.path)),
        }
    }
}

fn follow_argument(gil: Gil<'_>, arguments: Arguments<'_>, function: &str) -> Result<bool> {
    const SIGNATURE: Parameters<1> = Parameters::new(["follow_symlinks"], 0).keyword_only(0);
    let [follow] = arguments.without_first().bind(gil, function, &SIGNATURE)?;
    follow.map_or(Ok(true), |value| convert::to_bool(gil, value))
}

fn entry_is_dir(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let follow = follow_argument(gil, arguments, "is_dir")?;
    let mode = entry_of(&arguments.values[0]).mode(gil, follow)?;
    Ok(Value::bool(mode == Some(libc::S_IFDIR)))
}

fn entry_is_file(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let follow = follow_argument(gil, arguments, "is_file")?;
    let mode = entry_of(&arguments.values[0]).mode(gil, follow)?;
    Ok(Value::bool(mode == Some(libc::S_IFREG)))
}

fn entry_is_symlink(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let mode = entry_of(&arguments.values[0]).mode(gil, false)?;
    Ok(Value::bool(mode == Some(libc::S_IFLNK)))
}

fn entry_is_junction(_gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::FALSE)
}

fn entry_stat(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let follow = follow_argument(gil, arguments, "stat")?;
    let entry = entry_of(&arguments.values[0]);
    let cell = if follow { &entry.followed } else { &entry.itself };
    if let Some(known) = cell.get() {
        return Ok(known.clone());
    }
    let (name, folder) = (&entry.full, entry.folder);
    let found = gil.detach(Reason::Io, || status::of_name(name, folder, follow));
    let found = found.map_err(|errno| convert::os_error_named(gil, errno, &entry.path))?;
    Ok(cell.get_or_init(|| status::result(gil, &found)).clone())
}

fn entry_inode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::int(gil, entry_of(&arguments.values[0]).inode as i64))
}

fn entry_fspath(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(entry_of(&arguments.values[0]).path.clone())
}

fn entry_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let name = operations::repr(gil, &entry_of(value).name)?;
    Ok(convert::text(gil, &format!("<DirEntry {}>", name.lossy())))
}

fn entry_new(gil: Gil<'_>, class: &Ref<crate::object::Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Err(type_error(gil, format!("cannot create '{}' instances", class.name())))
}

/// `os.DirEntry`.
pub static ENTRY: TypeSpec = TypeSpec {
    name: "DirEntry",
    module: "posix",
    signature: "",
    doc: "",
    base: None,
    layout: DirectoryEntry::layout,
    storage: Storage::Nothing,
    flags: flags::WEAKLY_REFERENCED,
    slots: SlotTable { repr: Some(entry_repr), new: Some(entry_new), ..SlotTable::EMPTY },
    methods: &[
        Function::class("__class_getitem__", "", "See PEP 585", generic_alias::class_item),
        Function::new(
            "is_dir",
            "($self, /, *, follow_symlinks=True)",
            "Return True if the entry is a directory; cached per entry.",
            entry_is_dir,
        ),
        Function::new(
            "is_file",
            "($self, /, *, follow_symlinks=True)",
            "Return True if the entry is a file; cached per entry.",
            entry_is_file,
        ),
        Function::new(
            "is_symlink",
            "($self, /)",
            "Return True if the entry is a symbolic link; cached per entry.",
            entry_is_symlink,
        ),
        Function::new(
            "is_junction",
            "($self, /)",
            "Return True if the entry is a junction; cached per entry.",
            entry_is_junction,
        ),
        Function::new(
            "stat",
            "($self, /, *, follow_symlinks=True)",
            "Return stat_result object for the entry; cached per entry.",
            entry_stat,
        ),
        Function::new("inode", "($self, /)", "Return inode of the entry; cached per entry.", entry_inode),
        Function::new("__fspath__", "($self, /)", "Returns the path for the entry.", entry_fspath),
    ],
    attributes: &[
        Attribute::read_only(
            "name",
            "the entry's base filename, relative to scandir() \"path\" argument",
            |_, value| Ok(entry_of(value).name.clone()),
        ),
        Attribute::read_only(
            "path",
            "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)",
            |_, value| Ok(entry_of(value).path.clone()),
        ),
    ],
};
