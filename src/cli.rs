//! The command line: what is asked for, and running it.
//!
//! In reading order: `options` reads the words; `study` shows tokens, trees and bytecode; `start` brings up an
//! interpreter; `run` runs a program in it; `prompt` talks to a person; `heat` shows what ran how often; `trace` draws what a
//! program did with the GIL.

mod compare;
mod heat;
mod options;
mod prompt;
mod run;
mod start;
mod study;
mod trace;

use std::ffi::OsString;
use std::io::Write;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::process::ExitCode;

use options::{Program, Request, Unusable};

const USAGE: &str = "usage: gilly [option] ... [-c cmd | -m mod | file | -] [arg] ...";

const HELP: &str = "\
Options:
-b     : accepted
-B     : accepted: no bytecode files are ever written
-c cmd : program passed in as string (terminates option list)
-d     : accepted
-E     : ignore PYTHON* environment variables (such as PYTHONPATH)
-h     : print this help message and exit (also -? or --help)
-i     : inspect interactively after running script
-I     : isolate from the user's environment (implies -E, -P and -s)
-m mod : run library module as a script (terminates option list)
-O     : remove assert and __debug__-dependent statements
-OO    : do -O changes and also discard docstrings
-P     : don't prepend a potentially unsafe path to sys.path
-q     : don't print the version at the prompt
-s     : accepted: there is no user site directory
-S     : accepted
-u     : force the stdout and stderr streams to be unbuffered
-v     : accepted
-V     : print the version number and exit (also --version)
-W arg : warning control
-X opt : switch_ticks=N; others are kept in sys._xoptions
--switch-ticks N : hand the GIL over after exactly N instructions
--no-specialize  : leave instructions as the compiler wrote them
--gil POLICY     : ticks:N, interval:SECONDS, py2:N, fifo, io-first
--gil-stats[=json] : at the end, what each thread did with the GIL
--gil-stats=[json,]lines : the same by functions and lines too, which makes the run slow
--explain        : at the end, what that means, in a few sentences
file   : program read from script file
-      : program read from stdin (default; interactive mode if a tty)
arg ...: arguments passed to program in sys.argv[1:]

To look inside:
gilly run ...     : runs a program; for the options --gil-stats and --explain
gilly tokens FILE : the tokens of a script
gilly ast FILE    : its syntax tree
gilly dis FILE    : its bytecode; brackets mark where a switch of threads can lose an update
gilly dis --heat [--html PAGE] FILE ... : run it, then show how often each instruction ran, and where threads switched
gilly compare [--workers N] [--repeat N] [--function F [--args A]] [--html PAGE] FILE ... : the same work in series,
    on threads and in child VMs, and where the time went
gilly trace [--out FOLDER] ... : run a program, draw its threads and processes in trace.html and trace.json
";

/// Does what the process's arguments ask for.
pub fn main() -> ExitCode {
    let mut words: Vec<OsString> = std::env::args_os().collect();
    let original = words.iter().map(|word| word.as_bytes().to_vec()).collect();
    let executable = if words.is_empty() { OsString::new() } else { words.remove(0) };
    match options::read(words) {
        Err(Unusable(complaint)) => {
            eprintln!("{complaint}\n{USAGE}\nTry `gilly -h' for more information.");
            ExitCode::from(2)
        }
        Ok(Request::Version(verbose)) => {
            let version = if verbose { crate::modules::sys::version() } else { version() };
            write_out(&format!("Python {version}\n"))
        }
        Ok(Request::Compare(comparison)) => compare::run(&comparison),
        Ok(Request::Trace { folder, words }) => trace::run(&folder, &words),
        Ok(Request::Help) => write_out(&format!("{USAGE}\n{HELP}")),
        Ok(Request::Run(Program::Study(study, file), ..)) => study::show(study, &file),
        Ok(Request::Run(program, mut settings, switching)) => {
            settings.original_arguments = original;
            let found = std::env::current_exe().map_or(executable, std::path::PathBuf::into_os_string);
            settings.executable = found.into_vec();
            run::run(program, *settings, switching)
        }
    }
}

fn version() -> String {
    format!("{} (gilly {})", crate::modules::sys::LANGUAGE, env!("CARGO_PKG_VERSION"))
}

/// Writes to stdout; a reader that has gone away is no failure.
fn write_out(text: &str) -> ExitCode {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            eprintln!("gilly: {error}");
            ExitCode::from(2)
        }
        _ => ExitCode::SUCCESS,
    }
}

/// A text as a page shows it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
