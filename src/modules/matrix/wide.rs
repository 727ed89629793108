//! Inner loops, compiled twice: for registers of four floats, and for processors that have none.
//!
//! What bounds these loops is memory: with registers of eight floats, sums of 1,000 take a tenth less time, those of 4,000
//! as long, and beyond 100,000 they take 3 % longer.

use pulp::NullaryFnOnce;

/// Numbers of one operand, `step` apart.
#[derive(Clone, Copy)]
pub struct Lane<'a, T> {
    pub numbers: &'a [T],
    pub start: usize,
    pub step: isize,
    pub count: usize,
}

impl<'a, T: Copy> Lane<'a, T> {
    /// The numbers, if they lie side by side.
    #[inline(always)]
    pub fn side_by_side(self) -> Option<&'a [T]> {
        (self.step == 1).then(|| &self.numbers[self.start..self.start + self.count])
    }

    #[inline(always)]
    pub fn get(self, index: usize) -> T {
        self.numbers[(self.start as isize + index as isize * self.step) as usize]
    }
}

/// Runs a loop with wide registers, if there are any.
pub fn run<W: NullaryFnOnce>(work: W) -> W::Output {
    #[cfg(target_arch = "x86_64")]
    if let Some(simd) = pulp::x86::V3::try_new() {
        return simd.vectorize(work);
    }
    work.call()
}

struct Map<'a, T, R, F> {
    result: &'a mut Vec<R>,
    lane: Lane<'a, T>,
    function: F,
}

impl<T: Copy, R: Copy, F: Fn(T) -> R> NullaryFnOnce for Map<'_, T, R, F> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Map { result, lane, function } = self;
        match lane.side_by_side() {
            Some(numbers) => result.extend(numbers.iter().map(|&number| function(number))),
            None => result.extend((0..lane.count).map(|index| function(lane.get(index)))),
        }
    }
}

/// Appends what the function makes of each number.
pub fn map<T: Copy, R: Copy>(result: &mut Vec<R>, lane: Lane<'_, T>, function: impl Fn(T) -> R) {
    run(Map { result, lane, function });
}

struct Zip<'a, A, B, R, F> {
    result: &'a mut Vec<R>,
    left: Lane<'a, A>,
    right: Lane<'a, B>,
    function: F,
}

impl<A: Copy, B: Copy, R: Copy, F: Fn(A, B) -> R> NullaryFnOnce for Zip<'_, A, B, R, F> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Zip { result, left, right, function } = self;
        match (left.side_by_side(), right.side_by_side()) {
            (Some(left), Some(right)) => {
                result.extend(left.iter().zip(right).map(|(&left, &right)| function(left, right)));
            }
            (Some(left), None) if right.step == 0 => {
                let right = right.get(0);
                result.extend(left.iter().map(|&left| function(left, right)));
            }
            (None, Some(right)) if left.step == 0 => {
                let left = left.get(0);
                result.extend(right.iter().map(|&right| function(left, right)));
            }
            _ => result.extend((0..left.count).map(|index| function(left.get(index), right.get(index)))),
        }
    }
}

/// Appends what the function makes of each pair of numbers.
pub fn zip<A: Copy, B: Copy, R: Copy>(
    result: &mut Vec<R>,
    left: Lane<'_, A>,
    right: Lane<'_, B>,
    function: impl Fn(A, B) -> R,
) {
    run(Zip { result, left, right, function });
}

struct Join<'a, T, F> {
    sums: &'a mut [T],
    lane: Lane<'a, T>,
    join: F,
}

impl<T: Copy, F: Fn(T, T) -> T> NullaryFnOnce for Join<'_, T, F> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Join { sums, lane, join } = self;
        match lane.side_by_side() {
            Some(numbers) => {
                sums.iter_mut().zip(numbers).for_each(|(sum, &number)| *sum = join(*sum, number));
            }
            None => sums.iter_mut().enumerate().for_each(|(index, sum)| *sum = join(*sum, lane.get(index))),
        }
    }
}

/// Joins each number to the one at its place.
pub fn join<T: Copy>(sums: &mut [T], lane: Lane<'_, T>, join: impl Fn(T, T) -> T) {
    run(Join { sums, lane, join });
}

struct Fold<'a, T, F> {
    numbers: &'a [T],
    start: T,
    join: F,
}

/// So many sums go on side by side.
const SUMS: usize = 32;

impl<T: Copy, F: Fn(T, T) -> T> NullaryFnOnce for Fold<'_, T, F> {
    type Output = T;

    #[inline(always)]
    fn call(self) -> T {
        let Fold { numbers, start, join } = self;
        let mut sums = [start; SUMS];
        let chunks = numbers.chunks_exact(SUMS);
        let rest = chunks.remainder();
        for chunk in chunks {
            for (sum, &number) in sums.iter_mut().zip(chunk) {
                *sum = join(*sum, number);
            }
        }
        let sum = sums.into_iter().fold(start, &join);
        rest.iter().fold(sum, |sum, &number| join(sum, number))
    }
}

/// All numbers joined, in any order; `start` changes nothing that it is joined to.
pub fn fold<T: Copy>(numbers: &[T], start: T, join: impl Fn(T, T) -> T) -> T {
    run(Fold { numbers, start, join })
}

/// More numbers than this are summed in two halves.
const BLOCK: usize = 128;

struct Sum<'a, T>(&'a [T]);

impl<T: Copy + Default + std::ops::Add<Output = T>> NullaryFnOnce for Sum<'_, T> {
    type Output = T;

    #[inline(always)]
    fn call(self) -> T {
        let [first, ..] = self.0 else { return T::default() };
        let mut chunks = self.0.chunks_exact(8);
        let Some(chunk) = chunks.next() else {
            return self.0[1..].iter().fold(*first, |sum, &number| sum + number);
        };
        let mut sums = [chunk[0]; 8];
        sums.copy_from_slice(chunk);
        for chunk in &mut chunks {
            for (sum, &number) in sums.iter_mut().zip(chunk) {
                *sum = *sum + number;
            }
        }
        let [a, b, c, d, e, f, g, h] = sums;
        let sum = ((a + b) + (c + d)) + ((e + f) + (g + h));
        chunks.remainder().iter().fold(sum, |sum, &number| sum + number)
    }
}

/// The sum, in numpy's order: halves apart, so that rounding errors stay small.
pub fn sum<T: Copy + Default + std::ops::Add<Output = T>>(numbers: &[T]) -> T {
    if numbers.len() <= BLOCK {
        return run(Sum(numbers));
    }
    let middle = numbers.len() / 2 / 8 * 8;
    sum(&numbers[..middle]) + sum(&numbers[middle..])
}
