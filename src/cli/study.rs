//! Listings for study: the tokens, the tree and the bytecode of a script.

use std::ffi::OsStr;
use std::process::ExitCode;

use crate::syntax::{self, SyntaxError};

/// Prints a listing of a file. Exit status 1 for a syntax error, 2 for a file that cannot be read.
pub fn show(study: &str, file: &OsStr) -> ExitCode {
    let name = file.to_string_lossy();
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("gilly: can't open file '{name}': {error}");
            return ExitCode::from(2);
        }
    };
    let listing = match study {
        "tokens" => syntax::dump::dump_tokens(&bytes, &name),
        "ast" => tree(&bytes, &name),
        _ => super::start::bytecode(&bytes, &name),
    };
    match listing {
        Ok(text) => super::write_out(&text),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn tree(bytes: &[u8], name: &str) -> Result<String, SyntaxError> {
    let parsed = syntax::parse_module(bytes, name)?;
    Ok(syntax::dump::dump_module(&parsed.tree, &parsed.source, false) + "\n")
}
