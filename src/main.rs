//! The binary: picks the allocator and serves what can be studied of a script so far, its tokens and its tree.

use std::process::ExitCode;

use gilly::syntax;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const USAGE: &str = "usage: gilly tokens FILE | gilly ast FILE";

fn main() -> ExitCode {
    let words: Vec<String> =
        std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["tokens", file] => show(file, syntax::dump::dump_tokens),
        ["ast", file] => show(file, |bytes, filename| {
            let parsed = syntax::parse_module(bytes, filename)?;
            Ok(syntax::dump::dump_module(&parsed.tree, &parsed.source, false) + "\n")
        }),
        _ => fail(USAGE),
    }
}

/// Prints what `listing` makes of a file. Exit status 1 for a syntax error, 2 for a file that cannot be read.
fn show(file: &str, listing: impl Fn(&[u8], &str) -> Result<String, syntax::SyntaxError>) -> ExitCode {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => return fail(&format!("gilly: can't open file '{file}': {error}")),
    };
    match listing(&bytes, file) {
        Ok(text) => write_out(&text),
        Err(error) => {
            eprintln!("  File \"{file}\", line {}\n{:?}: {}", error.line, error.kind, error.message);
            ExitCode::FAILURE
        }
    }
}

/// Writes to stdout; a reader that has gone away is no failure.
fn write_out(text: &str) -> ExitCode {
    use std::io::Write;
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => fail(&format!("gilly: {error}")),
        _ => ExitCode::SUCCESS,
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}
