//! Instructions with labels become words: jump threading, offsets, exception table, positions.
//!
//! Knows no tree and no scopes. Invariant: an instruction is recorded with the handler that covers it, so the exception
//! table is runs of equal handlers that never overlap.

use std::rc::Rc;

use crate::code::object::{ANYWHERE, Hidden, PassedLine};
use crate::code::opcode::{Operand, TAKE_A, TAKE_B, TAKE_C};
use crate::code::{Handler, Instruction, Opcode, Position};

/// A place that jumps name before it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(usize);

impl Label {
    /// A number that tells labels of one assembler apart.
    pub(super) fn index(self) -> usize {
        self.0
    }
}

/// A handler of exceptions while its body is being emitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HandlerId(usize);

struct Item {
    instruction: Instruction,
    target: Option<Label>,
    position: Position,
    handler: Option<HandlerId>,
    passed: Passed,
}

/// Lines without instructions: on each way to an instruction, on the way from it by its jump, and from it to the next.
#[derive(Default)]
struct Passed {
    before: Vec<u32>,
    jumping: Vec<u32>,
    falling: Vec<u32>,
}

/// The instructions of one code object while they are collected.
#[derive(Default)]
pub(super) struct Assembler {
    items: Vec<Item>,
    /// The item before which each label stands.
    labels: Vec<Option<usize>>,
    handlers: Vec<(Label, u16)>,
    hidden: Vec<(Rc<str>, u16, Label, Label)>,
    /// Lines that lie before the next instruction.
    passing: Vec<u32>,
    /// Lines that lie behind a label, but before another one at the same place.
    arriving: Vec<(Label, Vec<u32>)>,
}

/// What an assembler hands over.
pub(super) struct Assembled {
    pub(super) words: Vec<u64>,
    pub(super) handlers: Vec<Handler>,
    pub(super) positions: Vec<(u32, Position)>,
    pub(super) hidden: Vec<Hidden>,
    pub(super) passed_lines: Vec<PassedLine>,
}

