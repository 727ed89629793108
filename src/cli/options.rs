//! The command line's words, read into what they ask for.
//!
//! Knows nothing of the interpreter but its settings.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::PathBuf;

use super::compare::{self, Comparison};
use crate::gil::Choice;
use crate::modules::sys::Configuration;

/// What is to be run.
#[derive(Debug, PartialEq, Eq)]
pub enum Program {
    /// `-c`: the text itself.
    Command(OsString),
    /// `-m`: a module by its name.
    Module(String),
    /// A script, or a folder with a `__main__.py`.
    File(OsString),
    /// Standard input: a program, or a prompt if it is a terminal.
    Input,
    /// `--child-vm`: what the process at the other end of the descriptor says.
    Child(i32),
    /// A listing for study: `tokens`, `ast` or `dis`, of a file.
    Study(&'static str, OsString),
}

/// What the command line asks for.
pub enum Request {
    /// Run a program.
    Run(Program, Box<Configuration>, Switching),
    /// `-V`; twice for more.
    Version(bool),
    /// `-h`.
    Help,
    /// `gilly compare`.
    Compare(Comparison),
    /// `gilly trace`: run the rest of the words, draw its timeline into the folder.
    Trace { folder: OsString, words: Vec<OsString> },
}

/// How the machine runs the program: when threads make way for each other, who writes it down, what it leaves out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Switching {
    /// `--switch-ticks`.
    pub ticks: Option<u32>,
    /// `dis --heat`: count what runs, and show it at the end.
    pub heat: Option<Heat>,
    /// `--trace-into`: the folder in which the process keeps its timeline.
    pub trace_into: Option<OsString>,
    /// `--gil`.
    pub choice: Option<Choice>,
    /// `--no-specialize`: instructions stay as the compiler wrote them.
    pub general: bool,
}

/// How `dis --heat` shows what it has counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heat {
    /// As text, after the program's own output.
    Text,
    /// As a page, in this file.
    Page(OsString),
}

/// A command line that cannot be followed: exit status 2.
#[derive(Debug)]
pub struct Unusable(pub String);

/// The listings for study, each a word before a file's name.
const STUDIES: [&str; 3] = ["tokens", "ast", "dis"];

/// Reads the words after the program's name.
pub fn read(words: Vec<OsString>) -> Result<Request, Unusable> {
    if let [study, file] = &words[..]
        && let Some(study) = STUDIES.iter().find(|known| study == **known)
        && !std::path::Path::new(study).exists()
    {
        let program = Program::Study(study, file.clone());
        return Ok(Request::Run(program, Box::default(), Switching::default()));
    }
    if let [first, rest @ ..] = &words[..]
        && first == "compare"
        && !std::path::Path::new(first).exists()
    {
        return compare::read(rest).map(Request::Compare);
    }
    if let [first, rest @ ..] = &words[..]
        && first == "trace"
        && !std::path::Path::new(first).exists()
    {
        return trace(rest);
    }
    if let [first, second, rest @ ..] = &words[..]
        && first == "dis"
        && second == "--heat"
    {
        return heat(rest);
    }
    let mut words = words;
    if words.len() > 1 && words[0] == "run" && !std::path::Path::new("run").exists() {
        words.remove(0);
    }
    let mut reader = Reader::new(words);
    while let Some(word) = reader.next_option() {
        if let Some(done) = reader.option(&word)? {
            return Ok(done);
        }
        if reader.program.is_some() {
            break;
        }
    }
    reader.finish()
}

/// `gilly dis --heat [--html FILE] SCRIPT ...`.
fn heat(words: &[OsString]) -> Result<Request, Unusable> {
    let (heat, words) = match words {
        [option, file, rest @ ..] if option == "--html" => (Heat::Page(file.clone()), rest),
        _ => (Heat::Text, words),
    };
    match read(words.to_vec())? {
        Request::Run(program @ Program::File(_), settings, switching) => {
            Ok(Request::Run(program, settings, Switching { heat: Some(heat), ..switching }))
        }
        _ => Err(Unusable("dis --heat needs a script to run".into())),
    }
}

