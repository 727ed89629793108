//! The matcher: runs a program over text, going back where it fails. What it may go back to lies on a stack of its own.

use memchr::{memchr, memmem, memrchr};

use super::characters::Case;
use super::program::{Anchor, Op, Place, Program, Run, Single, has, is_endless};
use super::syntax::{Category, Manner};
use crate::gil::Gil;
use crate::modules::machine;
use crate::object::raised::memory_error;
use crate::object::{Result, text};

/// No position: a group that has taken no part.
pub const NOWHERE: usize = usize::MAX;

/// What is to be done when matching fails.
#[derive(Clone, Copy)]
enum Entry {
    /// Go on there.
    Branch(Place, usize),
    /// Put a slot back, and look further.
    Slot(u32, usize),
    /// Give a character of a greedy run back: its number, its least end, its end.
    Greedy(u32, usize, usize),
    /// Take one more character for a lazy run: its number, how many it has, its end.
    Lazy(u32, u32, usize),
    /// An atomic group or a look begins here. A negated look that fails goes on after it.
    Barrier(u32, usize),
}

/// The number of the barrier of atomic groups.
const ATOMIC: u32 = u32::MAX;

/// So many steps between two looks at signals.
const FUEL: u32 = 1 << 16;

/// Why it is asked whether a text matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Match,
    FullMatch,
    Search,
}

/// The text, where it ends, and whether its characters may be several bytes.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub bytes: &'a [u8],
    pub is_wide: bool,
}

/// A match under way.
pub struct Matcher<'a> {
    gil: Gil<'a>,
    program: &'a Program,
    bytes: &'a [u8],
    is_wide: bool,
    stack: Vec<Entry>,
    /// Where groups begin and end, and the state of loops.
    pub slots: Vec<usize>,
    fuel: u32,
    /// A match must end here.
    must_end: Option<usize>,
    /// A match that begins here must not be empty.
    must_advance: Option<usize>,
}

