//! A script of a suite: its header, and the outcome of a run made comparable.
//!
//! The header is the run of comment lines at the top of the file. Known keys: `exit`, `stdin` (with `\n`), `args`,
//! `env` (`NAME=value ...`), `gilly` (options of the interpreter, not given to CPython), `stderr: whole`.
//! `tests/rewrite-golden` reads the same keys.

use std::path::{Path, PathBuf};

use crate::process::{Outcome, Request};

/// A script and what its header says.
pub struct Script {
    pub path: PathBuf,
    header: Vec<(String, String)>,
}

impl Script {
    pub fn read(path: &Path) -> Self {
        let text = String::from_utf8_lossy(&std::fs::read(path).expect("a script can be read")).into_owned();
        let header = text.lines().map_while(|line| line.strip_prefix('#'));
        let header = header.filter_map(|line| line.split_once(':'));
        let header = header.map(|(key, value)| (key.trim().to_string(), value.trim().to_string())).collect();
        Self { path: path.to_path_buf(), header }
    }

    /// The header's value for `key`.
    pub fn value(&self, key: &str) -> Option<&str> {
        self.header.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// The exit status that the script should have.
    pub fn exit(&self) -> i32 {
        self.value("exit").map_or(0, |value| value.parse().expect("`exit` is a number"))
    }

    /// Whether all of stderr is compared, not only its last line.
    pub fn whole_stderr(&self) -> bool {
        self.value("stderr") == Some("whole")
    }

    /// The file beside the script with another extension.
    pub fn beside(&self, extension: &str) -> PathBuf {
        self.path.with_extension(extension)
    }

    /// The text of that file, empty when there is none.
    pub fn expected(&self, extension: &str) -> String {
        std::fs::read_to_string(self.beside(extension)).unwrap_or_default()
    }

    /// Runs the script under gilly with `options` before it.
    pub fn run(&self, options: &[&str]) -> Outcome {
        let mut request = Request::new(crate::gilly(), options);
        let words = |key: &str| self.value(key).unwrap_or_default().split_whitespace().map(String::from);
        request.arguments.extend(words("gilly"));
        request.arguments.push(self.path.to_string_lossy().into_owned());
        request.arguments.extend(words("args"));
        request.environment.extend(words("env").filter_map(|pair| {
            pair.split_once('=').map(|(name, value)| (name.to_string(), value.to_string()))
        }));
        request.stdin = self.value("stdin").unwrap_or_default().replace("\\n", "\n").into_bytes();
        let mut outcome = request.run();
        outcome.stdout = self.without_folder(&outcome.stdout);
        outcome.stderr = self.without_folder(&outcome.stderr);
        outcome
    }

    /// The text with the script's folder taken off every path.
    fn without_folder(&self, text: &str) -> String {
        let folder = format!("{}/", self.path.parent().expect("a script is in a folder").display());
        text.replace(&folder, "")
    }
}