/// `gilly trace [--out FOLDER] ...`; what follows is checked as any command line.
fn trace(words: &[OsString]) -> Result<Request, Unusable> {
    let (folder, words) = match words {
        [option, folder, rest @ ..] if option == "--out" => (folder.clone(), rest),
        [option, rest @ ..] if option.as_bytes().starts_with(b"--out=") => {
            (OsString::from_vec(option.as_bytes()[6..].to_vec()), rest)
        }
        _ => (".".into(), words),
    };
    match read(words.to_vec())? {
        Request::Run(Program::Study(..) | Program::Child(_), ..) => {
            Err(Unusable("trace needs a program to run".into()))
        }
        Request::Run(..) => Ok(Request::Trace { folder, words: words.to_vec() }),
        other => Ok(other),
    }
}

struct Reader {
    words: std::collections::VecDeque<OsString>,
    program: Option<Program>,
    settings: Configuration,
    switching: Switching,
    versions: u8,
}

impl Reader {
    fn new(words: Vec<OsString>) -> Reader {
        Reader {
            words: words.into(),
            program: None,
            settings: Configuration::default(),
            switching: Switching::default(),
            versions: 0,
        }
    }

    /// The next word if it is an option; `--` ends them.
    fn next_option(&mut self) -> Option<OsString> {
        let first = self.words.front()?.as_bytes();
        if first == b"--" {
            self.words.pop_front();
            return None;
        }
        if first.len() < 2 || first[0] != b'-' {
            return None;
        }
        self.words.pop_front()
    }

    fn option(&mut self, word: &OsString) -> Result<Option<Request>, Unusable> {
        let text = word.to_string_lossy();
        match text.strip_prefix("--") {
            Some(name) => self.long_option(name),
            None => self.short_options(&word.as_bytes()[1..]),
        }
    }

