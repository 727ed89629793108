//! Errors that cannot be raised, since nobody waits for them: in `__del__`, in callbacks of weak references.

use std::cell::Cell;

use crate::gil::{Gil, Guarded};
use crate::object::{Raised, Value, operations};

/// Reports an error: what happened, and in what.
pub type Hook = fn(Gil<'_>, Raised, &str, Option<&Value>);

static HOOK: Guarded<Cell<Option<Hook>>> = Guarded::new(Cell::new(None));

/// Says how such errors are reported; the sys module does, at start.
pub fn set_hook(gil: Gil<'_>, hook: Hook) {
    HOOK.get(gil).set(Some(hook));
}

/// Reports an error that cannot be raised.
#[cold]
pub fn report(gil: Gil<'_>, raised: Raised, message: &str, object: Option<&Value>) {
    if let Some(hook) = HOOK.get(gil).get() {
        return hook(gil, raised, message, object);
    }
    let shown = |value: &Value| {
        operations::repr(gil, value).map_or_else(|_| "<object>".to_owned(), |text| text.lossy().into_owned())
    };
    let exception = raised.exception().as_value();
    let name = exception.class(gil).own_name();
    let text =
        operations::str(gil, exception).map_or_else(|_| String::new(), |text| text.lossy().into_owned());
    eprintln!("{message}: {}\n{name}: {text}", object.map_or_else(String::new, shown));
}
