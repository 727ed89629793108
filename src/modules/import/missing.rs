//! What to tell of a module of CPython's library that gilly does not have: which of those that it has comes nearest.

/// What a message says behind the name; nothing for names that are not of the library, or that are there.
pub fn hint(name: &str) -> String {
    let top = name.split('.').next().unwrap_or(name);
    let entry = NEAREST.iter().find(|(missing, _)| *missing == name || *missing == top);
    match entry {
        None => String::new(),
        Some((missing, "")) => format!("; gilly does not have '{missing}' of the standard library"),
        Some((missing, nearest)) => {
            format!("; gilly does not have '{missing}' of the standard library: '{nearest}' comes nearest")
        }
    }
}

/// The modules that are missing, each with the one that comes nearest, if any does.
static NEAREST: &[(&str, &str)] = &[
    ("ctypes", "struct"),
    ("curses", ""),
    ("dbm.gnu", "dbm.dumb"),
    ("dbm.ndbm", "dbm.dumb"),
    ("dbm.sqlite3", "dbm.dumb"),
    ("ensurepip", ""),
    ("idlelib", ""),
    ("lzma", "bz2"),
    ("nturl2path", "urllib.request"),
    ("opcode", "dis"),
    ("readline", ""),
    ("sqlite3", "shelve"),
    ("tkinter", ""),
    ("turtle", ""),
    ("turtledemo", ""),
    ("venv", ""),
];
