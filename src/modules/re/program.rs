//! From the tree to a program for the matcher.

use super::characters::{Case, Nature, Set, is_caseless};
use super::parser::Parsed;
use super::source::{Fault, Read};
use super::syntax::{At, ENDLESS, Item, Manner, Node, Width, flags};
use crate::gil::Gil;
use crate::object::{recursion, text};

/// Where an instruction stands.
pub type Place = u32;

/// One instruction.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    /// The bytes of a literal, from one place in `literals` to another.
    Literal(u32, u32),
    Byte(u8),
    /// A character that folds to this one.
    Fold(u32, Case),
    /// Any character but a newline.
    Any,
    /// Any character at all.
    All,
    Set(u32),
    At(Anchor),
    /// Writes the position to a slot.
    Save(u32),
    /// Ends group number so.
    Close(u32),
    /// Goes on, and tries the other place when that fails.
    Split(Place),
    /// The same, unless the next byte shows that it would fail.
    Try(Place, u32),
    Jump(Place),
    /// A repetition of one character.
    Run(u32),
    /// A repetition of anything begins, and goes on.
    Begin(u32),
    Next(u32),
    /// Once more, after what follows has failed.
    Again(u32),
    Atomic,
    EndAtomic,
    Look(u32),
    EndLook(u32),
    Reference(u32, Case),
    /// Goes on if the group has matched.
    IfGroup(u32, Place),
    Fail,
    Match,
}

/// A place between characters, made to be asked.
#[derive(Clone, Copy, Debug)]
pub enum Anchor {
    Beginning,
    LineBeginning,
    End,
    LineEnd,
    LastEnd,
    Boundary(Nature),
    NoBoundary(Nature),
}

/// One character, for runs.
#[derive(Clone, Copy, Debug)]
pub enum Single {
    Byte(u8),
    Literal(u32),
    Fold(u32, Case),
    Any,
    All,
    Set(u32),
}

/// A repetition of one character.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    pub single: Single,
    pub least: u32,
    pub most: u32,
    pub manner: Manner,
    /// The byte that must follow, if one must.
    pub follower: Option<u8>,
    /// Where it goes on.
    pub after: Place,
}

/// A repetition of anything.
#[derive(Clone, Copy, Debug)]
pub struct Loop {
    pub least: u32,
    pub most: u32,
    pub lazy: bool,
    /// The slots of the count and of the last position.
    pub slot: u32,
    pub body: Place,
    pub after: Place,
    /// Where `Again` stands.
    pub again: Place,
}

/// A look ahead or behind.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub negated: bool,
    /// How far it goes back.
    pub back: Option<u64>,
    pub body: Place,
    pub after: Place,
}

/// The bytes that something can begin with.
pub type Bytes = [u64; 4];

/// A program.
pub struct Program {
    pub ops: Vec<Op>,
    pub literals: Vec<u8>,
    pub sets: Vec<Set>,
    pub runs: Vec<Run>,
    pub loops: Vec<Loop>,
    pub looks: Vec<Look>,
    pub firsts: Vec<Bytes>,
    /// Slots: two for each group, the group closed last, then those of the loops.
    pub slots: usize,
    pub groups: usize,
    /// What each match begins with.
    pub prefix: Vec<u8>,
    pub first: Option<Bytes>,
    /// It can match at the beginning of the text only.
    pub is_anchored: bool,
}

impl Program {
    /// The slot that says which group was closed last.
    pub fn last_slot(&self) -> usize {
        2 * self.groups
    }
}

struct Compiler<'a> {
    program: Program,
    widths: &'a [Option<Width>],
    is_text: bool,
    gil: Gil<'a>,
}

/// Compiles what has been read.
pub fn compile(gil: Gil<'_>, parsed: &Parsed, is_text: bool) -> Read<Program> {
    let program = Program {
        ops: Vec::new(),
        literals: Vec::new(),
        sets: Vec::new(),
        runs: Vec::new(),
        loops: Vec::new(),
        looks: Vec::new(),
        firsts: Vec::new(),
        slots: 2 * parsed.groups + 1,
        groups: parsed.groups,
        prefix: Vec::new(),
        first: None,
        is_anchored: false,
    };
    let mut compiler = Compiler { program, widths: &parsed.widths, is_text, gil };
    compiler.node(&parsed.tree, parsed.flags)?;
    compiler.emit(Op::Match);
    compiler.find_followers();
    let mut program = compiler.program;
    program.prefix = prefix(&program);
    let (first, is_nullable) = firsts(&parsed.tree, parsed.flags, is_text);
    program.first = (!is_nullable).then_some(first);
    program.is_anchored = matches!(program.ops.first(), Some(Op::At(Anchor::Beginning)));
    Ok(program)
}

