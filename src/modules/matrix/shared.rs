//! Numbers in memory that other processes change at any moment, read without the GIL a block at a time.
//!
//! Invariant: a number is read once for each use; what was read does not change under a kernel, which works on a copy of
//! one block.

use std::sync::Arc;

use super::data::{Data, Kind, Number, of_kind};
use super::wide::Lane;
use crate::object::exposed;

/// So many numbers are copied at once: they stay in the processor's nearest cache.
pub const BLOCK: usize = 1024;

/// Numbers of one kind in shared memory.
#[derive(Clone)]
pub struct Shared {
    memory: Arc<dyn exposed::Shared>,
    kind: Kind,
    /// Where they begin, in bytes.
    offset: usize,
    count: usize,
}

impl Shared {
    pub fn new(memory: Arc<dyn exposed::Shared>, kind: Kind, offset: usize, count: usize) -> Shared {
        Shared { memory, kind, offset, count }
    }

    /// Appends numbers that lie `step` apart; zeros where there are none.
    fn read<T: Number>(&self, into: &mut Vec<T>, start: usize, step: isize, count: usize) {
        let size = T::KIND.size();
        let place = |index: usize| self.offset + (start as isize + index as isize * step) as usize * size;
        let mut bytes = [0; 8 * BLOCK];
        if step != 1 {
            let number = |index| {
                let number = &mut bytes[..size];
                self.memory.read(place(index), number);
                T::from_bytes(number)
            };
            into.extend((0..count).map(number));
            return;
        }
        let most = bytes.len() / size;
        for first in (0..count).step_by(most) {
            let bytes = &mut bytes[..most.min(count - first) * size];
            self.memory.read(place(first), bytes);
            into.extend(bytes.chunks_exact(size).map(T::from_bytes));
        }
    }

    fn all(&self) -> Data {
        fn all<T: Number>(shared: &Shared) -> Data {
            let mut numbers = Vec::with_capacity(shared.count);
            shared.read::<T>(&mut numbers, 0, 1, shared.count);
            T::data(numbers)
        }
        of_kind!(self.kind, T => all::<T>(self))
    }
}

/// Numbers that an array owns, or shared ones.
#[derive(Clone)]
pub enum Held {
    Own(Arc<Data>),
    Shared(Shared),
}

impl Held {
    pub fn kind(&self) -> Kind {
        match self {
            Held::Own(data) => data.kind(),
            Held::Shared(shared) => shared.kind,
        }
    }

    /// How many there are.
    pub fn length(&self) -> usize {
        match self {
            Held::Own(data) => data.length(),
            Held::Shared(shared) => shared.count,
        }
    }

    /// The numbers themselves: shared ones are copied.
    pub fn owned(&self) -> Arc<Data> {
        match self {
            Held::Own(data) => data.clone(),
            Held::Shared(shared) => Arc::new(shared.all()),
        }
    }

    /// The numbers of this type, for a walk; none of another type.
    pub fn lent<T: Number>(&self) -> Lent<'_, T> {
        match self {
            Held::Own(data) => Lent::Slice(data.slice()),
            Held::Shared(shared) if shared.kind == T::KIND => Lent::Shared(shared),
            Held::Shared(_) => Lent::Slice(&[]),
        }
    }
}

/// What a walk reads.
#[derive(Clone, Copy)]
pub enum Lent<'a, T> {
    Slice(&'a [T]),
    Shared(&'a Shared),
}

impl<'a, T: Number> Lent<'a, T> {
    /// How many numbers of a lane there may be at once.
    pub fn most(self) -> usize {
        match self {
            Lent::Slice(_) => usize::MAX,
            Lent::Shared(_) => BLOCK,
        }
    }

    /// A lane, or the copy of one of at most `most` numbers.
    pub fn lane<'b>(self, start: usize, step: isize, count: usize, block: &'b mut Vec<T>) -> Lane<'b, T>
    where
        'a: 'b,
    {
        let shared = match self {
            Lent::Slice(numbers) => return Lane { numbers, start, step, count },
            Lent::Shared(shared) => shared,
        };
        block.clear();
        if step == 0 {
            shared.read(block, start, 1, 1);
            return Lane { numbers: block, start: 0, step: 0, count };
        }
        shared.read(block, start, step, count);
        Lane { numbers: block, start: 0, step: 1, count }
    }

    /// Appends the numbers of a lane.
    pub fn append(self, into: &mut Vec<T>, start: usize, step: isize, count: usize) {
        match (self, step) {
            (Lent::Shared(shared), _) => shared.read(into, start, step, count),
            (Lent::Slice(numbers), 1) => into.extend_from_slice(&numbers[start..start + count]),
            (Lent::Slice(numbers), 0) => into.extend(std::iter::repeat_n(numbers[start], count)),
            (Lent::Slice(numbers), _) => {
                into.extend(
                    (0..count as isize).map(|index| numbers[(start as isize + index * step) as usize]),
                );
            }
        }
    }
}

/// The parts of a lane, none longer than `most`: where each begins, and how long it is.
pub fn pieces(count: usize, most: usize) -> impl Iterator<Item = (usize, usize)> {
    let whole = count.min(most).max(1);
    (0..count.div_ceil(whole)).map(move |piece| (piece * whole, whole.min(count - piece * whole)))
}
