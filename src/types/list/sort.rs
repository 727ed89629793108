//! Sorting: what `list.sort` and `sorted` do.
//!
//! Keys of one plain kind (small ints, floats that are numbers, text) are compared as what they are. All others are
//! compared by `<`, which may run Python code, so they are merged by an algorithm that asks exactly the questions that
//! CPython asks, in its order: natural runs, lengthened by binary insertion, merged two by two in powersort's order with
//! galloping. Only places are moved, never values, so whatever goes wrong on the way leaves a permutation.

use std::cmp::Ordering;

use crate::gil::Gil;
use crate::object::{Bits, Comparison, Result, Text, Value, operations};
use crate::types::tuple::Tuple;

/// Runs shorter than this are lengthened.
const MIN_RUN: usize = 64;
/// After so many wins of one side in a row, the merge begins to gallop.
const MIN_GALLOP: usize = 7;

/// The order of the keys: the places of the smallest, of the next one and so on. Equal keys keep theirs. An error comes
/// with the order as far as it has got.
pub fn order(gil: Gil<'_>, keys: &[Value], reverse: bool) -> (Vec<u32>, Result<()>) {
    let mut order: Vec<u32> = (0..keys.len() as u32).collect();
    if keys.len() < 2 {
        return (order, Ok(()));
    }
    // Equal keys keep their order also in reverse: what is sorted is reversed before and after.
    if reverse {
        order.reverse();
    }
    let result = if sort_plain(gil, keys, &mut order) {
        Ok(())
    } else {
        let mut sorter = Sorter { gil, keys, order: &mut order, pending: Vec::new(), min_gallop: MIN_GALLOP };
        sorter.sort()
    };
    if reverse {
        order.reverse();
    }
    (order, result)
}

/// Sorts keys that are all of one plain kind. False if they are not.
fn sort_plain(gil: Gil<'_>, keys: &[Value], order: &mut [u32]) -> bool {
    if keys[0].bits().is_int() {
        let Some(numbers) = keys.iter().map(|key| key.bits().as_int()).collect::<Option<Vec<i64>>>() else {
            return false;
        };
        order.sort_by_key(|&place| numbers[place as usize]);
        return true;
    }
    if keys[0].bits().is_float() {
        let number = |key: &Value| key.bits().as_float().filter(|number| !number.is_nan());
        let Some(numbers) = keys.iter().map(number).collect::<Option<Vec<f64>>>() else { return false };
        let compare =
            |left: &u32, right: &u32| numbers[*left as usize].partial_cmp(&numbers[*right as usize]);
        order.sort_by(|left, right| compare(left, right).unwrap_or(std::cmp::Ordering::Equal));
        return true;
    }
    let text = |key: &Value| key.is_exact::<Text>(gil);
    if !keys.iter().all(text) {
        return false;
    }
    let texts: Vec<&[u8]> =
        keys.iter().filter_map(|key| key.downcast::<Text>()).map(|text| text.bytes()).collect();
    order.sort_by(|&left, &right| texts[left as usize].cmp(texts[right as usize]));
    true
}

/// Is one value less than the other, where finding out runs no Python code: plain values, and tuples of them?
fn plainly_less(gil: Gil<'_>, left: &Value, right: &Value) -> Option<bool> {
    let tuple = |value: &Value| value.is_exact::<Tuple>(gil);
    let (Some(left), Some(right)) = (
        left.downcast::<Tuple>().filter(|_| tuple(left)),
        right.downcast::<Tuple>().filter(|_| tuple(right)),
    ) else {
        return plain_order(gil, left, right).map(Ordering::is_lt);
    };
    for (left, right) in left.items.iter().zip(&right.items) {
        match plain_order(gil, left, right)? {
            Ordering::Equal => {}
            order => return Some(order.is_lt()),
        }
    }
    Some(left.items.len() < right.items.len())
}

/// The order of two values of one plain kind.
fn plain_order(gil: Gil<'_>, left: &Value, right: &Value) -> Option<Ordering> {
    let (first, second) = (left.bits(), right.bits());
    let is_bool = |bits: Bits| matches!(bits, Bits::TRUE | Bits::FALSE);
    if first.both_ints(second) || is_bool(first) && is_bool(second) {
        // The order of small ints is that of their words, and False stands before True.
        return Some(first.raw().cmp(&second.raw()));
    }
    if let (Some(first), Some(second)) = (first.as_float(), second.as_float()) {
        return first.partial_cmp(&second);
    }
    let (first, second) = (left.downcast::<Text>()?, right.downcast::<Text>()?);
    let exact = left.is_exact::<Text>(gil) && right.is_exact::<Text>(gil);
    exact.then(|| first.bytes().cmp(second.bytes()))
}

