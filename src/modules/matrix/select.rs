//! Parts of arrays by ints, slices, tuples of them, masks and arrays of places.

use super::data::{Data, Kind};
use super::operators::{joined_shape, places};
use super::view::{self, Layout, Operand, Source};
use super::{Matrix, convert, number_value, result, shape_text, size_of};
use crate::gil::Gil;
use crate::object::raised::{index_error, value_error};
use crate::object::{Bits, Raised, Ref, Result, Value};
use crate::types::list::List;
use crate::types::range::Range;
use crate::types::slice::{self, Slice};
use crate::types::{int, tuple};

/// What a key picks: places in order, and the shape of the part.
struct Part {
    places: Vec<usize>,
    shape: Vec<usize>,
}

/// The part that a mask or an array of places picks, by places in the array's own order.
fn part(gil: Gil<'_>, shape: &[usize], key: &Value) -> Result<Part> {
    if let Some(keys) = tuple::items_of(key) {
        return mixed(gil, shape, &keys);
    }
    let chosen = convert(gil, key, None)?;
    let numbers = chosen.numbers();
    match &*numbers {
        Data::Bool(mask) => masked(gil, shape, &chosen.shape, mask),
        other => taken(gil, shape, &chosen.shape, &indices(gil, other)?),
    }
}

/// Numbers as indices, which floats are not.
fn indices(gil: Gil<'_>, numbers: &Data) -> Result<Vec<i64>> {
    if !numbers.kind().is_whole() && numbers.length() > 0 {
        return Err(index_error(gil, "arrays used as indices must be of integer (or boolean) type"));
    }
    Ok(numbers.ints().into_owned())
}

/// At most one of the keys is `...`.
fn one_ellipsis(gil: Gil<'_>, keys: &[Value]) -> Result<()> {
    if keys.iter().filter(|key| key.bits() == Bits::ELLIPSIS).count() > 1 {
        return Err(index_error(gil, "an index can only have a single ellipsis ('...')"));
    }
    Ok(())
}

/// Is the key made of ints, slices, None and `...` only?
fn is_basic(key: &Value) -> bool {
    match tuple::items_of(key) {
        Some(keys) => !keys.iter().any(|key| is_array(key) || tuple::items_of(key).is_some()),
        None => !is_array(key),
    }
}

fn is_array(key: &Value) -> bool {
    let is_truth = || super::scalar_kind(key) == Some(Kind::Bool);
    let is_array = key.downcast::<Matrix>().is_some_and(|matrix| !is_index(matrix));
    is_array || key.downcast::<List>().is_some() || key.downcast::<Range>().is_some() || is_truth()
}

/// An array without axes that holds an int is an index.
fn is_index(matrix: &Matrix) -> bool {
    matrix.shape.is_empty() && matrix.kind().is_int()
}

/// What one of several keys does.
enum Step {
    /// Places along an axis that pair up with those of other such keys: how far each leads, and their shape.
    Places(Vec<usize>, Vec<usize>),
    /// A new axis, or those of a slice: how far each index leads.
    Axis(Vec<usize>),
}

/// The part that several keys pick, arrays among them. What the arrays pick stands where they stand, or in front where
/// something else stands between them.
fn mixed(gil: Gil<'_>, shape: &[usize], keys: &[Value]) -> Result<Part> {
    let steps = steps(gil, shape, keys)?;
    let is_places = |step: &Step| matches!(step, Step::Places(..));
    let mut joined = Vec::new();
    let mut shapes = String::new();
    for step in &steps {
        if let Step::Places(_, shape) = step {
            shapes += &shape_text(shape);
            shapes.push(' ');
        }
    }
    for step in &steps {
        if let Step::Places(_, shape) = step {
            joined = joined_shape(gil, &joined, shape).map_err(|_| {
                let message = "shape mismatch: indexing arrays could not be broadcast together with shapes";
                index_error(gil, format!("{message} {shapes}"))
            })?;
        }
    }
    size_of(gil, &joined)?;
    let mut offsets = vec![0; joined.iter().product()];
    for step in &steps {
        if let Step::Places(leads, shape) = step {
            for (offset, at) in offsets.iter_mut().zip(places(shape, &joined)) {
                *offset += leads[at];
            }
        }
    }
    let first = steps.iter().position(is_places).unwrap_or(0);
    let last = steps.iter().rposition(is_places).unwrap_or(0);
    let is_block = steps[first..=last].iter().all(is_places);
    let at = if is_block { first } else { 0 };
    let mut part = Part { places: vec![0], shape: Vec::new() };
    let mut rest = steps.iter();
    for _ in 0..at {
        part.extend(gil, rest.next())?;
    }
    part.times(gil, &offsets, &joined)?;
    for step in rest {
        part.extend(gil, Some(step))?;
    }
    Ok(part)
}

