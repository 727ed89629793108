//! gilly: a Python interpreter whose GIL you can see.
//!
//! The modules in reading order; data flows one way, from text to running code.

pub mod cli;
pub mod code;
pub mod compile;
pub mod gil;
pub mod modules;
pub mod object;
pub mod syntax;
pub mod types;
pub mod vm;