    fn long_option(&mut self, name: &str) -> Result<Option<Request>, Unusable> {
        let (name, value) = match name.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (name, None),
        };
        match name {
            "version" => return Ok(Some(Request::Version(false))),
            "help" | "help-all" | "help-env" | "help-xoptions" => return Ok(Some(Request::Help)),
            "check-hash-based-pycs" => {
                let _ = value.map(OsString::from).or_else(|| self.words.pop_front());
            }
            "child-vm" => {
                let descriptor = self.number("--child-vm", value)?;
                self.program = Some(Program::Child(descriptor.try_into().unwrap_or(i32::MAX)));
            }
            "trace-into" => {
                let folder = value.map(OsString::from).or_else(|| self.words.pop_front());
                self.switching.trace_into = folder;
            }
            "gil" => {
                let value = value.or_else(|| Some(self.words.pop_front()?.to_string_lossy().into_owned()));
                let value = value.ok_or_else(|| Unusable("Argument expected for the --gil option".into()))?;
                let choice = value.parse();
                self.switching.choice =
                    Some(choice.map_err(|complaint| Unusable(format!("--gil: {complaint}")))?);
            }
            "gil-stats" => {
                self.settings.gil_stats = Some("text".into());
                for word in value.iter().flat_map(|words| words.split(',')) {
                    match word {
                        "text" | "json" => self.settings.gil_stats = Some(word.into()),
                        "lines" => self.settings.gil_lines = true,
                        _ => {
                            return Err(Unusable(format!(
                                "--gil-stats is text, json or lines, not '{word}'"
                            )));
                        }
                    }
                }
            }
            "explain" => self.settings.explain = true,
            "no-specialize" => self.switching.general = true,
            "switch-ticks" => self.switching.ticks = Some(self.number("--switch-ticks", value)?),
            _ => return Err(Unusable(format!("unknown option --{name}"))),
        }
        Ok(None)
    }

    fn number(&mut self, option: &str, value: Option<String>) -> Result<u32, Unusable> {
        let value = value.or_else(|| Some(self.words.pop_front()?.to_string_lossy().into_owned()));
        let value = value.ok_or_else(|| Unusable(format!("Argument expected for the {option} option")))?;
        let number = value.replace('_', "").parse().ok().filter(|&number| number > 0);
        number.ok_or_else(|| Unusable(format!("{option} needs a positive number, not '{value}'")))
    }

    /// Letters that share one hyphen.
    fn short_options(&mut self, letters: &[u8]) -> Result<Option<Request>, Unusable> {
        for (index, &letter) in letters.iter().enumerate() {
            let rest = &letters[index + 1..];
            let settings = &mut self.settings;
            match letter {
                b'b' => settings.bytes_warning += 1,
                b'B' => settings.dont_write_bytecode = true,
                b'd' => settings.debug += 1,
                b'E' => settings.ignore_environment = true,
                b'h' | b'?' => return Ok(Some(Request::Help)),
                b'i' => settings.inspect = true,
                b'I' => {
                    settings.isolated = true;
                    settings.ignore_environment = true;
                    settings.no_user_site = true;
                    settings.safe_path = true;
                }
                b'O' => settings.optimize += 1,
                b'P' => settings.safe_path = true,
                b'q' => settings.quiet = true,
                b'R' | b'x' | b't' => {}
                b's' => settings.no_user_site = true,
                b'S' => settings.no_site = true,
                b'u' => settings.unbuffered = true,
                b'v' => settings.verbose += 1,
                b'V' => self.versions += 1,
                b'c' => {
                    self.program = Some(Program::Command(self.argument(letter, rest)?));
                    return Ok(None);
                }
                b'm' => {
                    let name = self.argument(letter, rest)?.to_string_lossy().into_owned();
                    self.program = Some(Program::Module(name));
                    return Ok(None);
                }
                b'W' => {
                    let argument = self.argument(letter, rest)?.to_string_lossy().into_owned();
                    self.settings.warnings.push(argument);
                    return Ok(None);
                }
                b'X' => {
                    let argument = self.argument(letter, rest)?.to_string_lossy().into_owned();
                    self.x_option(&argument)?;
                    return Ok(None);
                }
                _ => return Err(Unusable(format!("Unknown option: -{}", char::from(letter)))),
            }
        }
        Ok(None)
    }

    /// What follows a letter: the rest of its word, or the next word.
    fn argument(&mut self, letter: u8, rest: &[u8]) -> Result<OsString, Unusable> {
        if !rest.is_empty() {
            return Ok(OsString::from_vec(rest.to_vec()));
        }
        let expected = || Unusable(format!("Argument expected for the -{} option", char::from(letter)));
        self.words.pop_front().ok_or_else(expected)
    }

    fn x_option(&mut self, text: &str) -> Result<(), Unusable> {
        let (name, value) = match text.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (text, None),
        };
        if name == "switch_ticks" {
            self.switching.ticks =
                Some(self.number("-X switch_ticks", Some(value.clone().unwrap_or_default()))?);
        }
        self.settings.x_options.push((name.to_owned(), value));
        Ok(())
    }

    fn finish(mut self) -> Result<Request, Unusable> {
        if self.versions > 0 {
            return Ok(Request::Version(self.versions > 1));
        }
        let mut arguments = Vec::new();
        let program = match self.program.take() {
            Some(program @ Program::Child(_)) => program,
            Some(program) => {
                arguments.push(if matches!(program, Program::Command(_)) { "-c" } else { "-m" }.into());
                program
            }
            None => match self.words.pop_front() {
                Some(name) if name == "-" => {
                    arguments.push(name);
                    Program::Input
                }
                Some(name) => {
                    arguments.push(name.clone());
                    Program::File(name)
                }
                None => {
                    arguments.push(OsString::new());
                    Program::Input
                }
            },
        };
        arguments.extend(self.words);
        self.settings.arguments = arguments.into_iter().map(OsString::into_vec).collect();
        self.settings.optimize = self.settings.optimize.max(optimize_by_environment(&self.settings));
        self.settings.first_path = first_path(&program, &self.settings);
        Ok(Request::Run(program, Box::new(self.settings), self.switching))
    }
}

