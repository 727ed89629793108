//! The interactive prompt: statements typed by a person, run as they come, with a history and editing of several lines.

use std::path::PathBuf;

use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Editor, Helper};

use crate::gil::{Gil, Reason};
use crate::modules::machine::{self, Mode};
use crate::modules::sys::Configuration;
use crate::modules::{builtins, convert, report, source, sys};
use crate::object::{Kind, Ref, Result, Value, operations};
use crate::syntax;
use crate::types::module::Module;

/// Knows when a statement is whole.
struct Statements;

impl Helper for Statements {}

impl Completer for Statements {
    type Candidate = String;
}

impl Hinter for Statements {
    type Hint = String;
}

impl Highlighter for Statements {}

impl Validator for Statements {
    fn validate(&self, context: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        let text = format!("{}\n", context.input());
        Ok(match syntax::parse_interactive(&text, "<stdin>") {
            Err(error) if error.incomplete => ValidationResult::Incomplete,
            _ => ValidationResult::Valid(None),
        })
    }
}

/// Reads and runs statements in a module until the end of input; `exit()` comes out as SystemExit.
pub fn talk(gil: Gil<'_>, main: &Ref<Module>) -> Result<()> {
    if !Configuration::current().quiet {
        report::write_error(gil, &format!("Python {}\n", sys::version()));
        report::write_error(
            gil,
            "Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n",
        );
    }
    set_default(gil, "ps1", ">>> ");
    set_default(gil, "ps2", "... ");
    let Ok(mut editor) = Editor::<Statements, _>::new() else { return Ok(()) };
    editor.set_helper(Some(Statements));
    let history = history();
    if let Some(history) = &history {
        let _ = editor.load_history(history);
    }
    let result = exchange(gil, main, &mut editor);
    if let Some(history) = &history {
        let _ = editor.save_history(history);
    }
    result
}

fn exchange(
    gil: Gil<'_>,
    main: &Ref<Module>,
    editor: &mut Editor<Statements, rustyline::history::DefaultHistory>,
) -> Result<()> {
    loop {
        flush(gil);
        let prompt = prompt_text(gil, "ps1");
        let line = {
            let editor = &mut *editor;
            gil.detach(Reason::Io, move || editor.readline(&prompt))
        };
        match line {
            Ok(text) => {
                let _ = editor.add_history_entry(text.as_str());
                if let Err(raised) = run(gil, main, &text) {
                    if raised.is(gil, Kind::SystemExit) {
                        return Err(raised);
                    }
                    report::uncaught(gil, raised);
                }
            }
            Err(ReadlineError::Interrupted) => report::write_error(gil, "\nKeyboardInterrupt\n"),
            Err(_) => return Ok(()),
        }
    }
}

/// Runs one statement; the value of an expression is shown.
fn run(gil: Gil<'_>, main: &Ref<Module>, text: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Ok(());
    }
    let level = Configuration::current().optimize;
    let text = format!("{text}\n");
    let code = source::compile(gil, text.as_bytes(), "<stdin>", Mode::Interactive, level)?;
    main.set(gil, "__builtins__", builtins::module(gil)?.into_value());
    (machine::get(gil)?.run)(gil, &code, &main.dict, None)?;
    Ok(())
}

fn set_default(gil: Gil<'_>, name: &str, text: &str) {
    if sys::get(gil, name).is_none() {
        sys::set(gil, name, convert::text(gil, text));
    }
}

fn prompt_text(gil: Gil<'_>, name: &str) -> String {
    let prompt = sys::get(gil, name).unwrap_or(Value::NONE);
    operations::str(gil, &prompt).map_or_else(|_| ">>> ".to_owned(), |text| text.lossy().into_owned())
}

fn flush(gil: Gil<'_>) {
    if let Some(stdout) = sys::get(gil, "stdout").filter(|stdout| !stdout.is_none()) {
        let _ = operations::call_method(gil, &stdout, "flush", &[]);
    }
}

/// The file that keeps what was typed.
fn history() -> Option<PathBuf> {
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty())?;
    Some(PathBuf::from(home).join(".gilly_history"))
}