/// A run that waits to be merged.
struct Run {
    start: usize,
    length: usize,
    /// How deep its border to the next run lies in a balanced tree of merges.
    power: u32,
}

struct Sorter<'a> {
    gil: Gil<'a>,
    keys: &'a [Value],
    order: &'a mut Vec<u32>,
    pending: Vec<Run>,
    min_gallop: usize,
}

impl Sorter<'_> {
    /// Is the key of one place less than that of another?
    fn less(&self, left: u32, right: u32) -> Result<bool> {
        let (left, right) = (&self.keys[left as usize], &self.keys[right as usize]);
        match plainly_less(self.gil, left, right) {
            Some(less) => Ok(less),
            None => operations::compares(self.gil, Comparison::Less, left, right),
        }
    }

    fn sort(&mut self) -> Result<()> {
        let length = self.order.len();
        let min_run = min_run(length);
        let mut start = 0;
        while start < length {
            let mut run = self.count_run(start)?;
            if run < min_run {
                let forced = min_run.min(length - start);
                self.insert(start, forced, run)?;
                run = forced;
            }
            self.found_run(run)?;
            self.pending.push(Run { start, length: run, power: 0 });
            start += run;
        }
        while self.pending.len() > 1 {
            let mut at = self.pending.len() - 2;
            if at > 0 && self.pending[at - 1].length < self.pending[at + 1].length {
                at -= 1;
            }
            self.merge_at(at)?;
        }
        Ok(())
    }

    /// The length of the run that begins here; one that descends is turned round.
    fn count_run(&mut self, start: usize) -> Result<usize> {
        let remaining = self.order.len() - start;
        let at = |sorter: &Sorter<'_>, place: usize| sorter.order[start + place];
        let mut run = 1;
        while run < remaining && !self.less(at(self, run), at(self, run - 1))? {
            run += 1;
        }
        if run == remaining {
            return Ok(run);
        }
        if run > 1 {
            if self.less(at(self, 0), at(self, run - 1))? {
                return Ok(run);
            }
            // All are equal so far: they may be the beginning of a run that descends.
            self.order[start..start + run].reverse();
        }
        run += 1;
        let mut equal = 0;
        while run < remaining {
            if self.less(at(self, run), at(self, run - 1))? {
                if equal > 0 {
                    self.order[start + run - equal - 1..start + run].reverse();
                    equal = 0;
                }
            } else if self.less(at(self, run - 1), at(self, run))? {
                break;
            } else {
                equal += 1;
            }
            run += 1;
        }
        if equal > 0 {
            self.order[start + run - equal - 1..start + run].reverse();
        }
        self.order[start..start + run].reverse();
        while run < remaining && !self.less(at(self, run), at(self, run - 1))? {
            run += 1;
        }
        Ok(run)
    }

    /// Sorts so many from here by binary insertion; the first `sorted` of them are in order.
    fn insert(&mut self, start: usize, count: usize, sorted: usize) -> Result<()> {
        for place in sorted.max(1)..count {
            let pivot = self.order[start + place];
            let (mut left, mut right) = (0, place);
            while left < right {
                let middle = (left + right) >> 1;
                if self.less(pivot, self.order[start + middle])? {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            self.order[start + left..=start + place].rotate_right(1);
        }
        Ok(())
    }

    /// Merges what the next run makes due.
    fn found_run(&mut self, length: usize) -> Result<()> {
        let Some(last) = self.pending.last() else { return Ok(()) };
        let power = power(last.start, last.length, length, self.order.len());
        while self.pending.len() > 1 && self.pending[self.pending.len() - 2].power > power {
            self.merge_at(self.pending.len() - 2)?;
        }
        if let Some(last) = self.pending.last_mut() {
            last.power = power;
        }
        Ok(())
    }

    /// Merges a run with the next one.
    fn merge_at(&mut self, at: usize) -> Result<()> {
        let second = self.pending.remove(at + 1);
        let first = &mut self.pending[at];
        let (mut start, mut left) = (first.start, first.length);
        first.length += second.length;
        let skipped = self.gallop_right(self.order[second.start], start, left, 0)?;
        start += skipped;
        left -= skipped;
        if left == 0 {
            return Ok(());
        }
        let last = self.order[start + left - 1];
        let right = self.gallop_left(last, second.start, second.length, second.length - 1)?;
        if right == 0 {
            return Ok(());
        }
        if left <= right { self.merge_low(start, left, right) } else { self.merge_high(start, left, right) }
    }

    /// So many of the `count` sorted ones from `start` on are less than the key; the search begins at `hint`.
    fn gallop_left(&self, key: u32, start: usize, count: usize, hint: usize) -> Result<usize> {
        self.gallop_left_in(key, &self.order[start..start + count], hint)
    }

    fn gallop_left_in(&self, key: u32, run: &[u32], hint: usize) -> Result<usize> {
        let (mut last, mut offset) = (0, 1);
        let (mut low, mut high);
        if self.less(run[hint], key)? {
            let most = run.len() - hint;
            while offset < most && self.less(run[hint + offset], key)? {
                last = offset;
                offset = (offset << 1) + 1;
            }
            (low, high) = (hint + last + 1, hint + offset.min(most));
        } else {
            let most = hint + 1;
            while offset < most && !self.less(run[hint - offset], key)? {
                last = offset;
                offset = (offset << 1) + 1;
            }
            (low, high) = (hint + 1 - offset.min(most), hint - last);
        }
        while low < high {
            let middle = low + ((high - low) >> 1);
            if self.less(run[middle], key)? {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Ok(high)
    }

    /// The same of those that are not greater than the key.
    fn gallop_right(&self, key: u32, start: usize, count: usize, hint: usize) -> Result<usize> {
        self.gallop_right_in(key, &self.order[start..start + count], hint)
    }

    fn gallop_right_in(&self, key: u32, run: &[u32], hint: usize) -> Result<usize> {
        let (mut last, mut offset) = (0, 1);
        let (mut low, mut high);
        if self.less(key, run[hint])? {
            let most = hint + 1;
            while offset < most && self.less(key, run[hint - offset])? {
                last = offset;
                offset = (offset << 1) + 1;
            }
            (low, high) = (hint + 1 - offset.min(most), hint - last);
        } else {
            let most = run.len() - hint;
            while offset < most && !self.less(key, run[hint + offset])? {
                last = offset;
                offset = (offset << 1) + 1;
            }
            (low, high) = (hint + last + 1, hint + offset.min(most));
        }
        while low < high {
            let middle = low + ((high - low) >> 1);
            if self.less(key, run[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Ok(high)
    }

    /// Merges two neighbouring runs, the first of which is the shorter and is copied out, from the left.
    fn merge_low(&mut self, start: usize, left: usize, right: usize) -> Result<()> {
        let copy = self.order[start..start + left].to_vec();
        let mut merge = Merge { to: start, first: 0, firsts: left, second: start + left, seconds: right };
        merge.take_second(self.order);
        let result = match merge.seconds {
            0 => Ok(()),
            _ => self.merge_low_loop(&copy, &mut merge),
        };
        // What is left of the copy goes where there is room for it, at the end or before the last of the second run.
        let rest = &copy[merge.first..merge.first + merge.firsts];
        if result.is_ok() && merge.firsts == 1 && merge.seconds > 0 {
            self.order.copy_within(merge.second..merge.second + merge.seconds, merge.to);
            self.order[merge.to + merge.seconds] = rest[0];
        } else {
            self.order[merge.to..merge.to + rest.len()].copy_from_slice(rest);
        }
        result
    }

    fn merge_low_loop(&mut self, copy: &[u32], merge: &mut Merge) -> Result<()> {
        if merge.firsts == 1 {
            return Ok(());
        }
        let mut min_gallop = self.min_gallop;
        loop {
            let (mut firsts, mut seconds) = (0, 0);
            loop {
                if self.less(self.order[merge.second], copy[merge.first])? {
                    merge.take_second(self.order);
                    seconds += 1;
                    firsts = 0;
                    if merge.seconds == 0 {
                        return Ok(());
                    }
                    if seconds >= min_gallop {
                        break;
                    }
                } else {
                    merge.take_first(self.order, copy);
                    firsts += 1;
                    seconds = 0;
                    if merge.firsts == 1 {
                        return Ok(());
                    }
                    if firsts >= min_gallop {
                        break;
                    }
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= usize::from(min_gallop > 1);
                self.min_gallop = min_gallop;
                let key = self.order[merge.second];
                let run = &copy[merge.first..merge.first + merge.firsts];
                firsts = self.gallop_right_in(key, run, 0)?;
                for _ in 0..firsts {
                    merge.take_first(self.order, copy);
                }
                if merge.firsts <= 1 {
                    return Ok(());
                }
                merge.take_second(self.order);
                if merge.seconds == 0 {
                    return Ok(());
                }
                seconds = self.gallop_left(copy[merge.first], merge.second, merge.seconds, 0)?;
                for _ in 0..seconds {
                    merge.take_second(self.order);
                }
                if merge.seconds == 0 {
                    return Ok(());
                }
                merge.take_first(self.order, copy);
                if merge.firsts == 1 {
                    return Ok(());
                }
                if firsts < MIN_GALLOP && seconds < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            self.min_gallop = min_gallop;
        }
    }

    /// Merges two neighbouring runs, the second of which is the shorter and is copied out, from the right.
    fn merge_high(&mut self, start: usize, left: usize, right: usize) -> Result<()> {
        let copy = self.order[start + left..start + left + right].to_vec();
        let mut merge = MergeHigh { to: start + left + right, start, firsts: left, seconds: right };
        merge.take_first(self.order);
        let result = match merge.firsts {
            0 => Ok(()),
            _ => self.merge_high_loop(&copy, &mut merge),
        };
        let rest = &copy[..merge.seconds];
        if result.is_ok() && merge.seconds == 1 && merge.firsts > 0 {
            let (from, count) = (merge.start, merge.firsts);
            self.order.copy_within(from..from + count, merge.to - count);
            self.order[merge.to - count - 1] = rest[0];
        } else {
            self.order[merge.to - rest.len()..merge.to].copy_from_slice(rest);
        }
        result
    }

    fn merge_high_loop(&mut self, copy: &[u32], merge: &mut MergeHigh) -> Result<()> {
        if merge.seconds == 1 {
            return Ok(());
        }
        let mut min_gallop = self.min_gallop;
        loop {
            let (mut firsts, mut seconds) = (0, 0);
            loop {
                let first = self.order[merge.start + merge.firsts - 1];
                if self.less(copy[merge.seconds - 1], first)? {
                    merge.take_first(self.order);
                    firsts += 1;
                    seconds = 0;
                    if merge.firsts == 0 {
                        return Ok(());
                    }
                    if firsts >= min_gallop {
                        break;
                    }
                } else {
                    merge.take_second(self.order, copy);
                    seconds += 1;
                    firsts = 0;
                    if merge.seconds == 1 {
                        return Ok(());
                    }
                    if seconds >= min_gallop {
                        break;
                    }
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= usize::from(min_gallop > 1);
                self.min_gallop = min_gallop;
                let key = copy[merge.seconds - 1];
                let kept = self.gallop_right(key, merge.start, merge.firsts, merge.firsts - 1)?;
                firsts = merge.firsts - kept;
                for _ in 0..firsts {
                    merge.take_first(self.order);
                }
                if merge.firsts == 0 {
                    return Ok(());
                }
                merge.take_second(self.order, copy);
                if merge.seconds == 1 {
                    return Ok(());
                }
                let key = self.order[merge.start + merge.firsts - 1];
                let kept = self.gallop_left_in(key, &copy[..merge.seconds], merge.seconds - 1)?;
                seconds = merge.seconds - kept;
                for _ in 0..seconds {
                    merge.take_second(self.order, copy);
                }
                if merge.seconds <= 1 {
                    return Ok(());
                }
                merge.take_first(self.order);
                if merge.firsts == 0 {
                    return Ok(());
                }
                if firsts < MIN_GALLOP && seconds < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            self.min_gallop = min_gallop;
        }
    }
}

/// A merge from the left, as far as it has come: where the next one goes, and what is left of both runs.
struct Merge {
    to: usize,
    /// In the copy of the first run.
    first: usize,
    firsts: usize,
    second: usize,
    seconds: usize,
}

impl Merge {
    fn take_first(&mut self, order: &mut [u32], copy: &[u32]) {
        order[self.to] = copy[self.first];
        self.to += 1;
        self.first += 1;
        self.firsts -= 1;
    }

    fn take_second(&mut self, order: &mut [u32]) {
        order[self.to] = order[self.second];
        self.to += 1;
        self.second += 1;
        self.seconds -= 1;
    }
}

/// A merge from the right: one more than where the next one goes, and what is left of both runs.
struct MergeHigh {
    to: usize,
    start: usize,
    firsts: usize,
    /// Of the copy of the second run.
    seconds: usize,
}

impl MergeHigh {
    fn take_first(&mut self, order: &mut [u32]) {
        self.to -= 1;
        self.firsts -= 1;
        order[self.to] = order[self.start + self.firsts];
    }

    fn take_second(&mut self, order: &mut [u32], copy: &[u32]) {
        self.to -= 1;
        self.seconds -= 1;
        order[self.to] = copy[self.seconds];
    }
}

/// The least length of runs: so that the number of runs is a power of two or a little less.
fn min_run(mut length: usize) -> usize {
    let mut odd = 0;
    while length >= MIN_RUN {
        odd |= length & 1;
        length >>= 1;
    }
    length + odd
}

/// How deep the border between two runs lies in a balanced tree over the whole list.
fn power(start: usize, first: usize, second: usize, length: usize) -> u32 {
    let mut left = 2 * start + first;
    let mut right = left + first + second;
    let mut power = 0;
    loop {
        power += 1;
        if left >= length {
            left -= length;
            right -= length;
        } else if right >= length {
            return power;
        }
        left <<= 1;
        right <<= 1;
    }
}
