//! Where the prompt's statements come from: a terminal with a line editor, or lines of anything else.

use std::borrow::Cow;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;

use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Context, Editor, Helper};

use crate::modules::sys::Configuration;
use crate::syntax::highlight::{self, Class};
use crate::syntax::{self, SyntaxError};

/// What a reading brought.
pub enum Typed {
    /// A statement with the end of its line, or what can never become one.
    Statement(String),
    /// Ctrl-C.
    Interrupt,
    /// Ctrl-D, or the end of what is no terminal.
    End,
}

/// A source of statements.
pub enum Input {
    Terminal(Box<Editor<Statements, DefaultHistory>>),
    Lines,
}

impl Input {
    /// A line editor on a terminal, with the history of former sessions; lines where there is none.
    pub fn open() -> Input {
        let on_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
        let Some(mut editor) = on_terminal.then(|| Editor::new().ok()).flatten() else { return Input::Lines };
        // The editor takes interrupts to itself for as long as it lives, but they are for the statements. While it reads,
        // the terminal sends Ctrl-C as a key.
        crate::modules::signal::start();
        editor.set_helper(Some(Statements { names: Vec::new(), colours: colours_wanted() }));
        if let Some(file) = history() {
            let _none_yet = editor.load_history(&file);
        }
        Input::Terminal(Box::new(editor))
    }

    /// Is it typed by a person?
    pub fn is_terminal(&self) -> bool {
        matches!(self, Input::Terminal(_))
    }

    /// Names that the tabulator key completes.
    pub fn offer(&mut self, names: Vec<String>) {
        if let Input::Terminal(editor) = self
            && let Some(helper) = editor.helper_mut()
        {
            helper.names = names;
        }
    }

    /// Reads one statement, after the first prompt and, where no editor shows several lines, the second.
    pub fn read(&mut self, first: &str, second: &str) -> Typed {
        let editor = match self {
            Input::Terminal(editor) => editor,
            Input::Lines => return read_lines(first, second),
        };
        match editor.readline(first) {
            Ok(text) => {
                let _kept = editor.add_history_entry(text.as_str());
                Typed::Statement(text + "\n")
            }
            Err(ReadlineError::Interrupted) => Typed::Interrupt,
            Err(_) => Typed::End,
        }
    }

    /// Keeps the history for later sessions.
    pub fn close(&mut self) {
        if let (Input::Terminal(editor), Some(file)) = (self, history()) {
            let _lost = editor.save_history(&file);
        }
    }
}

fn read_lines(first: &str, second: &str) -> Typed {
    let mut text = String::new();
    loop {
        eprint!("{}", if text.is_empty() { first } else { second });
        let _shown = io::stderr().flush();
        let mut line = Vec::new();
        match io::stdin().lock().read_until(b'\n', &mut line) {
            Ok(0) if text.is_empty() => {
                eprintln!();
                return Typed::End;
            }
            Ok(0) | Err(_) => return Typed::Statement(text),
            Ok(_) => text.push_str(&String::from_utf8_lossy(&line)),
        }
        if !is_unfinished(&text) {
            return Typed::Statement(text);
        }
    }
}

/// Must more lines follow?
fn is_unfinished(text: &str) -> bool {
    matches!(syntax::parse_interactive(text, ""), Err(SyntaxError { incomplete: true, .. }))
}

/// What the line editor knows of Python.
pub struct Statements {
    /// Names to complete.
    names: Vec<String>,
    colours: bool,
}

impl Helper for Statements {}

impl Hinter for Statements {
    type Hint = String;
}

impl Completer for Statements {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        place: usize,
        _context: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let before = &line[..place];
        let is_part = |character: char| character.is_alphanumeric() || character == '_';
        let start = before
            .rfind(|character| !is_part(character))
            .map_or(0, |last| last + before[last..].chars().next().map_or(0, char::len_utf8));
        let word = &before[start..];
        if word.is_empty() && before.trim().is_empty() {
            return Ok((place, vec!["    ".into()]));
        }
        if word.is_empty() || before[..start].ends_with('.') {
            return Ok((place, Vec::new()));
        }
        Ok((start, self.names.iter().filter(|name| name.starts_with(word)).cloned().collect()))
    }
}

impl Highlighter for Statements {
    fn highlight<'l>(&self, line: &'l str, _place: usize) -> Cow<'l, str> {
        if !self.colours {
            return Cow::Borrowed(line);
        }
        let mut shown = String::with_capacity(line.len() * 2);
        let mut done = 0;
        for (class, range) in highlight::stretches(line) {
            shown.push_str(&line[done..range.start]);
            let colour = match class {
                Class::Keyword => "1;34",
                Class::Number => "33",
                Class::Text => "32",
                Class::Comment => "31",
            };
            shown.push_str(&format!("\x1b[{colour}m{}\x1b[0m", &line[range.clone()]));
            done = range.end;
        }
        shown.push_str(&line[done..]);
        Cow::Owned(shown)
    }

    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _default: bool) -> Cow<'b, str> {
        if self.colours { Cow::Owned(format!("\x1b[1;35m{prompt}\x1b[0m")) } else { Cow::Borrowed(prompt) }
    }

    fn highlight_char(&self, _line: &str, _place: usize, kind: CmdKind) -> bool {
        self.colours && kind != CmdKind::MoveCursor
    }
}

impl Validator for Statements {
    fn validate(&self, context: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        Ok(match is_unfinished(&format!("{}\n", context.input())) {
            true => ValidationResult::Incomplete,
            false => ValidationResult::Valid(None),
        })
    }
}

/// Colours unless the environment asks for none, by the variables that CPython asks.
fn colours_wanted() -> bool {
    let settings = Configuration::current();
    match settings.variable("PYTHON_COLORS") {
        Some(choice) if choice == "0" => false,
        Some(choice) if choice == "1" => true,
        _ => {
            std::env::var_os("NO_COLOR").is_none()
                && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
        }
    }
}

/// The file that keeps what was typed.
fn history() -> Option<PathBuf> {
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty())?;
    Some(PathBuf::from(home).join(".gilly_history"))
}
