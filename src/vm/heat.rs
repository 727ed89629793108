//! Counting what runs: how often each instruction of each code object ran, and where the GIL changed hands.
//!
//! While it is on, budgets are one tick long, as under a trace function, so that each instruction begins at a boundary.
//! Counts are exact, and so is the place of each switch: the schedule of a computing program is the same as without.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;

use super::state::State;
use crate::code::Code;
use crate::gil::{Gil, Guarded};
use crate::object::{Bits, Value};
use crate::types::code::CodeObject;

/// What happened at one word of code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How often the instruction ran.
    pub ticks: u64,
    /// How often a thread lost the GIL just before it.
    pub switches: u64,
    /// How often it gave the GIL up itself: to wait, or for native work.
    pub releases: u64,
}

/// A code object and what happened in it.
pub struct Counted {
    pub code: Rc<Code>,
    /// The instructions as they are now, specialised by running.
    pub words: Vec<u64>,
    /// By word.
    pub counts: Vec<Counts>,
}

/// Set once, before the program's first instruction. Relaxed: nothing else hangs on it.
static ON: AtomicBool = AtomicBool::new(false);

/// By the address of the code object: the word of a reference that is kept for good, so that the address stands for this
/// object alone, and the counts.
static TABLE: Guarded<RefCell<BTreeMap<usize, (Bits, Vec<Counts>)>>> =
    Guarded::new(RefCell::new(BTreeMap::new()));

thread_local! {
    /// The instruction that this thread began last, as code and word, and how often it had got the GIL then.
    static LAST: Cell<(usize, usize, u64)> = const { Cell::new((0, 0, 0)) };
}

/// Begins to count. Threads that run already go on uncounted to the end of their budget.
pub fn start(gil: Gil<'_>) {
    ON.store(true, Relaxed);
    super::end_budget(gil);
}

/// Is anything counted?
#[inline]
pub fn is_on() -> bool {
    ON.load(Relaxed)
}

/// The instruction of the last activation is about to run; `turns_before` is how often the thread had got the GIL when
/// it came to this boundary.
pub fn instruction(state: &State, turns_before: u64) {
    let gil = state.gil();
    let activation = state.activation();
    let (code, word) = (activation.code(), activation.word());
    let turns = gil.turns();
    let mut table = TABLE.get(gil).borrow_mut();
    let (last_code, last_word, last_turns) = LAST.get();
    if turns_before > last_turns
        && let Some(last) = table.get_mut(&last_code).and_then(|(_, counts)| counts.get_mut(last_word))
    {
        last.releases += turns_before - last_turns;
    }
    let address = code.pointer().as_ptr().addr();
    let (_, counts) = table
        .entry(address)
        .or_insert_with(|| (code.to_value().into_bits(), vec![Counts::default(); code.words.len()]));
    counts[word].ticks += 1;
    counts[word].switches += turns - turns_before;
    LAST.set((address, word, turns));
}

/// What was counted so far, for the code objects of a file.
pub fn counted(gil: Gil<'_>, filename: &str) -> Vec<Counted> {
    let table = TABLE.get(gil).borrow();
    let counted = table.values().filter_map(|(bits, counts)| {
        // SAFETY: the word owns a reference that nobody drops.
        let code = unsafe { Value::borrow(bits) }.downcast::<CodeObject>()?;
        (code.filename.lossy() == filename).then(|| Counted {
            code: code.code.clone(),
            words: code.words.iter().map(Cell::get).collect(),
            counts: counts.clone(),
        })
    });
    counted.collect()
}
