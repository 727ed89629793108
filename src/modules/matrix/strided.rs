//! Walks over numbers that lie some steps apart: several operands under one shape, lane by lane.
//!
//! A lane is what the last axis leads through. Axes that lead on where others end are walked as one, so that arrays
//! whose numbers lie side by side are one lane.

use super::data::Number;
use super::shared::{Lent, pieces};
use super::view::Layout;
use super::{room, wide};

/// Several layouts of one shape, walked together.
pub struct Walk<const N: usize> {
    sides: Vec<usize>,
    steps: Vec<[isize; N]>,
    starts: [isize; N],
}

impl<const N: usize> Walk<N> {
    /// The walk over layouts that all have the same shape.
    pub fn new(layouts: [&Layout; N]) -> Walk<N> {
        let shape = layouts.first().map_or(&[][..], |layout| &layout.shape);
        let starts = layouts.map(|layout| layout.start as isize);
        let (mut sides, mut steps): (Vec<usize>, Vec<[isize; N]>) = (Vec::new(), Vec::new());
        for (axis, &side) in shape.iter().enumerate() {
            if side == 1 {
                continue;
            }
            let own = layouts.map(|layout| layout.steps[axis]);
            if let (Some(last), Some(before)) = (sides.last_mut(), steps.last_mut())
                && before.iter().zip(&own).all(|(&before, &own)| before == own * side as isize)
            {
                *last *= side;
                *before = own;
                continue;
            }
            sides.push(side);
            steps.push(own);
        }
        if sides.is_empty() {
            sides.push(1);
            steps.push([1; N]);
        }
        Walk { sides, steps, starts }
    }

    /// How long a lane is, and how far apart its numbers lie.
    pub fn lane(&self) -> (usize, [isize; N]) {
        let last = self.sides.len() - 1;
        (self.sides[last], self.steps[last])
    }

    /// Sees where each lane begins, in the order of the indices.
    pub fn each(&self, mut see: impl FnMut([usize; N])) {
        if self.sides.contains(&0) {
            return;
        }
        let outer = self.sides.len() - 1;
        let mut indices = vec![0; outer];
        let mut at = self.starts;
        loop {
            see(at.map(|place| place as usize));
            let mut axis = outer;
            loop {
                let Some(before) = axis.checked_sub(1) else { return };
                axis = before;
                indices[axis] += 1;
                let steps = &self.steps[axis];
                if indices[axis] < self.sides[axis] {
                    at.iter_mut().zip(steps).for_each(|(place, step)| *place += step);
                    break;
                }
                let back = self.sides[axis] as isize - 1;
                at.iter_mut().zip(steps).for_each(|(place, step)| *place -= step * back);
                indices[axis] = 0;
            }
        }
    }
}

/// The numbers of a layout in the order of its indices.
pub fn gathered<T: Number>(numbers: Lent<'_, T>, layout: &Layout) -> Vec<T> {
    let mut result = room::of(layout.size());
    let walk = Walk::new([layout]);
    let (count, [step]) = walk.lane();
    walk.each(|[start]| numbers.append(&mut result, start, step, count));
    result
}

/// The place of a lane's number.
fn along(start: usize, step: isize, index: usize) -> usize {
    (start as isize + index as isize * step) as usize
}

/// Writes the numbers of one layout to the places of another of the same shape.
pub fn scatter<T: Copy>(to: &mut [T], places: &Layout, from: &[T], sources: &Layout) {
    let walk = Walk::new([places, sources]);
    let (count, [to_step, from_step]) = walk.lane();
    walk.each(|[at, source]| match (to_step, from_step) {
        (1, 1) => to[at..at + count].copy_from_slice(&from[source..source + count]),
        (1, 0) => to[at..at + count].fill(from[source]),
        _ => {
            for index in 0..count as isize {
                to[(at as isize + index * to_step) as usize] =
                    from[(source as isize + index * from_step) as usize];
            }
        }
    });
}

/// A function of each number, in the order of the indices.
pub fn map<T: Number, R: Copy>(
    numbers: Lent<'_, T>,
    layout: &Layout,
    function: impl Fn(T) -> R + Copy,
) -> Vec<R> {
    let mut result = room::of(layout.size());
    let mut block = Vec::new();
    let walk = Walk::new([layout]);
    let (count, [step]) = walk.lane();
    walk.each(|[start]| {
        for (first, count) in pieces(count, numbers.most()) {
            let lane = numbers.lane(along(start, step, first), step, count, &mut block);
            wide::map(&mut result, lane, function);
        }
    });
    result
}

/// A function of each pair of numbers, in the order of the indices of the shape that both layouts have.
pub fn zip<A: Number, B: Number, R: Copy>(
    (left, left_layout): (Lent<'_, A>, &Layout),
    (right, right_layout): (Lent<'_, B>, &Layout),
    function: impl Fn(A, B) -> R + Copy,
) -> Vec<R> {
    let mut result = room::of(left_layout.size());
    let (mut left_block, mut right_block) = (Vec::new(), Vec::new());
    let walk = Walk::new([left_layout, right_layout]);
    let (count, [left_step, right_step]) = walk.lane();
    let most = left.most().min(right.most());
    walk.each(|[left_start, right_start]| {
        for (first, count) in pieces(count, most) {
            let left = left.lane(along(left_start, left_step, first), left_step, count, &mut left_block);
            let right =
                right.lane(along(right_start, right_step, first), right_step, count, &mut right_block);
            wide::zip(&mut result, left, right, function);
        }
    });
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_are_as_long_as_can_be() {
        let whole = Layout::whole(&[2, 3, 4]);
        assert_eq!(Walk::new([&whole]).lane(), (24, [1]));
        let row = Layout { start: 0, shape: vec![2, 3, 4], steps: vec![0, 0, 1] };
        assert_eq!(Walk::new([&whole, &row]).lane(), (4, [1, 1]));
    }

    #[test]
    fn steps_lead_as_indices_do() {
        let numbers: Vec<i64> = (0..6).collect();
        let turned = Layout { start: 0, shape: vec![3, 2], steps: vec![1, 3] };
        assert_eq!(gathered(Lent::Slice(&numbers), &turned), [0, 3, 1, 4, 2, 5]);
        let backwards = Layout { start: 5, shape: vec![2, 3], steps: vec![-3, -1] };
        assert_eq!(gathered(Lent::Slice(&numbers), &backwards), [5, 4, 3, 2, 1, 0]);
        let column = Layout { start: 0, shape: vec![3, 2], steps: vec![1, 0] };
        assert_eq!(
            zip((Lent::Slice(&numbers), &turned), (Lent::Slice(&numbers), &column), |a, b| a * 10 + b),
            [0, 30, 11, 41, 22, 52]
        );
        let mut to = vec![0; 6];
        scatter(&mut to, &turned, &numbers, &Layout::whole(&[3, 2]));
        assert_eq!(to, [0, 2, 4, 1, 3, 5]);
        assert!(gathered(Lent::Slice(&numbers), &Layout::whole(&[0, 3])).is_empty());
    }
}