impl<'a> Matcher<'a> {
    /// A matcher of a text up to its end.
    pub fn new(gil: Gil<'a>, program: &'a Program, subject: Subject<'a>) -> Matcher<'a> {
        Matcher {
            gil,
            program,
            bytes: subject.bytes,
            is_wide: subject.is_wide,
            stack: Vec::new(),
            slots: vec![NOWHERE; program.slots],
            fuel: FUEL,
            must_end: None,
            must_advance: None,
        }
    }

    /// Finds a match that begins at `from`, or with [`Wanted::Search`] there or further on. Its groups are in the slots.
    pub fn find(&mut self, from: usize, manner: Wanted, must_advance: bool) -> Result<bool> {
        self.must_end = (manner == Wanted::FullMatch).then_some(self.bytes.len());
        self.must_advance = must_advance.then_some(from);
        if manner != Wanted::Search {
            return self.attempt(from);
        }
        let mut at = from;
        loop {
            match self.candidate(at) {
                None => return Ok(false),
                Some(found) => at = found,
            }
            if self.attempt(at)? {
                return Ok(true);
            }
            if at >= self.bytes.len() || self.program.is_anchored {
                return Ok(false);
            }
            at += self.width(at);
        }
    }

    /// The next place from `at` on where a match could begin.
    fn candidate(&self, at: usize) -> Option<usize> {
        let program = self.program;
        if program.is_anchored {
            return (at == 0).then_some(0);
        }
        let rest = &self.bytes[at..];
        match (&program.prefix[..], &program.first) {
            ([], None) => Some(at),
            ([], Some(first)) => rest.iter().position(|byte| has(first, *byte)).map(|more| at + more),
            ([byte], _) => memchr(*byte, rest).map(|more| at + more),
            (prefix, _) => memmem::find(rest, prefix).map(|more| at + more),
        }
    }

    fn width(&self, at: usize) -> usize {
        if self.is_wide { text::character_width(self.bytes[at]) } else { 1 }
    }

    /// The character at a position, and where the next one begins.
    #[inline]
    fn next(&self, at: usize) -> Option<(u32, usize)> {
        let first = *self.bytes.get(at)?;
        if first < 128 || !self.is_wide {
            return Some((first.into(), at + 1));
        }
        text::decode(&self.bytes[at..]).map(|(point, width)| (point, at + width))
    }

    /// Where the character before a position begins.
    #[inline]
    fn before(&self, at: usize) -> usize {
        let mut at = at - 1;
        while self.is_wide && at > 0 && !text::starts_character(self.bytes[at]) {
            at -= 1;
        }
        at
    }

    fn attempt(&mut self, from: usize) -> Result<bool> {
        self.slots.fill(NOWHERE);
        self.stack.clear();
        self.slots[0] = from;
        let found = self.run(from)?;
        Ok(found)
    }

    fn push(&mut self, entry: Entry) -> Result<()> {
        if self.stack.len() == self.stack.capacity() {
            let more = self.stack.len().max(64);
            self.stack.try_reserve(more).map_err(|_| memory_error(self.gil, ""))?;
        }
        self.stack.push(entry);
        Ok(())
    }

    fn write(&mut self, slot: u32, value: usize) -> Result<()> {
        let old = std::mem::replace(&mut self.slots[slot as usize], value);
        if self.stack.is_empty() {
            // There is nothing to go back to.
            return Ok(());
        }
        self.push(Entry::Slot(slot, old))
    }

    #[cold]
    fn refuel(&mut self) -> Result<()> {
        self.fuel = FUEL;
        if self.gil.has_pending() {
            (machine::get(self.gil)?.run_pending)(self.gil)?;
        }
        Ok(())
    }

    /// The matcher's loop. It is one function, as long as there are kinds of instructions: the place in the program and in
    /// the text stay in registers of the processor.
    fn run(&mut self, from: usize) -> Result<bool> {
        let (mut pc, mut at) = (0 as Place, from);
        let program = self.program;
        loop {
            if self.fuel == 0 {
                self.refuel()?;
            }
            self.fuel -= 1;
            let goes_on = match program.ops[pc as usize] {
                Op::Byte(byte) => {
                    let fits = self.bytes.get(at) == Some(&byte);
                    at += 1;
                    fits
                }
                Op::Literal(start, end) => {
                    let literal = &program.literals[start as usize..end as usize];
                    let fits = self.bytes[at..].starts_with(literal);
                    at += literal.len();
                    fits
                }
                Op::Fold(point, case) => self.step(&mut at, |next| case.fold(next) == point),
                Op::Any => self.step(&mut at, |next| next != 10),
                Op::All => self.step(&mut at, |_| true),
                Op::Set(set) => {
                    let set = &program.sets[set as usize];
                    self.step(&mut at, |next| set.contains(next))
                }
                Op::At(anchor) => self.stands(anchor, at),
                Op::Save(slot) => {
                    self.write(slot, at)?;
                    true
                }
                Op::Close(group) => {
                    self.write(2 * group + 1, at)?;
                    self.write(program.last_slot() as u32, group as usize)?;
                    true
                }
                Op::Split(other) => {
                    self.push(Entry::Branch(other, at))?;
                    true
                }
                Op::Try(other, first) => {
                    let fits =
                        self.bytes.get(at).is_some_and(|byte| has(&program.firsts[first as usize], *byte));
                    if fits {
                        self.push(Entry::Branch(other, at))?;
                        true
                    } else {
                        pc = other;
                        continue;
                    }
                }
                Op::Jump(place) => {
                    pc = place;
                    continue;
                }
                Op::Run(run) => self.begin_run(run, &mut at)?,
                Op::Begin(number) => {
                    let slot = program.loops[number as usize].slot;
                    self.write(slot, 0)?;
                    self.write(slot + 1, NOWHERE)?;
                    true
                }
                Op::Next(number) => {
                    pc = self.next_round(number, at)?;
                    continue;
                }
                Op::Again(number) => {
                    let row = program.loops[number as usize];
                    let count = self.slots[row.slot as usize];
                    let may = (is_endless(row.most) || count < row.most as usize)
                        && self.slots[row.slot as usize + 1] != at;
                    if may {
                        self.write(row.slot, count + 1)?;
                        self.write(row.slot + 1, at)?;
                    }
                    may
                }
                Op::Atomic => {
                    self.push(Entry::Barrier(ATOMIC, at))?;
                    true
                }
                Op::EndAtomic => {
                    self.forget();
                    true
                }
                Op::Look(number) => match self.begin_look(number, at)? {
                    Some(place) => {
                        (pc, at) = place;
                        continue;
                    }
                    None => false,
                },
                Op::EndLook(number) => {
                    if program.looks[number as usize].negated {
                        self.unwind();
                        false
                    } else {
                        at = self.forget();
                        true
                    }
                }
                Op::Reference(group, case) => self.refer(group, case, &mut at),
                Op::IfGroup(group, other) => {
                    let has_matched =
                        self.slots.get(2 * group as usize + 1).is_some_and(|end| *end != NOWHERE);
                    if !has_matched {
                        pc = other;
                        continue;
                    }
                    true
                }
                Op::Fail => false,
                Op::Match => {
                    let too_early = self.must_end.is_some_and(|end| end != at);
                    if !too_early && self.must_advance != Some(at) {
                        self.slots[1] = at;
                        return Ok(true);
                    }
                    false
                }
            };
            if goes_on {
                pc += 1;
                continue;
            }
            match self.back() {
                Some(place) => (pc, at) = place,
                None => return Ok(false),
            }
        }
    }

    #[inline]
    fn step(&self, at: &mut usize, fits: impl Fn(u32) -> bool) -> bool {
        match self.next(*at) {
            Some((point, after)) if fits(point) => {
                *at = after;
                true
            }
            _ => false,
        }
    }

    /// Goes back to the last choice.
    fn back(&mut self) -> Option<(Place, usize)> {
        loop {
            match self.stack.pop()? {
                Entry::Branch(place, at) => return Some((place, at)),
                Entry::Slot(slot, old) => self.slots[slot as usize] = old,
                Entry::Greedy(number, least, end) => {
                    let run = &self.program.runs[number as usize];
                    if end <= least {
                        continue;
                    }
                    let shorter = match run.follower {
                        Some(byte) => match memrchr(byte, &self.bytes[least..end]) {
                            Some(more) => least + more,
                            None => continue,
                        },
                        None => self.before(end),
                    };
                    if shorter > least {
                        self.stack.push(Entry::Greedy(number, least, shorter));
                    }
                    return Some((run.after, shorter));
                }
                Entry::Lazy(number, count, at) => {
                    let run = &self.program.runs[number as usize];
                    if !is_endless(run.most) && count >= run.most {
                        continue;
                    }
                    let Some(end) = self.once(run.single, at) else { continue };
                    let Some(end) = self.lazy_end(number, count + 1, end) else { continue };
                    return Some((run.after, end));
                }
                Entry::Barrier(ATOMIC, _) => {}
                Entry::Barrier(number, at) => {
                    let look = &self.program.looks[number as usize];
                    if look.negated {
                        return Some((look.after, at));
                    }
                }
            }
        }
    }

    /// Lets go of the choices since the last barrier, and of that; what they would have put back stays on the stack.
    fn forget(&mut self) -> usize {
        let is_barrier = |entry: &Entry| matches!(entry, Entry::Barrier(..));
        let Some(place) = self.stack.iter().rposition(is_barrier) else { return 0 };
        let Entry::Barrier(_, at) = self.stack[place] else { return 0 };
        let mut kept = place;
        for index in place + 1..self.stack.len() {
            if let Entry::Slot(..) = self.stack[index] {
                self.stack[kept] = self.stack[index];
                kept += 1;
            }
        }
        self.stack.truncate(kept);
        at
    }

    /// Takes back all since the last barrier, and lets go of that.
    fn unwind(&mut self) {
        while let Some(entry) = self.stack.pop() {
            match entry {
                Entry::Slot(slot, old) => self.slots[slot as usize] = old,
                Entry::Barrier(..) => break,
                _ => {}
            }
        }
    }

    fn begin_look(&mut self, number: u32, at: usize) -> Result<Option<(Place, usize)>> {
        let look = self.program.looks[number as usize];
        let Some(start) = self.further_back(at, look.back.unwrap_or(0)) else {
            return Ok(look.negated.then_some((look.after, at)));
        };
        self.push(Entry::Barrier(number, at))?;
        let body = self.program.looks[number as usize].body;
        Ok(Some((body, start)))
    }

    /// The place so many characters back, if there are that many.
    fn further_back(&self, at: usize, count: u64) -> Option<usize> {
        let start = at.checked_sub(usize::try_from(count).ok()?)?;
        if !self.is_wide {
            return Some(start);
        }
        let mut start = at;
        for _ in 0..count {
            if start == 0 {
                return None;
            }
            start = self.before(start);
        }
        Some(start)
    }

    /// A round of a loop has ended, or none has begun: where to go on.
    fn next_round(&mut self, number: u32, at: usize) -> Result<Place> {
        let row = self.program.loops[number as usize];
        let count = self.slots[row.slot as usize];
        if count < row.least as usize {
            self.write(row.slot, count + 1)?;
            return Ok(row.body);
        }
        if row.lazy {
            self.push(Entry::Branch(row.again, at))?;
            return Ok(row.after);
        }
        let may = is_endless(row.most) || count < row.most as usize;
        if may && self.slots[row.slot as usize + 1] != at {
            self.push(Entry::Branch(row.after, at))?;
            self.write(row.slot, count + 1)?;
            self.write(row.slot + 1, at)?;
            return Ok(row.body);
        }
        Ok(row.after)
    }

    fn refer(&self, group: u32, case: Case, at: &mut usize) -> bool {
        let (start, end) = (self.slots[2 * group as usize], self.slots[2 * group as usize + 1]);
        if start == NOWHERE || end == NOWHERE || end < start {
            return false;
        }
        if case == Case::Exact {
            let fits = self.bytes[*at..].starts_with(&self.bytes[start..end]);
            *at += end - start;
            return fits;
        }
        let mut known = start;
        while known < end {
            match (self.next(known), self.next(*at)) {
                (Some((one, after_one)), Some((other, after_other)))
                    if case.lower(one) == case.lower(other) =>
                {
                    (known, *at) = (after_one, after_other);
                }
                _ => return false,
            }
        }
        true
    }

    fn stands(&self, anchor: Anchor, at: usize) -> bool {
        match anchor {
            Anchor::Beginning => at == 0,
            Anchor::LineBeginning => at == 0 || self.bytes[at - 1] == b'\n',
            Anchor::End => at == self.bytes.len(),
            Anchor::LineEnd => at == self.bytes.len() || self.bytes[at] == b'\n',
            Anchor::LastEnd => {
                at == self.bytes.len() || at + 1 == self.bytes.len() && self.bytes[at] == b'\n'
            }
            Anchor::Boundary(nature) | Anchor::NoBoundary(nature) => {
                if self.bytes.is_empty() {
                    return false;
                }
                let is_word = |found: Option<(u32, usize)>| {
                    found.is_some_and(|(point, _)| nature.is(point, Category::Word))
                };
                let before = at > 0 && is_word(self.next(self.before(at)));
                let differs = before != is_word(self.next(at));
                differs == matches!(anchor, Anchor::Boundary(_))
            }
        }
    }

    /// Does one character fit? Where it ends.
    #[inline]
    fn once(&self, single: Single, at: usize) -> Option<usize> {
        let (point, after) = self.next(at)?;
        let fits = match single {
            Single::Byte(byte) => point == u32::from(byte),
            Single::Literal(literal) => point == literal,
            Single::Fold(folded, case) => case.fold(point) == folded,
            Single::Any => point != 10,
            Single::All => true,
            Single::Set(set) => self.program.sets[set as usize].contains(point),
        };
        fits.then_some(after)
    }

    fn begin_run(&mut self, number: u32, at: &mut usize) -> Result<bool> {
        let run = self.program.runs[number as usize];
        let mut least = *at;
        for _ in 0..run.least {
            match self.once(run.single, least) {
                Some(after) => least = after,
                None => return Ok(false),
            }
        }
        if run.manner == Manner::Lazy {
            let Some(end) = self.lazy_end(number, run.least, least) else { return Ok(false) };
            *at = end;
            return Ok(true);
        }
        let end = self.longest(&run, least);
        *at = end;
        if run.manner == Manner::Greedy && end > least {
            if run.follower.is_some_and(|byte| self.bytes.get(end) != Some(&byte)) {
                // The stack says where it can go on.
                self.push(Entry::Greedy(number, least, end))?;
                return Ok(false);
            }
            self.push(Entry::Greedy(number, least, end))?;
        }
        Ok(true)
    }

    /// As far as a run can go from where its least number ends.
    fn longest(&self, run: &Run, from: usize) -> usize {
        if is_endless(run.most) {
            match run.single {
                Single::All => return self.bytes.len(),
                Single::Any => {
                    return memchr(b'\n', &self.bytes[from..]).map_or(self.bytes.len(), |more| from + more);
                }
                Single::Byte(byte) => {
                    let rest = &self.bytes[from..];
                    return from + rest.iter().position(|other| *other != byte).unwrap_or(rest.len());
                }
                Single::Set(set) if !self.is_wide => {
                    let set = &self.program.sets[set as usize];
                    let rest = &self.bytes[from..];
                    return from
                        + rest.iter().position(|byte| !set.contains_byte(*byte)).unwrap_or(rest.len());
                }
                _ => {}
            }
        }
        let mut left = if is_endless(run.most) { usize::MAX } else { (run.most - run.least) as usize };
        let mut at = from;
        while left > 0
            && let Some(after) = self.once(run.single, at)
        {
            at = after;
            left -= 1;
        }
        at
    }

    /// Where a lazy run that has ended so far can stop first: at once, or where what must follow does.
    fn lazy_end(&mut self, number: u32, count: u32, at: usize) -> Option<usize> {
        let run = self.program.runs[number as usize];
        let (mut count, mut at) = (count, at);
        if let Some(byte) = run.follower {
            while self.bytes.get(at) != Some(&byte) {
                if !is_endless(run.most) && count >= run.most {
                    return None;
                }
                at = self.once(run.single, at)?;
                count += 1;
            }
        }
        self.stack.push(Entry::Lazy(number, count, at));
        Some(at)
    }
}
