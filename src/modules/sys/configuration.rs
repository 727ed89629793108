//! How this interpreter was asked to run: what the command line decided and `sys` shows. Set once, before the start.

use std::sync::OnceLock;

/// The settings of a run.
#[derive(Clone, Debug, Default)]
pub struct Configuration {
    /// `sys.argv`.
    pub arguments: Vec<Vec<u8>>,
    /// `sys.orig_argv`.
    pub original_arguments: Vec<Vec<u8>>,
    /// `sys.executable`.
    pub executable: Vec<u8>,
    /// What goes to the front of `sys.path`, if anything.
    pub first_path: Option<Vec<u8>>,
    /// `-i`: stay at the prompt after the program.
    pub inspect: bool,
    /// The program comes from a prompt.
    pub interactive: bool,
    /// `-O`, `-OO`.
    pub optimize: u8,
    /// `-B`.
    pub dont_write_bytecode: bool,
    /// `-s`.
    pub no_user_site: bool,
    /// `-S`.
    pub no_site: bool,
    /// `-E`.
    pub ignore_environment: bool,
    /// `-I`.
    pub isolated: bool,
    /// `-P`.
    pub safe_path: bool,
    /// `-u`.
    pub unbuffered: bool,
    /// `-v`, counted.
    pub verbose: u8,
    /// `-q`.
    pub quiet: bool,
    /// `-b`, counted.
    pub bytes_warning: u8,
    /// `-d`, counted.
    pub debug: u8,
    /// `-W`, in order.
    pub warnings: Vec<String>,
    /// `-X`, in order: a name with its value, if it has one.
    pub x_options: Vec<(String, Option<String>)>,
    /// `--gil-stats`: `text` or `json`.
    pub gil_stats: Option<String>,
    /// `--gil-stats=lines`: the same by functions and lines.
    pub gil_lines: bool,
    /// `--explain`.
    pub explain: bool,
}

static CONFIGURATION: OnceLock<Configuration> = OnceLock::new();

impl Configuration {
    /// The settings of this run; those of no command line at all before [`Configuration::install`].
    pub fn current() -> &'static Configuration {
        CONFIGURATION.get_or_init(Configuration::default)
    }

    /// Puts the settings in force. Later calls change nothing.
    pub fn install(self) {
        let _ = CONFIGURATION.set(self);
    }

    /// The options that another interpreter needs to be set like this one.
    pub fn options(&self) -> Vec<String> {
        let counted =
            [("O", self.optimize), ("v", self.verbose), ("b", self.bytes_warning), ("d", self.debug)];
        let flags = [
            ("B", self.dont_write_bytecode),
            ("s", self.no_user_site),
            ("S", self.no_site),
            ("E", self.ignore_environment && !self.isolated),
            ("I", self.isolated),
            ("P", self.safe_path && !self.isolated),
            ("u", self.unbuffered),
        ];
        let counted = counted.iter().filter(|(_, count)| *count > 0);
        let mut options: Vec<String> =
            counted.map(|(letter, count)| format!("-{}", letter.repeat((*count).into()))).collect();
        options.extend(flags.iter().filter(|(_, set)| *set).map(|(letter, _)| format!("-{letter}")));
        options.extend(self.warnings.iter().map(|warning| format!("-W{warning}")));
        options.extend(self.x_options.iter().map(|(name, value)| match value {
            Some(value) => format!("-X{name}={value}"),
            None => format!("-X{name}"),
        }));
        options
    }

    /// A variable of the environment that starts with `PYTHON`, unless the environment is to be ignored or it is empty.
    pub fn variable(&self, name: &str) -> Option<std::ffi::OsString> {
        if self.ignore_environment {
            return None;
        }
        std::env::var_os(name).filter(|value| !value.is_empty())
    }

    /// What standard input and output do with bytes that are no text: in the locales of C they pass as surrogates.
    pub fn stream_errors(&self) -> &'static str {
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
        match locale.as_deref() {
            None | Some("C" | "POSIX" | "C.UTF-8" | "C.utf8") => "surrogateescape",
            Some(_) => "strict",
        }
    }

    /// Is `-X name` given?
    pub fn x_option(&self, name: &str) -> Option<&Option<String>> {
        self.x_options.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }
}
