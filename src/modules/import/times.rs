//! `-X importtime`: what each import takes, itself and with the imports within it, on standard error.

use std::cell::RefCell;
use std::io::Write;
use std::time::{Duration, Instant};

use crate::gil::Gil;
use crate::modules::sys::Configuration;
use crate::object::{Global, Result};

/// The imports that are under way, each with the time that those within it have taken. None before the first import.
static UNDER_WAY: Global<RefCell<Option<UnderWay>>> = Global::new(RefCell::new(None));

struct UnderWay {
    wanted: bool,
    inner: Vec<Duration>,
}

impl UnderWay {
    fn begin() -> UnderWay {
        let settings = Configuration::current();
        let by_option = settings.x_option("importtime").is_some();
        let by_variable = settings.variable("PYTHONPROFILEIMPORTTIME").is_some_and(|value| !value.is_empty());
        let wanted = by_option || by_variable;
        if wanted {
            say("import time: self [us] | cumulative | imported package\n");
        }
        UnderWay { wanted, inner: Vec::new() }
    }
}

/// Imports a module, and says how long that took if somebody wants to know.
pub fn taken<T>(gil: Gil<'_>, name: &str, import: impl FnOnce() -> Result<T>) -> Result<T> {
    let wanted = {
        let mut under_way = UNDER_WAY.get(gil).borrow_mut();
        let under_way = under_way.get_or_insert_with(UnderWay::begin);
        if under_way.wanted {
            under_way.inner.push(Duration::ZERO);
        }
        under_way.wanted
    };
    if !wanted {
        return import();
    }
    let start = Instant::now();
    let result = import();
    let total = start.elapsed();
    let mut under_way = UNDER_WAY.get(gil).borrow_mut();
    let Some(under_way) = under_way.as_mut() else { return result };
    let within = under_way.inner.pop().unwrap_or_default();
    if let Some(outer) = under_way.inner.last_mut() {
        *outer += total;
    }
    if result.is_ok() {
        let own = total.saturating_sub(within).as_micros();
        let indent = 2 * under_way.inner.len();
        say(&format!("import time: {own:9} | {:10} | {:indent$}{name}\n", total.as_micros(), ""));
    }
    result
}

fn say(text: &str) {
    // Nobody to read it is no reason not to import.
    let _unread = std::io::stderr().write_all(text.as_bytes());
}
