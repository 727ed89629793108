//! The library that the binary carries: the Python modules of `pyscripts/stdlib`, as files of a folder that is nowhere
//! on the disk.

use include_dir::{Dir, include_dir};

static LIBRARY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/pyscripts/stdlib");

/// The name of the library's folder as `__file__` and tracebacks show it.
pub const FOLDER: &str = "<gilly>";

/// A module's source in the library.
pub struct Source {
    /// What `__file__` shows.
    pub path: String,
    pub text: &'static [u8],
    /// Has it modules below it?
    pub package: bool,
}

/// The source of a module by its dotted name.
pub fn find(name: &str) -> Option<Source> {
    let stem = name.replace('.', "/");
    for (path, package) in [(format!("{stem}/__init__.py"), true), (format!("{stem}.py"), false)] {
        if let Some(file) = LIBRARY.get_file(&path) {
            return Some(Source { path: format!("{FOLDER}/{path}"), text: file.contents(), package });
        }
    }
    None
}

/// The text behind a `__file__` of the library, for tracebacks that show its lines.
pub fn text_of(path: &str) -> Option<&'static [u8]> {
    let path = path.strip_prefix(FOLDER)?.strip_prefix('/')?;
    LIBRARY.get_file(path).map(include_dir::File::contents)
}

/// The names of the modules at the top of the library.
pub fn top_level_names() -> impl Iterator<Item = &'static str> {
    LIBRARY.entries().iter().filter_map(|entry| {
        let name = entry.path().file_name()?.to_str()?;
        match entry.as_dir() {
            Some(_) => Some(name),
            None => name.strip_suffix(".py"),
        }
    })
}