impl Part {
    fn extend(&mut self, gil: Gil<'_>, step: Option<&Step>) -> Result<()> {
        match step {
            Some(Step::Axis(leads)) => self.times(gil, leads, &[leads.len()]),
            _ => Ok(()),
        }
    }

    /// Further axes: each place becomes so many.
    fn times(&mut self, gil: Gil<'_>, leads: &[usize], shape: &[usize]) -> Result<()> {
        self.shape.extend(shape);
        size_of(gil, &self.shape)?;
        self.places =
            self.places.iter().flat_map(|place| leads.iter().map(move |lead| place + lead)).collect();
        Ok(())
    }
}

/// What each key does; where the keys end, slices follow.
fn steps(gil: Gil<'_>, shape: &[usize], keys: &[Value]) -> Result<Vec<Step>> {
    one_ellipsis(gil, keys)?;
    let whole = Layout::whole(shape);
    let mut chosen: Vec<Option<Ref<Matrix>>> = Vec::new();
    let mut used = 0;
    for key in keys {
        let is_places = is_array(key) || tuple::items_of(key).is_some();
        let array = if is_places { Some(convert(gil, key, None)?) } else { None };
        used += match &array {
            Some(array) if array.kind() == Kind::Bool => array.shape.len(),
            _ => usize::from(!key.is_none() && key.bits() != Bits::ELLIPSIS),
        };
        chosen.push(array);
    }
    let count = shape.len();
    if used > count {
        let message =
            format!("too many indices for array: array is {count}-dimensional, but {used} were indexed");
        return Err(index_error(gil, message));
    }
    let along =
        |axis: usize| Step::Axis((0..shape[axis]).map(|index| index * whole.steps[axis] as usize).collect());
    let (mut steps, mut axis) = (Vec::new(), 0);
    for (key, array) in keys.iter().zip(&chosen) {
        if key.is_none() {
            steps.push(Step::Axis(vec![0]));
        } else if key.bits() == Bits::ELLIPSIS {
            steps.extend((axis..axis + count - used).map(along));
            axis += count - used;
        } else if let Some(array) = array {
            let numbers = array.numbers();
            if let Data::Bool(mask) = &*numbers {
                let size = array.shape.len();
                let of_mask = &shape[axis..axis + size];
                let part = masked(gil, of_mask, &array.shape, mask)?;
                let inner = whole.steps.get(axis + size.saturating_sub(1)).map_or(1, |&step| step as usize);
                let leads: Vec<usize> = part.places.iter().map(|place| place * inner).collect();
                steps.push(Step::Places(leads, part.shape));
                axis += size;
                continue;
            }
            let rows = indices(gil, &numbers)?
                .iter()
                .map(|&index| place(gil, index, shape[axis], axis))
                .collect::<Result<Vec<_>>>()?;
            let leads = rows.iter().map(|row| row * whole.steps[axis] as usize).collect();
            steps.push(Step::Places(leads, array.shape.clone()));
            axis += 1;
        } else if let Some(slice) = key.downcast::<Slice>() {
            let step = whole.steps[axis] as usize;
            steps.push(Step::Axis(
                slice::resolve(gil, slice, shape[axis])?.positions().map(|index| index * step).collect(),
            ));
            axis += 1;
        } else {
            let row = place(gil, index_of(gil, key)?, shape[axis], axis)?;
            steps.push(Step::Places(vec![row * whole.steps[axis] as usize], Vec::new()));
            axis += 1;
        }
    }
    steps.extend((axis..count).map(along));
    Ok(steps)
}

