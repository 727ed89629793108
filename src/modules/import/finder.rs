//! Where modules are: along a path of folders, in the library within the binary, or where a program's own finders say.

use std::path::{Path, PathBuf};

use crate::gil::{Gil, Reason};
use crate::modules::{convert, sys};
use crate::object::{Ref, Result, Text, Value, intern, operations};

use super::library;

/// What was found under a name.
pub enum Found {
    /// A source, of a package if it has a folder for its modules.
    Source { path: String, text: Vec<u8>, folder: Option<String> },
    /// Folders without a source: a namespace package.
    Namespace(Vec<String>),
    /// What the importer of an archive says of a module in it.
    Specified(Value),
}

/// What a look at the disk tells of an entry of a path.
enum Place {
    Source {
        path: String,
        text: Vec<u8>,
        folder: Option<String>,
    },
    Namespace(String),
    Nothing,
    /// The entry is no folder but a file, or within one: an archive, maybe.
    IsFile,
}

/// Looks along a package's `__path__`, or along `sys.path`.
pub fn along_path(gil: Gil<'_>, name: &str, path: Option<&Value>) -> Result<Option<Found>> {
    let stem = name.rsplit('.').next().unwrap_or(name);
    let entries = match path {
        Some(path) => operations::collect(gil, path)?,
        None => match sys::get(gil, "path") {
            Some(path) => operations::collect(gil, &path)?,
            None => Vec::new(),
        },
    };
    let mut namespace = Vec::new();
    for entry in entries {
        let Some(entry) = entry.downcast::<Text>() else { continue };
        let folder = convert::os_bytes(gil, entry)?;
        let Ok(folder) = String::from_utf8(folder) else { continue };
        match in_folder(gil, &folder, stem) {
            Place::Source { path, text, folder } => return Ok(Some(Found::Source { path, text, folder })),
            Place::Namespace(folder) => namespace.push(folder),
            Place::Nothing => {}
            Place::IsFile => {
                if let Some(found) = in_archive(gil, entry, name)? {
                    return Ok(Some(found));
                }
            }
        }
    }
    Ok((!namespace.is_empty()).then_some(Found::Namespace(namespace)))
}

fn in_folder(gil: Gil<'_>, folder: &str, stem: &str) -> Place {
    // A path is no name, even if a file lies there.
    if stem.contains('/') {
        return Place::Nothing;
    }
    if let Some(inside) = folder.strip_prefix(library::FOLDER) {
        let inside = inside.trim_start_matches('/').replace('/', ".");
        let name = if inside.is_empty() { stem.to_owned() } else { format!("{inside}.{stem}") };
        let Some(source) = library::find(&name) else { return Place::Nothing };
        let package = source.package.then(|| format!("{}/{}", library::FOLDER, name.replace('.', "/")));
        return Place::Source { path: source.path, text: source.text.to_vec(), folder: package };
    }
    gil.detach(Reason::Io, || on_disk(folder, stem))
}

fn on_disk(folder: &str, stem: &str) -> Place {
    let folder = match folder {
        "" => match std::env::current_dir() {
            Ok(folder) => folder,
            Err(_) => return Place::Nothing,
        },
        _ => absolute(Path::new(folder)),
    };
    let package = folder.join(stem);
    let shown = |path: &Path| path.to_string_lossy().into_owned();
    let is_folder = match std::fs::metadata(&package) {
        Ok(status) => status.is_dir(),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => return Place::IsFile,
        Err(_) => false,
    };
    if is_folder {
        let file = package.join("__init__.py");
        if let Ok(text) = std::fs::read(&file) {
            return Place::Source { path: shown(&file), text, folder: Some(shown(&package)) };
        }
    }
    let file = folder.join(format!("{stem}.py"));
    if file.is_file()
        && let Ok(text) = std::fs::read(&file)
    {
        return Place::Source { path: shown(&file), text, folder: None };
    }
    match is_folder {
        true => Place::Namespace(shown(&package)),
        false => Place::Nothing,
    }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// The library's importer of archives.
const IMPORTER: &str = "zipimport";

/// Asks that importer; a file that is no archive has no modules. What it needs itself is not looked for in archives.
fn in_archive(gil: Gil<'_>, entry: &Ref<Text>, name: &str) -> Result<Option<Found>> {
    if name == IMPORTER {
        return Ok(None);
    }
    let module = super::module(gil, IMPORTER)?;
    let Some(find) = operations::find_attribute(gil, &module, &intern(gil, "find_in_archive"))? else {
        return Ok(None);
    };
    let arguments = [convert::text(gil, name), entry.to_value()];
    let found = operations::call(gil, &find, crate::object::Arguments::positional(&arguments))?;
    Ok((!found.is_none()).then_some(Found::Specified(found)))
}

/// Asks the finders in `sys.meta_path`, which a program has put there, and loads what they find.
pub fn by_program(gil: Gil<'_>, name: &str, path: Option<&Value>) -> Result<Option<Value>> {
    let Some(finders) = sys::get(gil, "meta_path") else { return Ok(None) };
    let arguments = [convert::text(gil, name), path.cloned().unwrap_or(Value::NONE), Value::NONE];
    for finder in operations::collect(gil, &finders)? {
        let Some(find) = operations::find_attribute(gil, &finder, &intern(gil, "find_spec"))? else {
            continue;
        };
        let found = operations::call(gil, &find, crate::object::Arguments::positional(&arguments))?;
        if !found.is_none() {
            return super::loader::by_specification(gil, name, &found).map(Some);
        }
    }
    Ok(None)
}