fn optimize_by_environment(settings: &Configuration) -> u8 {
    let Some(value) = settings.variable("PYTHONOPTIMIZE") else { return 0 };
    value.to_string_lossy().parse().unwrap_or(1)
}

/// A script's path as `__file__` and tracebacks show it: below the current folder, but otherwise as it was given.
pub fn absolute(file: &OsStr) -> PathBuf {
    std::env::current_dir().map_or_else(|_| file.into(), |folder| folder.join(file))
}

/// Is the file a zip archive (of a program, with a `__main__` in it)? What is before the archive does not matter; the record
/// at its end does.
pub fn is_archive(path: &std::path::Path) -> bool {
    use std::io::{Read, Seek, SeekFrom};
    const RECORD: u64 = 22;
    const LONGEST_COMMENT: u64 = 65_535;
    let end = || -> std::io::Result<Vec<u8>> {
        let mut file = std::fs::File::open(path)?;
        let information = file.metadata()?;
        let mut end = Vec::new();
        if information.is_file() {
            file.seek(SeekFrom::Start(information.len().saturating_sub(RECORD + LONGEST_COMMENT)))?;
            file.read_to_end(&mut end)?;
        }
        Ok(end)
    };
    end().is_ok_and(|end| {
        end.windows(RECORD as usize).enumerate().any(|(place, record)| {
            let comment = usize::from(u16::from_le_bytes([record[20], record[21]]));
            record.starts_with(b"PK\x05\x06") && place + record.len() + comment == end.len()
        })
    })
}

/// Where a program's own modules are looked for first.
fn first_path(program: &Program, settings: &Configuration) -> Option<Vec<u8>> {
    if settings.safe_path || settings.variable("PYTHONSAFEPATH").is_some() {
        return None;
    }
    match program {
        Program::Command(_) | Program::Input => Some(Vec::new()),
        Program::Module(_) => Some(std::env::current_dir().ok()?.into_os_string().into_vec()),
        Program::File(file) => {
            let path = std::path::Path::new(file);
            if path.is_dir() || is_archive(path) {
                return Some(absolute(file).into_os_string().into_vec());
            }
            let real = std::fs::canonicalize(path).ok();
            let folder = real.as_deref().unwrap_or(path).parent()?;
            Some(folder.as_os_str().as_bytes().to_vec())
        }
        Program::Child(_) | Program::Study(..) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(words: &[&str]) -> (Program, Configuration, Switching) {
        match read(words.iter().map(OsString::from).collect()) {
            Ok(Request::Run(program, settings, switching)) => (program, *settings, switching),
            _ => panic!("not a run"),
        }
    }

    #[test]
    fn a_command_takes_all_that_follows() {
        let (program, settings, _) = run(&["-Bu", "-c", "pass", "-x", "--", "y"]);
        assert_eq!(program, Program::Command("pass".into()));
        assert_eq!(settings.arguments, [&b"-c"[..], b"-x", b"--", b"y"]);
        assert!(settings.unbuffered && settings.dont_write_bytecode);
    }

    #[test]
    fn options_and_their_values() {
        let (program, settings, switching) =
            run(&["--switch-ticks", "1_000", "-Xdev", "-X", "a=b", "f.py", "-c"]);
        assert_eq!(program, Program::File("f.py".into()));
        assert_eq!(switching.ticks, Some(1000));
        assert_eq!(settings.x_options, [("dev".into(), None), ("a".into(), Some("b".into()))]);
        assert_eq!(settings.arguments, [&b"f.py"[..], b"-c"]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let complaint = |words: &[&str]| match read(words.iter().map(OsString::from).collect()) {
            Err(Unusable(complaint)) => complaint,
            Ok(_) => String::new(),
        };
        assert_eq!(complaint(&["-Z"]), "Unknown option: -Z");
        assert_eq!(complaint(&["--nothing"]), "unknown option --nothing");
        assert_eq!(complaint(&["-c"]), "Argument expected for the -c option");
    }
}