impl Assembler {
    pub(super) fn label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() - 1)
    }

    /// Puts the label before the next instruction.
    pub(super) fn place(&mut self, label: Label, handler: Option<HandlerId>) {
        self.pass_before_label(handler);
        self.labels[label.0] = Some(self.items.len());
    }

    /// Who jumps to a label does not pass the lines before it: they lie on the other ways to its place.
    fn pass_before_label(&mut self, handler: Option<HandlerId>) {
        let Some(&line) = self.passing.last() else { return };
        let here = Some(self.items.len());
        let labels: Vec<Label> =
            (0..self.labels.len()).filter(|place| self.labels[*place] == here).map(Label).collect();
        let jumped_to = |item: &Item| item.target.is_some_and(|target| labels.contains(&target));
        let needs_instruction = !labels.is_empty() && self.items.iter().any(jumped_to);
        let Some(last) = self.items.last_mut().filter(|_| !needs_instruction) else {
            // The code begins with them, or ways that pass them meet others that do not.
            self.passing.pop();
            let position = Position { line, end_line: line, ..Position::default() };
            return self.emit(Instruction::new(Opcode::Nop), None, position, handler);
        };
        let lines = std::mem::take(&mut self.passing);
        if falls_through(last.instruction.op) {
            last.passed.falling.extend(&lines);
        }
        self.arriving.extend(labels.into_iter().map(|label| (label, lines.clone())));
    }

    /// Notes at the jumps to a label which lines lie between it and the next instruction.
    fn pass_behind_labels(&mut self) {
        for (label, lines) in std::mem::take(&mut self.arriving) {
            for item in self.items.iter_mut().filter(|item| item.target == Some(label)) {
                item.passed.jumping.extend(&lines);
            }
        }
    }

    /// Puts a label before the next instruction that no jump leads to.
    pub(super) fn bound(&mut self, label: Label) {
        self.labels[label.0] = Some(self.items.len());
    }

    pub(super) fn handler(&mut self, target: Label, register: u16) -> HandlerId {
        self.handlers.push((target, register));
        HandlerId(self.handlers.len() - 1)
    }

    pub(super) fn emit(
        &mut self,
        instruction: Instruction,
        target: Option<Label>,
        position: Position,
        handler: Option<HandlerId>,
    ) {
        let passed = Passed { before: std::mem::take(&mut self.passing), ..Passed::default() };
        self.items.push(Item { instruction, target, position, handler, passed });
    }

    /// Notes a line that has no instruction so far.
    pub(super) fn pass_line(&mut self, line: u32) {
        self.passing.push(line);
    }

    /// The number of instructions so far.
    pub(super) fn length(&self) -> usize {
        self.items.len()
    }

    /// Notes that a register is a comprehension's variable between two labels.
    pub(super) fn hide(&mut self, name: Rc<str>, register: u16, start: Label, end: Label) {
        self.hidden.push((name, register, start, end));
    }

    /// Makes words of it all.
    pub(super) fn finish(mut self) -> Assembled {
        self.pass_behind_labels();
        self.thread_jumps();
        self.drop_useless();
        self.turn_jumps_over_jumps();
        self.drop_useless();
        let starts = loop {
            let starts = self.starts();
            if !self.lengthen_jumps(&starts) {
                break starts;
            }
        };
        Assembled {
            words: self.words(&starts),
            handlers: self.handler_table(&starts),
            positions: self.position_table(&starts),
            hidden: self.hidden_table(&starts),
            passed_lines: self.passed_lines(&starts),
        }
    }

    /// A jump to an unconditional jump goes where that one goes.
    fn thread_jumps(&mut self) {
        for index in 0..self.items.len() {
            let Some(mut label) = self.items[index].target else { continue };
            for _ in 0..8 {
                let Some(at) = self.labels[label.0] else { break };
                match self.items.get(at) {
                    Some(item) if item.instruction.op == Opcode::Jump && at != index => {
                        label = item.target.expect("a jump has a target");
                        let passed = [&item.passed.before[..], &item.passed.jumping].concat();
                        self.items[index].passed.jumping.extend(passed);
                    }
                    _ => break,
                }
            }
            // A conditional jump keeps its short reach: only jumps of 32 bits may go far.
            self.items[index].target = Some(label);
        }
    }

    /// A conditional jump over an unconditional one becomes the opposite condition with that one's target.
    fn turn_jumps_over_jumps(&mut self) {
        let mut jumped_to = vec![false; self.items.len() + 1];
        for item in &self.items {
            if let Some(at) = item.target.and_then(|label| self.labels[label.0]) {
                jumped_to[at] = true;
            }
        }
        for index in 0..self.items.len().saturating_sub(1) {
            let over = self.items[index].target.and_then(|label| self.labels[label.0]) == Some(index + 2);
            let next = &self.items[index + 1];
            let same_handler = next.handler == self.items[index].handler;
            if !over || jumped_to[index + 1] || next.instruction.op != Opcode::Jump || !same_handler {
                continue;
            }
            if let Some(op) = opposite(self.items[index].instruction.op) {
                self.items[index].instruction.op = op;
                self.items[index].target = self.items[index + 1].target;
                let around = std::mem::take(&mut self.items[index].passed.jumping);
                let through = std::mem::take(&mut self.items[index + 1].passed);
                self.items[index].passed.jumping = [through.before, through.jumping].concat();
                self.items[index].passed.falling = around;
                self.items[index + 1].target = Some(self.label_at(index + 2));
            }
        }
    }

    /// A label for the place before an item.
    fn label_at(&mut self, at: usize) -> Label {
        self.labels.push(Some(at));
        Label(self.labels.len() - 1)
    }

    /// For each item: does a path lead there?
    fn reached(&self) -> Vec<bool> {
        let mut reached = vec![false; self.items.len()];
        let mut work = vec![0];
        while let Some(index) = work.pop() {
            if index >= self.items.len() || reached[index] {
                continue;
            }
            reached[index] = true;
            let item = &self.items[index];
            let handler = item.handler.map(|id| self.handlers[id.0].0);
            work.extend(
                [item.target, handler].into_iter().flatten().filter_map(|label| self.labels[label.0]),
            );
            if falls_through(item.instruction.op) {
                work.push(index + 1);
            }
        }
        reached
    }

    /// Drops what no path leads to, and jumps to the next instruction.
    fn drop_useless(&mut self) {
        let mut keep = self.reached();
        for index in (0..self.items.len()).rev() {
            let item = &self.items[index];
            let Some(target) = item.target.and_then(|label| self.labels[label.0]) else { continue };
            let next = target > index && !keep[index + 1..target].contains(&true);
            if keep[index] && item.instruction.op == Opcode::Jump && next {
                keep[index] = false;
                self.pass_around(index, &keep);
            }
        }
        let mut moved = Vec::with_capacity(keep.len() + 1);
        let mut count = 0;
        for kept in &keep {
            moved.push(count);
            count += usize::from(*kept);
        }
        moved.push(count);
        for at in self.labels.iter_mut().flatten() {
            *at = moved[*at];
        }
        let mut flags = keep.into_iter();
        self.items.retain(|_| flags.next().unwrap_or(true));
    }

    /// A jump that is dropped leaves the lines before it to the ways that lead to it.
    fn pass_around(&mut self, dropped: usize, keep: &[bool]) {
        let passed = std::mem::take(&mut self.items[dropped].passed);
        let lines = [passed.before, passed.jumping].concat();
        if lines.is_empty() {
            return;
        }
        let next = (dropped + 1..keep.len()).find(|index| keep[*index]);
        if let Some(next) = next.filter(|next| !self.is_target(dropped + 1..=*next, keep)) {
            self.items[next].passed.before.splice(0..0, lines);
            return;
        }
        for index in (0..self.items.len()).filter(|index| keep[*index]) {
            let here = self.items[index].target.and_then(|label| self.labels[label.0]) == Some(dropped);
            if here {
                self.items[index].passed.jumping.extend(&lines);
            }
        }
        let before = (0..dropped).rev().find(|index| keep[*index]);
        if let Some(before) = before.filter(|before| falls_through(self.items[*before].instruction.op)) {
            self.items[before].passed.falling.extend(&lines);
        }
    }

    /// Does a jump, or a handler of exceptions, lead to one of the items?
    fn is_target(&self, items: std::ops::RangeInclusive<usize>, keep: &[bool]) -> bool {
        let leads = |label: Label| self.labels[label.0].is_some_and(|at| items.contains(&at));
        let kept = self.items.iter().zip(keep).filter(|(_, kept)| **kept).map(|(item, _)| item);
        let mut targets = kept.flat_map(|item| [item.target, item.handler.map(|id| self.handlers[id.0].0)]);
        targets.any(|label| label.is_some_and(leads))
    }

    /// The word at which each instruction begins, and the end.
    fn starts(&self) -> Vec<u32> {
        let mut at = 0;
        let mut starts = Vec::with_capacity(self.items.len() + 1);
        for item in &self.items {
            starts.push(at);
            at += size(item.instruction.op);
        }
        starts.push(at);
        starts
    }

    fn offset(&self, index: usize, starts: &[u32]) -> Option<i64> {
        let at = self.labels[self.items[index].target?.0].expect("every label that is named is placed");
        Some(i64::from(starts[at]) - i64::from(starts[index + 1]))
    }

    /// Gives a short jump that does not reach its target a long one beside it to jump to. Is there anything to do?
    fn lengthen_jumps(&mut self, starts: &[u32]) -> bool {
        let far = |index: &usize| {
            let short = self.items[*index].instruction.op.row().c == Operand::Jump;
            short && self.offset(*index, starts).is_some_and(|offset| i16::try_from(offset).is_err())
        };
        let found: Vec<usize> = (0..self.items.len()).filter(far).collect();
        for index in found.iter().rev() {
            self.insert_trampoline(*index);
        }
        !found.is_empty()
    }

    /// Puts `Jump over; hop: Jump target; over:` before the instruction, which then jumps to hop.
    fn insert_trampoline(&mut self, index: usize) {
        for at in self.labels.iter_mut().flatten() {
            // Who jumps to the instruction goes to the first of the three.
            if *at > index {
                *at += 2;
            }
        }
        let (hop, over) = (Label(self.labels.len()), Label(self.labels.len() + 1));
        self.labels.extend([Some(index + 1), Some(index + 2)]);
        let (position, handler) = (self.items[index].position, self.items[index].handler);
        let target = self.items[index].target.replace(hop);
        let mut passed = Passed { before: self.items[index].passed.before.clone(), ..Passed::default() };
        let mut jump = |target| {
            let passed = std::mem::take(&mut passed);
            Item { instruction: Instruction::new(Opcode::Jump), target, position, handler, passed }
        };
        self.items.splice(index..index, [jump(Some(over)), jump(target)]);
    }

    fn words(&self, starts: &[u32]) -> Vec<u64> {
        let mut words = Vec::with_capacity(starts.last().map_or(0, |end| *end as usize));
        for (index, item) in self.items.iter().enumerate() {
            let mut instruction = item.instruction;
            if let Some(offset) = self.offset(index, starts) {
                if instruction.op.row().c == Operand::Jump {
                    instruction.c = offset as i16 as u16;
                } else {
                    instruction = instruction.with_wide(offset as i32);
                }
            }
            words.push(instruction.encode());
            words.extend((0..instruction.op.row().caches).map(|_| 0));
        }
        words
    }

    fn handler_table(&self, starts: &[u32]) -> Vec<Handler> {
        let mut table: Vec<Handler> = Vec::new();
        let mut last = None;
        for (index, item) in self.items.iter().enumerate() {
            let (start, end) = (starts[index], starts[index + 1]);
            match item.handler {
                Some(id) if last == Some(id) => {
                    table.last_mut().expect("the run has begun").end = end;
                }
                Some(id) => {
                    let (label, register) = self.handlers[id.0];
                    if let Some(at) = self.labels[label.0] {
                        table.push(Handler { start, end, target: starts[at], register });
                    }
                }
                None => {}
            }
            last = item.handler;
        }
        table
    }

    fn hidden_table(&self, starts: &[u32]) -> Vec<Hidden> {
        let word = |label: Label| self.labels[label.0].map(|at| starts[at]);
        let of = |(name, register, start, end): &(Rc<str>, u16, Label, Label)| {
            let (start, end) = (word(*start)?, word(*end)?);
            (start < end).then(|| Hidden { name: name.clone(), register: *register, start, end })
        };
        self.hidden.iter().filter_map(of).collect()
    }

    fn passed_lines(&self, starts: &[u32]) -> Vec<PassedLine> {
        let mut passed = Vec::new();
        for (index, item) in self.items.iter().enumerate() {
            let (start, next) = (starts[index], starts[index + 1]);
            let mut add = |from, to, lines: &[u32]| {
                passed.extend(lines.iter().map(|line| PassedLine { from, to, line: *line }));
            };
            if let Some(at) = item.target.and_then(|label| self.labels[label.0]) {
                add(start, starts[at], &item.passed.jumping);
            }
            add(start, next, &item.passed.falling);
            add(ANYWHERE, start, &item.passed.before);
        }
        passed.sort_by_key(|passed| (passed.to, passed.from == ANYWHERE));
        passed
    }

    fn position_table(&self, starts: &[u32]) -> Vec<(u32, Position)> {
        let mut table: Vec<(u32, Position)> = Vec::new();
        for (item, start) in self.items.iter().zip(starts) {
            if table.last().is_none_or(|(_, position)| *position != item.position) {
                table.push((*start, item.position));
            }
        }
        table
    }
}

