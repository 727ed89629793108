//! The interactive prompt: statements run as they come, their values shown.

mod input;

use crate::gil::{Gil, Reason};
use crate::modules::machine::{self, Mode};
use crate::modules::sys::Configuration;
use crate::modules::{builtins, convert, report, source, sys};
use crate::object::{Kind, Ref, Result, Value, operations};
use crate::types::module::Module;
use input::{Input, Typed};

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
    let mut input = Input::open();
    let result = exchange(gil, main, &mut input);
    input.close();
    result
}

fn exchange(gil: Gil<'_>, main: &Ref<Module>, input: &mut Input) -> Result<()> {
    for number in 0.. {
        flush(gil);
        input.offer(names(gil, main));
        let (first, second) = (prompt_text(gil, "ps1"), prompt_text(gil, "ps2"));
        let typed = {
            let input = &mut *input;
            gil.detach(Reason::Io, move || input.read(&first, &second))
        };
        let text = match typed {
            Typed::Statement(text) => text,
            Typed::Interrupt => {
                report::write_error(gil, "\nKeyboardInterrupt\n");
                continue;
            }
            Typed::End => break,
        };
        let name = if input.is_terminal() { format!("<python-input-{number}>") } else { "<stdin>".into() };
        if let Err(raised) = run(gil, main, &name, &text) {
            if raised.is(gil, Kind::SystemExit) {
                return Err(raised);
            }
            report::uncaught(gil, raised);
        }
    }
    Ok(())
}

/// Runs one statement; the value of an expression is shown.
fn run(gil: Gil<'_>, main: &Ref<Module>, name: &str, text: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Ok(());
    }
    let level = Configuration::current().optimize;
    source::keep(gil, name, text);
    let code = source::compile(gil, text.as_bytes(), name, Mode::Interactive, level)?;
    main.set(gil, "__builtins__", builtins::module(gil)?.into_value());
    (machine::get(gil)?.run)(gil, &code, &main.dict, None)?;
    Ok(())
}

/// The names that a statement may use as they are: the module's and the built-in ones.
fn names(gil: Gil<'_>, main: &Ref<Module>) -> Vec<String> {
    let mut names = Vec::new();
    let modules = [Some(main.dict.clone()), builtins::module(gil).ok().map(|module| module.dict.clone())];
    for dict in modules.into_iter().flatten() {
        let keys = operations::collect(gil, dict.as_value()).unwrap_or_default();
        let texts = keys.iter().filter_map(convert::as_text).map(|key| key.lossy().into_owned());
        names.extend(texts.filter(|name| !name.starts_with("__")));
    }
    names.sort_unstable();
    names.dedup();
    names
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
