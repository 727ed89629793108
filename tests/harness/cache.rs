//! The library's compiled code in the user's cache: it is kept, and nothing that lies there does harm.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::process::Request;

/// A cache of a test's own; it is removed at the end.
struct Cache(PathBuf);

impl Cache {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("gilly-cache-{name}-{}", std::process::id()));
        Cache(path)
    }

    /// Runs a program that imports some of the library.
    #[track_caller]
    fn run(&self) {
        let program = ["-c", "import json, textwrap; print(json.dumps([textwrap.fill('a b', 1)]))"];
        let mut request = Request::new(crate::gilly(), &program);
        request.environment.push(("XDG_CACHE_HOME".to_owned(), self.0.to_str().unwrap().to_owned()));
        let outcome = request.run();
        assert_eq!((outcome.stdout.as_str(), outcome.stderr.as_str()), ("[\"a\\nb\"]\n", ""));
    }

    fn packs(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.0.join("gilly")).into_iter().flatten();
        entries.map(|entry| entry.unwrap().path()).collect()
    }

    fn pack(&self) -> PathBuf {
        let packs = self.packs();
        assert_eq!(packs.len(), 1, "{packs:?}");
        packs[0].clone()
    }
}

impl Drop for Cache {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn what_was_compiled_is_kept_for_the_user_alone() {
    let cache = Cache::new("kept");
    cache.run();
    let pack = cache.pack();
    assert_eq!((mode(&pack), mode(&cache.0.join("gilly"))), (0o600, 0o700));
    let written = fs::read(&pack).unwrap();
    assert!(written.windows(15).any(|part| part == b"<gilly>/json/__"));
    // Nothing new: the file stays as it is.
    let before = fs::metadata(&pack).unwrap().modified().unwrap();
    cache.run();
    assert_eq!(fs::metadata(&pack).unwrap().modified().unwrap(), before);
}

#[test]
fn code_that_was_tampered_with_is_compiled_again() {
    let cache = Cache::new("tampered");
    cache.run();
    let pack = cache.pack();
    let whole = fs::read(&pack).unwrap();
    for step in [1, 7, 501] {
        let mut bytes = whole.clone();
        bytes.iter_mut().skip(200).step_by(step).for_each(|byte| *byte ^= 0xff);
        fs::write(&pack, bytes).unwrap();
        cache.run();
    }
    for length in [0, 10, 60, whole.len() / 2] {
        fs::write(&pack, &whole[..length]).unwrap();
        cache.run();
    }
    fs::write(&pack, &whole).unwrap();
    fs::set_permissions(&pack, fs::Permissions::from_mode(0o666)).unwrap();
    cache.run();
    assert_eq!(mode(&cache.pack()), 0o600, "a file that others may write is not trusted but replaced");
}

#[test]
fn nothing_is_written_where_that_is_not_wanted_or_not_possible() {
    let cache = Cache::new("unwanted");
    let mut request = Request::new(crate::gilly(), &["-c", "import json"]);
    for (name, value) in [("XDG_CACHE_HOME", cache.0.to_str().unwrap()), ("GILLY_CACHE", "off")] {
        request.environment.push((name.to_owned(), value.to_owned()));
    }
    assert_eq!(request.run().exit, 0);
    assert!(cache.packs().is_empty());
    fs::create_dir_all(&cache.0).unwrap();
    fs::write(cache.0.join("gilly"), "a file where the folder would be").unwrap();
    cache.run();
    assert!(cache.packs().is_empty());
}