/// The flags within a group.
fn within(outer: u32, add: u32, remove: u32) -> u32 {
    let outer = if add & flags::TYPES != 0 { outer & !flags::TYPES } else { outer };
    (outer | add) & !remove
}

impl Compiler<'_> {
    fn here(&self) -> Place {
        self.program.ops.len() as Place
    }

    fn emit(&mut self, op: Op) -> usize {
        self.program.ops.push(op);
        self.program.ops.len() - 1
    }

    fn encode(&self, point: u32, bytes: &mut Vec<u8>) {
        if self.is_text { text::encode(point, bytes) } else { bytes.push(point as u8) }
    }

    fn node(&mut self, node: &Node, given: u32) -> Read<()> {
        recursion::enter(self.gil)?;
        match node {
            Node::Literal(_) | Node::Any | Node::Set { .. } => self.character(node, given),
            Node::At(at) => {
                self.emit(Op::At(anchor(*at, given)));
            }
            Node::Sequence(parts) => self.sequence(parts, given)?,
            Node::Branch(branches) => self.branch(branches, given)?,
            Node::Repeat { least, most, manner, body } => self.repeat(*least, *most, *manner, body, given)?,
            Node::Group { number, add, remove, body } => {
                let given = within(given, *add, *remove);
                match number {
                    Some(number) => {
                        self.emit(Op::Save(2 * *number as u32));
                        self.node(body, given)?;
                        self.emit(Op::Close(*number as u32));
                    }
                    None => self.node(body, given)?,
                }
            }
            Node::Atomic(body) => {
                self.emit(Op::Atomic);
                self.node(body, given)?;
                self.emit(Op::EndAtomic);
            }
            Node::Look { behind, negated, body } => self.look(*behind, *negated, body, given)?,
            Node::Reference(group) => {
                self.emit(Op::Reference(*group as u32, Case::of(given)));
            }
            Node::Conditional { group, yes, no } => {
                let test = self.emit(Op::Fail);
                self.node(yes, given)?;
                let mut over = None;
                if no.is_some() {
                    over = Some(self.emit(Op::Fail));
                }
                self.program.ops[test] = Op::IfGroup(*group as u32, self.here());
                if let (Some(over), Some(no)) = (over, no) {
                    self.node(no, given)?;
                    self.program.ops[over] = Op::Jump(self.here());
                }
            }
            Node::Failure => {
                self.emit(Op::Fail);
            }
        }
        Ok(())
    }

    /// Literals that stand together are compared together.
    fn sequence(&mut self, parts: &[Node], given: u32) -> Read<()> {
        let case = Case::of(given);
        let mut at = 0;
        while at < parts.len() {
            let plain = |part: &Node| match part {
                Node::Literal(point) if is_caseless(case, *point) => Some(*point),
                _ => None,
            };
            let mut bytes = Vec::new();
            while let Some(point) = parts.get(at).and_then(plain) {
                self.encode(point, &mut bytes);
                at += 1;
            }
            match bytes.len() {
                0 => {
                    self.node(&parts[at], given)?;
                    at += 1;
                }
                1 => {
                    self.emit(Op::Byte(bytes[0]));
                }
                length => {
                    let start = self.program.literals.len();
                    self.program.literals.extend(bytes);
                    self.emit(Op::Literal(start as u32, (start + length) as u32));
                }
            }
        }
        Ok(())
    }

    fn character(&mut self, node: &Node, given: u32) {
        match self.single(node, given) {
            Some(Single::Byte(byte)) => self.emit(Op::Byte(byte)),
            Some(Single::Fold(point, case)) => self.emit(Op::Fold(point, case)),
            Some(Single::Any) => self.emit(Op::Any),
            Some(Single::All) => self.emit(Op::All),
            Some(Single::Set(set)) => self.emit(Op::Set(set)),
            Some(Single::Literal(point)) => {
                let start = self.program.literals.len();
                let mut bytes = Vec::new();
                self.encode(point, &mut bytes);
                self.program.literals.extend(bytes);
                self.emit(Op::Literal(start as u32, self.program.literals.len() as u32))
            }
            None => self.emit(Op::Fail),
        };
    }

    /// What matches exactly one character.
    fn single(&mut self, node: &Node, given: u32) -> Option<Single> {
        let case = Case::of(given);
        Some(match node {
            Node::Literal(point) if !is_caseless(case, *point) => Single::Fold(case.fold(*point), case),
            Node::Literal(point) if *point < 128 || !self.is_text => Single::Byte(*point as u8),
            Node::Literal(point) => Single::Literal(*point),
            Node::Any if given & flags::DOTALL != 0 => Single::All,
            Node::Any => Single::Any,
            Node::Set { items, negated: false }
                if items.len() == 1 && matches!(items[0], Item::Literal(_)) =>
            {
                let Item::Literal(point) = items[0] else { return None };
                return self.single(&Node::Literal(point), given);
            }
            Node::Set { items, negated } => {
                self.program.sets.push(Set::new(items, *negated, given));
                Single::Set(self.program.sets.len() as u32 - 1)
            }
            Node::Sequence(parts) if parts.len() == 1 => return self.single(&parts[0], given),
            Node::Group { number: None, add, remove, body } => {
                return self.single(body, within(given, *add, *remove));
            }
            _ => return None,
        })
    }

    fn branch(&mut self, branches: &[Node], given: u32) -> Read<()> {
        let mut ends = Vec::new();
        for (number, branch) in branches.iter().enumerate() {
            let is_last = number + 1 == branches.len();
            let (first, is_nullable) = firsts(branch, given, self.is_text);
            let test = self.emit(Op::Fail);
            self.node(branch, given)?;
            if !is_last {
                ends.push(self.emit(Op::Fail));
            }
            let next = self.here();
            self.program.ops[test] = match (is_last, is_nullable) {
                (true, _) => Op::Jump(test as Place + 1),
                (false, true) => Op::Split(next),
                (false, false) => {
                    self.program.firsts.push(first);
                    Op::Try(next, self.program.firsts.len() as u32 - 1)
                }
            };
        }
        for end in ends {
            self.program.ops[end] = Op::Jump(self.here());
        }
        Ok(())
    }

    fn repeat(&mut self, least: u32, most: u32, manner: Manner, body: &Node, given: u32) -> Read<()> {
        if let Some(single) = self.single(body, given) {
            let after = self.here() + 1;
            self.program.runs.push(Run { single, least, most, manner, follower: None, after });
            let run = self.program.runs.len() as u32 - 1;
            self.emit(Op::Run(run));
            return Ok(());
        }
        if manner == Manner::Possessive {
            self.emit(Op::Atomic);
        }
        if (least, most) == (0, 1) {
            self.optional(manner, body, given)?;
        } else {
            self.looped(least, most, manner == Manner::Lazy, body, given)?;
        }
        if manner == Manner::Possessive {
            self.emit(Op::EndAtomic);
        }
        Ok(())
    }

    fn optional(&mut self, manner: Manner, body: &Node, given: u32) -> Read<()> {
        let test = self.emit(Op::Fail);
        if manner == Manner::Lazy {
            let over = self.emit(Op::Fail);
            self.program.ops[test] = Op::Split(self.here());
            self.node(body, given)?;
            self.program.ops[over] = Op::Jump(self.here());
        } else {
            self.node(body, given)?;
            self.program.ops[test] = Op::Split(self.here());
        }
        Ok(())
    }

    fn looped(&mut self, least: u32, most: u32, lazy: bool, body: &Node, given: u32) -> Read<()> {
        let number = self.program.loops.len();
        let slot = self.program.slots as u32;
        self.program.slots += 2;
        self.program.loops.push(Loop { least, most, lazy, slot, body: 0, after: 0, again: 0 });
        self.emit(Op::Begin(number as u32));
        let next = self.emit(Op::Fail);
        let again = self.emit(Op::Again(number as u32)) as Place;
        let start = self.here();
        self.node(body, given)?;
        self.emit(Op::Jump(next as Place));
        self.program.ops[next] = Op::Next(number as u32);
        let after = self.here();
        let row = &mut self.program.loops[number];
        (row.body, row.after, row.again) = (start, after, again);
        Ok(())
    }

    fn look(&mut self, behind: bool, negated: bool, body: &Node, given: u32) -> Read<()> {
        let mut back = None;
        if behind {
            let (low, high) = body.width(self.widths);
            if low != high {
                return Err(Fault::Error("look-behind requires fixed-width pattern".into(), None));
            }
            if low > u64::from(u32::MAX) {
                return Err(Fault::Error("looks too much behind".into(), None));
            }
            back = Some(low);
        }
        let number = self.program.looks.len();
        self.program.looks.push(Look { negated, back, body: self.here() + 1, after: 0 });
        self.emit(Op::Look(number as u32));
        self.node(body, given)?;
        self.emit(Op::EndLook(number as u32));
        self.program.looks[number].after = self.here();
        Ok(())
    }

    /// Tells runs which byte must follow them.
    fn find_followers(&mut self) {
        for run in 0..self.program.runs.len() {
            let mut at = self.program.runs[run].after as usize;
            while let Some(Op::Save(_) | Op::Close(_)) = self.program.ops.get(at) {
                at += 1;
            }
            self.program.runs[run].follower = match self.program.ops.get(at) {
                Some(Op::Byte(byte)) => Some(*byte),
                Some(Op::Literal(start, _)) => Some(self.program.literals[*start as usize]),
                _ => None,
            };
        }
    }
}