/// The part that ints, slices, None and `...` pick.
fn basic(gil: Gil<'_>, layout: &Layout, key: &Value) -> Result<Layout> {
    let keys = tuple::items_of(key).unwrap_or_else(|| vec![key.clone()]);
    one_ellipsis(gil, &keys)?;
    let count = layout.shape.len();
    let used = keys.iter().filter(|key| !key.is_none() && key.bits() != Bits::ELLIPSIS).count();
    if used > count {
        let message =
            format!("too many indices for array: array is {count}-dimensional, but {used} were indexed");
        return Err(index_error(gil, message));
    }
    let mut part = Layout { start: layout.start, shape: Vec::new(), steps: Vec::new() };
    let mut axis = 0;
    let keep = |part: &mut Layout, axes: std::ops::Range<usize>| {
        part.shape.extend(&layout.shape[axes.clone()]);
        part.steps.extend(&layout.steps[axes]);
    };
    for key in &keys {
        if key.is_none() {
            part.shape.push(1);
            part.steps.push(0);
            continue;
        }
        if key.bits() == Bits::ELLIPSIS {
            keep(&mut part, axis..axis + count - used);
            axis += count - used;
            continue;
        }
        let (side, step) = (layout.shape[axis], layout.steps[axis]);
        let first = if let Some(slice) = key.downcast::<Slice>() {
            let indices = slice::resolve(gil, slice, side)?;
            part.shape.push(indices.length);
            part.steps.push(step * indices.step as isize);
            if indices.length == 0 { 0 } else { indices.start as isize }
        } else {
            place(gil, index_of(gil, key)?, side, axis)? as isize
        };
        part.start = (part.start as isize + first * step) as usize;
        axis += 1;
    }
    keep(&mut part, axis..count);
    Ok(part)
}

/// A key that is an int.
fn index_of(gil: Gil<'_>, key: &Value) -> Result<i64> {
    if key.class(gil).slots.index.get().is_none() {
        let message = "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean \
                       arrays are valid indices";
        return Err(index_error(gil, message));
    }
    int::as_index(gil, key)
}

fn place(gil: Gil<'_>, index: i64, side: usize, axis: usize) -> Result<usize> {
    let place = if index < 0 { index + side as i64 } else { index };
    if (0..side as i64).contains(&place) {
        return Ok(place as usize);
    }
    Err(index_error(gil, format!("index {index} is out of bounds for axis {axis} with size {side}")))
}

fn masked(gil: Gil<'_>, shape: &[usize], mask_shape: &[usize], mask: &[bool]) -> Result<Part> {
    if !shape.starts_with(mask_shape) {
        let odd = mask_shape.iter().zip(shape).position(|(mask, side)| mask != side);
        let message = match odd {
            Some(axis) => format!(
                "boolean index did not match indexed array along axis {axis}; size of axis is {} but size of \
                 corresponding boolean axis is {}",
                shape[axis], mask_shape[axis]
            ),
            None => format!(
                "too many indices for array: array is {}-dimensional, but {} were indexed",
                shape.len(),
                mask_shape.len()
            ),
        };
        return Err(index_error(gil, message));
    }
    let rest = &shape[mask_shape.len()..];
    let step: usize = rest.iter().product();
    let picked: Vec<usize> = (0..mask.len()).filter(|&place| mask[place]).collect();
    let shape = [picked.len()].into_iter().chain(rest.iter().copied()).collect();
    Ok(Part { places: picked.iter().flat_map(|place| place * step..(place + 1) * step).collect(), shape })
}

fn taken(gil: Gil<'_>, shape: &[usize], chosen_shape: &[usize], chosen: &[i64]) -> Result<Part> {
    let Some((&side, rest)) = shape.split_first() else {
        return Err(index_error(
            gil,
            "too many indices for array: array is 0-dimensional, but 1 were indexed",
        ));
    };
    let step: usize = rest.iter().product();
    let rows = chosen.iter().map(|&index| place(gil, index, side, 0)).collect::<Result<Vec<usize>>>()?;
    let shape = chosen_shape.iter().chain(rest).copied().collect();
    Ok(Part { places: rows.iter().flat_map(|row| row * step..(row + 1) * step).collect(), shape })
}