/// Does the instruction go on to the next one, or may it?
fn falls_through(op: Opcode) -> bool {
    use Opcode::*;
    !matches!(op, Jump | JumpBack | Return | ReturnConst | Raise | Reraise)
}

/// The jump on the opposite condition.
fn opposite(op: Opcode) -> Option<Opcode> {
    use Opcode::*;
    const PAIRS: &[(Opcode, Opcode)] = &[
        (JumpIfTrue, JumpIfFalse),
        (JumpIfNone, JumpIfNotNone),
        (JumpIfEqual, JumpUnlessEqual),
        (JumpIfNotEqual, JumpUnlessNotEqual),
        (JumpIfLess, JumpUnlessLess),
        (JumpIfLessEqual, JumpUnlessLessEqual),
        (JumpIfGreater, JumpUnlessGreater),
        (JumpIfGreaterEqual, JumpUnlessGreaterEqual),
        (JumpIfCompareImm, JumpUnlessCompareImm),
        (JumpIfIs, JumpIfIsNot),
        (JumpIfIn, JumpIfNotIn),
    ];
    PAIRS.iter().find_map(|(one, other)| match op {
        op if op == *one => Some(*other),
        op if op == *other => Some(*one),
        _ => None,
    })
}

/// Words of an instruction with its caches.
fn size(op: Opcode) -> u32 {
    1 + u32::from(op.row().caches)
}

/// The consume bits for operands a, b and c.
pub(super) fn take(a: bool, b: bool, c: bool) -> u8 {
    (if a { TAKE_A } else { 0 }) | (if b { TAKE_B } else { 0 }) | (if c { TAKE_C } else { 0 })
}
