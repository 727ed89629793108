//! What the temporaries hold where an instruction begins, as far as the code tells: what a tracing program's jump from
//! one line to another has to give up, and what it must not lack.

use super::disassemble::jump_target;
use super::verify::{empties, ends, spans, writes};
use super::{Code, Instruction, Opcode};

/// What a temporary holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// A value that an expression or statement needs later.
    Object,
    /// Half of the exit function of a `with` statement.
    Exit,
    /// An iterator.
    Iterator,
    /// What `BeginLoop` leaves for a loop: here, and in the next register the place within it, if it is no iterator.
    Loop,
    /// An exception that is being handled; the next register keeps what was handled before.
    Exception,
}

impl Held {
    /// How many registers belong together.
    pub fn width(self) -> u16 {
        match self {
            Held::Exception | Held::Loop => 2,
            Held::Object | Held::Exit | Held::Iterator => 1,
        }
    }
}

/// The filled temporaries, from the outermost block's to the innermost's.
pub type Stack = Vec<(u16, Held)>;

/// May a jump go from where one stack is to where the other is, giving up what is too much?
pub fn fits(from: &[(u16, Held)], to: &[(u16, Held)]) -> bool {
    // Only the same statement knows what to do with its objects.
    let fits =
        |(from, to): (&(u16, Held), &(u16, Held))| from.1 == to.1 && (to.1 != Held::Object || from == to);
    from.len() >= to.len() && from.iter().zip(to).all(fits)
}

/// For each word at which an instruction begins that some path leads to: its stack.
pub fn stacks(code: &Code) -> Vec<Option<Stack>> {
    let mut states: Vec<Option<State>> = vec![None; code.words.len()];
    let mut work = vec![(0, State { first: code.nlocals() as u16, held: Vec::new() })];
    while let Some((word, incoming)) = work.pop() {
        let Some(slot) = states.get_mut(word) else { continue };
        let state = match slot {
            None => incoming,
            Some(known) => match known.merged(&incoming) {
                merged if merged == *known => continue,
                merged => merged,
            },
        };
        *slot = Some(state.clone());
        let Some(instruction) = Instruction::decode(code.words[word]) else { continue };
        if let Some(handler) = code.handler_at(word as u32) {
            work.push((handler.target as usize, state.caught(handler.register)));
        }
        let (taken, goes_on) = state.after(instruction);
        if let Some(target) = jump_target(word, instruction) {
            work.push((target as usize, taken));
        }
        if !ends(instruction.op) {
            work.push((word + 1 + usize::from(instruction.op.row().caches), goes_on));
        }
    }
    states.into_iter().map(|state| state.map(State::stack)).collect()
}

/// What each temporary holds.
#[derive(Clone, PartialEq)]
struct State {
    /// The first temporary.
    first: u16,
    held: Vec<Option<Held>>,
}

impl State {
    fn set(&mut self, register: u16, held: Option<Held>) {
        let Some(place) = register.checked_sub(self.first).map(usize::from) else { return };
        if self.held.len() <= place {
            self.held.resize(place + 1, None);
        }
        self.held[place] = held;
    }

    /// What is certain where two paths meet.
    fn merged(&self, other: &State) -> State {
        let both = |(one, other): (&Option<Held>, &Option<Held>)| match (one, other) {
            (Some(one), Some(other)) if one == other => Some(*one),
            (Some(_), Some(_)) => Some(Held::Object),
            _ => None,
        };
        State { first: self.first, held: self.held.iter().zip(&other.held).map(both).collect() }
    }

    /// Where an exception arrives.
    fn caught(&self, register: u16) -> State {
        let mut state = self.clone();
        state.held.truncate(usize::from(register.saturating_sub(self.first)));
        state.set(register, Some(Held::Object));
        state
    }

    /// What an instruction leaves: where it jumps, and where it goes on.
    fn after(mut self, instruction: Instruction) -> (State, State) {
        let Instruction { op, x, a, b, .. } = instruction;
        empties(instruction).into_iter().for_each(|register| self.set(register, None));
        for (first, count) in spans(instruction) {
            (first..first + count as u16).for_each(|register| self.set(register, None));
        }
        let mut taken = self.clone();
        let written = |state: &mut State| {
            writes(instruction).into_iter().for_each(|register| state.set(register, Some(Held::Object)));
        };
        match op {
            Opcode::JumpIfTrueOrPop | Opcode::JumpIfFalseOrPop => self.set(a, None),
            Opcode::ForIter => {
                taken.set(b, None);
                written(&mut self);
            }
            Opcode::NextIter => {
                self.set(b, None);
                written(&mut taken);
            }
            Opcode::EnterHandler => {
                self.set(a, Some(Held::Exception));
                self.set(a + 1, None);
            }
            Opcode::BeginLoop => {
                self.set(a, Some(Held::Loop));
                self.set(a + 1, None);
            }
            // Odd selectors are exit functions.
            Opcode::LoadSpecial if x % 2 == 1 => {
                self.set(a, Some(Held::Exit));
                self.set(a + 1, Some(Held::Exit));
            }
            Opcode::GetIter | Opcode::GetAiter => self.set(a, Some(Held::Iterator)),
            _ => {
                written(&mut self);
                written(&mut taken);
            }
        }
        (taken, self)
    }

    fn stack(self) -> Stack {
        let filled =
            |(place, held): (usize, Option<Held>)| held.map(|held| (self.first + place as u16, held));
        self.held.into_iter().enumerate().filter_map(filled).collect()
    }
}
