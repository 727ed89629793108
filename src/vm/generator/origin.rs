//! Where coroutines were made, kept while the program asks for it: `cr_origin`.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use super::*;
use crate::modules::convert;

/// Some thread has asked; it is never switched off again.
static TRACKED: AtomicBool = AtomicBool::new(false);

thread_local! {
    /// How many frames this thread wants.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// May a coroutine have an origin?
#[inline(always)]
pub fn are_tracked() -> bool {
    TRACKED.load(Relaxed)
}

/// How many frames are kept.
pub fn depth() -> u32 {
    DEPTH.get()
}

/// Sets how many frames are kept.
pub fn set_depth(depth: u32) {
    DEPTH.set(depth);
    if depth > 0 {
        TRACKED.store(true, Relaxed);
    }
}

/// The frames that lead here, the nearest first, each as file, line and function.
#[cold]
#[inline(never)]
pub(super) fn here(gil: Gil<'_>) -> Option<Value> {
    let depth = DEPTH.get() as usize;
    if depth == 0 {
        return None;
    }
    let frames = (0..depth).map_while(|place| crate::vm::frame(gil, place));
    let entries: Result<Vec<Value>> = frames.map(|frame| entry(gil, &frame)).collect();
    entries.ok().map(|entries| convert::tuple(gil, entries))
}

fn entry(gil: Gil<'_>, frame: &Value) -> Result<Value> {
    let attribute =
        |of: &Value, name: &str| operations::get_attribute(gil, of, &crate::object::intern(gil, name));
    let code = attribute(frame, "f_code")?;
    let parts =
        [attribute(&code, "co_filename")?, attribute(frame, "f_lineno")?, attribute(&code, "co_name")?];
    Ok(convert::tuple(gil, parts.to_vec()))
}

/// The origin of a coroutine.
pub(super) fn of(value: &Value) -> Option<Value> {
    value.downcast::<Coroutine>().and_then(|coroutine| coroutine.1.borrow().clone())
}

/// An origin as a warning shows it.
pub(super) fn shown(gil: Gil<'_>, origin: &Value) -> Result<String> {
    let linecache = crate::types::module::import(gil, "linecache")?;
    let traceback = crate::types::module::import(gil, "traceback")?;
    let mut entries = Vec::new();
    for entry in crate::types::tuple::items_of(origin).unwrap_or_default().iter().rev() {
        let parts = crate::types::tuple::items_of(entry).unwrap_or_default();
        let [file, line, function] = &parts[..] else { continue };
        let text = operations::call_method(gil, &linecache, "getline", &[file.clone(), line.clone()])?;
        entries.push(convert::tuple(gil, vec![file.clone(), line.clone(), function.clone(), text]));
    }
    let entries = crate::types::list::of(gil, entries);
    let lines = operations::call_method(gil, &traceback, "format_list", &[entries])?;
    let mut shown = "\nCoroutine created at (most recent call last)\n".to_owned();
    let lines = operations::iterate(gil, &lines)?;
    while let Some(line) = operations::next(gil, &lines)? {
        shown += &operations::str(gil, &line)?.lossy();
    }
    shown.truncate(shown.trim_end_matches('\n').len());
    Ok(shown)
}
