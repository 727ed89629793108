//! The library that the binary carries: the Python modules of `pyscripts/stdlib`, as files of a folder that is nowhere
//! on the disk.

mod index {
    // The files' paths in alphabetical order, each with the place where its text begins in the text of all.
    include!(concat!(env!("OUT_DIR"), "/library.rs"));
}

static TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.txt"));

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
        if let Some(text) = contents(&path) {
            return Some(Source { path: format!("{FOLDER}/{path}"), text, package });
        }
    }
    None
}

/// The text behind a `__file__` of the library, for tracebacks that show its lines.
pub fn text_of(path: &str) -> Option<&'static [u8]> {
    let path = path.strip_prefix(FOLDER)?.strip_prefix('/')?;
    contents(path)
}

/// What a file of the library holds.
fn contents(path: &str) -> Option<&'static [u8]> {
    let place = index::FILES.binary_search_by_key(&path, |(path, _)| path).ok()?;
    let end = index::FILES.get(place + 1).map_or(TEXTS.len(), |(_, start)| *start);
    TEXTS.get(index::FILES[place].1..end)
}

/// The names of the modules at the top of the library.
pub fn top_level_names() -> impl Iterator<Item = &'static str> {
    index::FILES.iter().filter_map(|(path, _)| match path.split_once('/') {
        Some((package, "__init__.py")) => Some(package),
        Some(_) => None,
        None => path.strip_suffix(".py"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_what_the_folder_has() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("pyscripts/stdlib");
        for (path, _) in index::FILES {
            assert_eq!(contents(path).unwrap(), std::fs::read(folder.join(path)).unwrap(), "{path}");
        }
        assert!(find("json.decoder").is_some_and(|source| !source.package));
        assert!(find("json").is_some_and(|source| source.package));
        assert!(find("no_such_module").is_none());
    }
}
