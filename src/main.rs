//! The binary: picks the allocator and hands over to the command line.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: gilly::object::allocator::Allocator = gilly::object::allocator::Allocator;

fn main() -> ExitCode {
    gilly::cli::main()
}
