//! Modules on their way: which thread runs which module's body, and who waits for it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::gil::sync::{Completion, Patience, Wait};
use crate::gil::{Gil, Reason, ThreadId};
use crate::modules::convert;
use crate::object::{Global, Result};

/// A module whose body runs.
struct Loading {
    name: String,
    thread: ThreadId,
    done: Rc<Completion>,
}

/// A thread that waits for another's module.
struct Waiting {
    thread: ThreadId,
    name: String,
}

#[derive(Default)]
struct State {
    loading: Vec<Loading>,
    waiting: Vec<Waiting>,
}

static STATE: Global<RefCell<State>> =
    Global::new(RefCell::new(State { loading: Vec::new(), waiting: Vec::new() }));

/// The time in which a module's body runs; it ends with its owner.
pub struct Turn<'a> {
    gil: Gil<'a>,
    name: String,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut state = STATE.get(self.gil).borrow_mut();
        let place = state.loading.iter().position(|loading| loading.name == self.name);
        let done = place.map(|place| state.loading.remove(place).done);
        drop(state);
        if let Some(done) = done {
            done.complete(self.gil);
        }
    }
}

impl State {
    fn find(&self, name: &str) -> Option<&Loading> {
        self.loading.iter().find(|loading| loading.name == name)
    }

    /// Would it be a circle if this thread waited for that module?
    fn is_circle(&self, thread: ThreadId, name: &str) -> bool {
        let mut name = name;
        for _ in 0..=self.waiting.len() {
            let Some(loading) = self.find(name) else { return false };
            if loading.thread == thread {
                return true;
            }
            match self.waiting.iter().find(|waiting| waiting.thread == loading.thread) {
                Some(waiting) => name = &waiting.name,
                None => return false,
            }
        }
        true
    }
}

/// Waits until another thread has run a module's body. Returns at once where nobody does, or where waiting would never
/// end.
pub fn wait(gil: Gil<'_>, name: &str) -> Result<()> {
    loop {
        let thread = gil.thread_id();
        let done = {
            let mut state = STATE.get(gil).borrow_mut();
            if state.loading.is_empty() {
                return Ok(());
            }
            let Some(loading) = state.find(name) else { return Ok(()) };
            let done = loading.done.clone();
            if state.is_circle(thread, name) {
                return Ok(());
            }
            state.waiting.push(Waiting { thread, name: name.to_owned() });
            done
        };
        let ended = done.wait(gil, Reason::Lock, Patience::Forever);
        STATE.get(gil).borrow_mut().waiting.retain(|waiting| waiting.thread != thread);
        if ended == Wait::Interrupted {
            convert::run_signal_handlers(gil)?;
        }
    }
}

/// Begins to load a module, after whoever does so now; None if this thread does, or waits in a circle.
pub fn begin<'a>(gil: Gil<'a>, name: &str) -> Result<Option<Turn<'a>>> {
    wait(gil, name)?;
    let mut state = STATE.get(gil).borrow_mut();
    if state.find(name).is_some() {
        return Ok(None);
    }
    let (thread, done) = (gil.thread_id(), Rc::new(Completion::new()));
    state.loading.push(Loading { name: name.to_owned(), thread, done });
    Ok(Some(Turn { gil, name: name.to_owned() }))
}