fn anchor(at: At, given: u32) -> Anchor {
    let by_line = given & flags::MULTILINE != 0;
    match at {
        At::Beginning if by_line => Anchor::LineBeginning,
        At::Beginning | At::BeginningOfText => Anchor::Beginning,
        At::End if by_line => Anchor::LineEnd,
        At::End => Anchor::LastEnd,
        At::EndOfText => Anchor::End,
        At::Boundary => Anchor::Boundary(Nature::of(given)),
        At::NoBoundary => Anchor::NoBoundary(Nature::of(given)),
    }
}

/// The bytes that each match begins with.
fn prefix(program: &Program) -> Vec<u8> {
    let mut found = Vec::new();
    for op in &program.ops {
        match *op {
            Op::Save(_) | Op::Close(_) => {}
            Op::Byte(byte) => found.push(byte),
            Op::Literal(start, end) => found.extend(&program.literals[start as usize..end as usize]),
            _ => break,
        }
    }
    found
}

const NO_BYTE: Bytes = [0; 4];
const ALL_BYTES: Bytes = [u64::MAX; 4];

fn add(bytes: &mut Bytes, byte: u8) {
    bytes[usize::from(byte) / 64] |= 1 << (byte % 64);
}

/// Is a byte among them?
#[inline]
pub fn has(bytes: &Bytes, byte: u8) -> bool {
    bytes[usize::from(byte) / 64] >> (byte % 64) & 1 != 0
}