/// `matrix[key]`.
pub fn get(gil: Gil<'_>, matrix: &Ref<Matrix>, key: &Value) -> Result<Value> {
    if is_basic(key) {
        let (base, layout) = Matrix::laid_out(matrix);
        let part = basic(gil, &layout, key)?;
        if part.shape.is_empty() && !has_ellipsis(key) {
            let part = Matrix { shape: Vec::new(), source: Source::View(base.clone(), part) };
            let Operand { data, layout } = part.lent();
            return Ok(number_value(gil, &data.owned(), layout.start));
        }
        return Ok(view::of_part(gil, base, part));
    }
    let part = part(gil, &matrix.shape, key)?;
    let picked = matrix.lent().picked(&part.places);
    Ok(result(gil, part.shape, picked))
}

/// A number picked with `...` stays an array.
fn has_ellipsis(key: &Value) -> bool {
    let is_ellipsis = |key: &Value| key.bits() == Bits::ELLIPSIS;
    tuple::items_of(key).map_or(is_ellipsis(key), |keys| keys.iter().any(is_ellipsis))
}

/// `matrix[key] = value`.
pub fn set(gil: Gil<'_>, matrix: &Ref<Matrix>, key: &Value, value: &Value) -> Result<()> {
    if matrix.is_read_only() {
        return Err(value_error(gil, "assignment destination is read-only"));
    }
    let (base, layout) = Matrix::laid_out(matrix);
    if is_basic(key) {
        let part = basic(gil, &layout, key)?;
        let value = convert(gil, value, Some(matrix.kind()))?;
        broadcasts(gil, &value.shape, &part.shape)?;
        base.write(&part, &value.operand().broadcast(&part.shape));
        return Ok(());
    }
    let part = part(gil, &matrix.shape, key)?;
    let value = convert(gil, value, Some(matrix.kind()))?;
    if let Err(raised) = broadcasts(gil, &value.shape, &part.shape) {
        return Err(misfit(gil, key, &value, &part).unwrap_or(raised));
    }
    let all = layout.places();
    let picked: Vec<usize> = part.places.iter().map(|&place| all[place]).collect();
    let numbers = value.operand().broadcast(&part.shape);
    let sources = numbers.layout.places();
    base.put(&picked, &numbers.data.owned(), &sources);
    Ok(())
}

/// Values that do not fit what a mask or arrays of places pick, in numpy's words.
fn misfit(gil: Gil<'_>, key: &Value, value: &Matrix, part: &Part) -> Option<Raised> {
    let mask = key.downcast::<Matrix>().filter(|mask| mask.kind() == Kind::Bool);
    if mask.is_some() && value.shape.len() == 1 && part.shape.len() == 1 {
        let message = format!(
            "NumPy boolean array indexing assignment cannot assign {} input values to the {} output values where the \
             mask is true",
            value.size(),
            part.places.len()
        );
        return Some(value_error(gil, message));
    }
    let (value, part) = (shape_text(&value.shape), shape_text(&part.shape));
    let message = format!(
        "shape mismatch: value array of shape {value} could not be broadcast to indexing result of shape {part}"
    );
    Some(value_error(gil, message))
}

/// Can values of a shape be written to a part of another?
fn broadcasts(gil: Gil<'_>, from: &[usize], to: &[usize]) -> Result<()> {
    let extra = from.len().saturating_sub(to.len());
    let fits = from[..extra].iter().all(|&side| side == 1)
        && from.iter().rev().zip(to.iter().rev()).all(|(from, to)| from == to || *from == 1);
    if fits && extra == 0 {
        return Ok(());
    }
    let (from, to) = (shape_text(from), shape_text(to));
    Err(value_error(gil, format!("could not broadcast input array from shape {from} into shape {to}")))
}

/// The parts along the first axis.
pub fn rows(gil: Gil<'_>, matrix: &Ref<Matrix>) -> Result<Vec<Value>> {
    let count = matrix.shape.first().copied().unwrap_or(0);
    (0..count).map(|row| get(gil, matrix, &int::from_usize(gil, row))).collect()
}
