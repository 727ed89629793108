//! The native modules, one file or folder each.
//!
//! In reading order: `machine` (what they need of the machine and the compiler), `convert` (arguments and results),
//! `struct_sequence` and `simple_namespace` (shapes of results); `builtins`, `sys`, `import`, `source`, `report`,
//! `shutdown`: what running a program takes; then the modules that programs import. One list names them all.
//!
//! Must not know: the command line.

pub mod abc;
pub mod accounts;
pub mod array;
pub mod ast;
pub mod asyncio;
pub mod atexit;
pub mod binascii;
pub mod bisect;
pub mod builtins;
pub mod codecs;
pub mod collections;
pub mod compression;
pub mod contextvars;
pub mod convert;
pub mod copy;
pub mod decimal;
pub mod dis;
pub mod errno;
pub mod fcntl;
pub mod functools;
pub mod gc;
pub mod gil;
pub mod hashlib;
pub mod heapq;
pub mod imp;
pub mod import;
pub mod itertools;
pub mod json;
pub mod machine;
pub mod marshal;
pub mod math;
pub mod matrix;
pub mod memory_streams;
pub mod mmap;
pub mod multiprocessing;
pub mod name_service;
pub mod operator;
pub mod pickle;
pub mod posix;
pub mod pprint;
pub mod queue;
pub mod random;
pub mod re;
pub mod report;
pub mod resource;
pub mod select;
pub mod shutdown;
pub mod signal;
pub mod simple_namespace;
pub mod socket;
pub mod source;
pub mod stream;
pub mod struct_;
pub mod struct_sequence;
pub mod subprocess;
pub mod symtable;
pub mod sys;
pub mod syslog;
pub mod termios;
pub mod thread;
pub mod time;
pub mod timeline;
pub mod tokenize;
pub mod unicodedata;
pub mod weakref;

use crate::gil::Gil;
use crate::object::Value;
use crate::types::module::ModuleSpec;

/// All native modules.
static ALL: &[&ModuleSpec] = &[
    &abc::MODULE,
    &accounts::GROUPS,
    &accounts::USERS,
    &array::MODULE,
    &ast::MODULE,
    &asyncio::MODULE,
    &atexit::MODULE,
    &binascii::MODULE,
    &binascii::bases::MODULE,
    &bisect::MODULE,
    &builtins::MODULE,
    &collections::MODULE,
    &compression::bz2::MODULE,
    &compression::zlib::MODULE,
    &contextvars::MODULE,
    &copy::MODULE,
    &decimal::MODULE,
    &dis::MODULE,
    &errno::MODULE,
    &gil::MODULE,
    &fcntl::MODULE,
    &functools::MODULE,
    &gc::MODULE,
    &hashlib::MODULE,
    &heapq::MODULE,
    &imp::MODULE,
    &itertools::MODULE,
    &marshal::MODULE,
    &json::MODULE,
    &math::MODULE,
    &matrix::MODULE,
    &memory_streams::MODULE,
    &mmap::MODULE,
    &multiprocessing::MODULE,
    &operator::MODULE,
    &pickle::MODULE,
    &posix::MODULE,
    &re::MODULE,
    &codecs::MODULE,
    &unicodedata::MODULE,
    &pprint::MODULE,
    &queue::MODULE,
    &random::MODULE,
    &resource::MODULE,
    &struct_::MODULE,
    &select::MODULE,
    &subprocess::MODULE,
    &symtable::MODULE,
    &syslog::MODULE,
    &signal::MODULE,
    &socket::MODULE,
    &sys::MODULE,
    &termios::MODULE,
    &thread::MODULE,
    &time::MODULE,
    &timeline::MODULE,
    &tokenize::MODULE,
    &weakref::MODULE,
];

/// The native module of this name.
pub fn find(name: &str) -> Option<&'static ModuleSpec> {
    ALL.iter().find(|module| module.name == name).copied()
}

/// The names of all native modules.
pub fn names() -> impl Iterator<Item = &'static str> {
    ALL.iter().map(|module| module.name)
}

/// The module of this name, if it has been imported.
pub fn loaded(gil: Gil<'_>, name: &str) -> Option<Value> {
    convert::get_item(gil, &sys::modules(gil), name).filter(|module| !module.is_none())
}

/// Prepares what the modules stand on: after the types, before the first module.
pub fn set_up(gil: Gil<'_>) {
    crate::types::builder::build(gil, &simple_namespace::SPEC);
    crate::types::builder::build(gil, &stream::SPEC);
    import::set_up(gil);
    crate::types::module::set_importer(gil, import::module);
    crate::types::unraisable::set_hook(gil, sys::report_unraisable);
    crate::types::warning::set_hook(gil, warn);
    crate::types::codecs::set_search(gil, codecs::search);
}

/// Lets the warnings module tell of what the running Python code does.
fn warn(
    gil: Gil<'_>,
    kind: crate::object::Kind,
    message: &str,
    object: Option<&crate::object::Value>,
) -> crate::object::Result<()> {
    let warnings = import::module(gil, "warnings")?;
    let mut arguments = vec![convert::text(gil, message), kind.class(gil).to_value(), convert::int(gil, 1)];
    arguments.extend(object.cloned());
    crate::object::operations::call_method(gil, &warnings, "warn", &arguments).map(drop)
}