/// The bytes that a match of a part can begin with, and whether it can be empty. Rather too many than too few.
fn firsts(node: &Node, given: u32, is_text: bool) -> (Bytes, bool) {
    firsts_within(node, given, is_text, 0)
}

fn firsts_within(node: &Node, given: u32, is_text: bool, depth: usize) -> (Bytes, bool) {
    if depth > 40 {
        return (ALL_BYTES, true);
    }
    let inner = |node: &Node, given: u32| firsts_within(node, given, is_text, depth + 1);
    match node {
        Node::Literal(point) => (of_items(&[Item::Literal(*point)], false, given, is_text), false),
        Node::Set { items, negated } => (of_items(items, *negated, given, is_text), false),
        Node::Any => (ALL_BYTES, false),
        Node::At(_) | Node::Look { .. } | Node::Failure => (NO_BYTE, true),
        Node::Reference(_) => (ALL_BYTES, true),
        Node::Sequence(parts) => {
            let mut all = NO_BYTE;
            for part in parts {
                let (first, is_nullable) = inner(part, given);
                all.iter_mut().zip(first).for_each(|(all, more)| *all |= more);
                if !is_nullable {
                    return (all, false);
                }
            }
            (all, true)
        }
        Node::Branch(branches) => {
            let (mut all, mut nullable) = (NO_BYTE, false);
            for branch in branches {
                let (first, is_nullable) = inner(branch, given);
                all.iter_mut().zip(first).for_each(|(all, more)| *all |= more);
                nullable |= is_nullable;
            }
            (all, nullable)
        }
        Node::Repeat { least, body, most, .. } => {
            if *most == 0 {
                return (NO_BYTE, true);
            }
            let (first, is_nullable) = inner(body, given);
            (first, is_nullable || *least == 0)
        }
        Node::Group { add, remove, body, .. } => inner(body, within(given, *add, *remove)),
        Node::Atomic(body) => inner(body, given),
        Node::Conditional { .. } => (ALL_BYTES, true),
    }
}

fn of_items(items: &[Item], negated: bool, given: u32, is_text: bool) -> Bytes {
    let mut bytes = NO_BYTE;
    let case = Case::of(given);
    if let ([Item::Literal(point)], false, true) = (items, negated, is_text)
        && is_caseless(case, *point)
    {
        let mut encoded = Vec::new();
        text::encode(*point, &mut encoded);
        add(&mut bytes, encoded[0]);
        return bytes;
    }
    let small = |item: &Item| matches!(item, Item::Literal(point) | Item::Range(_, point) if *point < 128);
    let set = Set::new(items, negated, given);
    let last = if is_text { 127 } else { 255 };
    (0..=last).filter(|byte| set.contains(u32::from(*byte))).for_each(|byte| add(&mut bytes, byte));
    // Beyond ASCII a character begins with one of these bytes; some that are there count as k, s and i.
    let may_be_wide = is_text && (negated || !items.iter().all(small) || case == Case::Unicode);
    if may_be_wide {
        (0xC2..=0xF4).for_each(|byte| add(&mut bytes, byte));
    }
    bytes
}

/// Does a count of repetitions have no end?
pub fn is_endless(most: u32) -> bool {
    most == ENDLESS
}
