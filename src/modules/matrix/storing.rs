//! Arrays as bytes: for files, pickles, and memory that others see as well.

use std::sync::Arc;

use super::data::{Data, Kind, Number, of_kind};
use super::shared::Held;
use super::view::{Exposure, Layout, Operand, Source};
use super::{Matrix, kind_of, of, result, shape_of, shape_value, size_of};
use crate::gil::Gil;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Exposed, Parameters, Payload, Ref, Result, Type, Value, intern, operations};
use crate::types::memoryview::MemoryView;
use crate::types::{buffer, bytes, int, module, str, tuple};

/// Bytes of an object, from a place to another.
struct Piece {
    object: Value,
    start: usize,
    end: usize,
}

/// The object whose bytes are meant, and where among them they begin and end.
fn exposing(gil: Gil<'_>, value: &Value) -> Result<Piece> {
    if let Some(view) = value.downcast::<MemoryView>() {
        if let Some((object, start)) = view.target() {
            return Ok(Piece { object, start, end: start + view.length_in_bytes() });
        }
        let is_released = operations::find_named(gil, value, "nbytes").is_err();
        let message = if is_released {
            "operation forbidden on released memoryview object"
        } else {
            "ndarray is not C-contiguous"
        };
        return Err(value_error(gil, message));
    }
    match value.exposed() {
        Some(exposed) => Ok(Piece { object: value.clone(), start: 0, end: exposed.length() }),
        None => {
            let name = value.class(gil).name();
            Err(type_error(gil, format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

/// An array of numbers that lie in another object's bytes; writing here writes there. A memoryview that keeps the object
/// says whether that is allowed.
fn over(
    gil: Gil<'_>,
    object: Value,
    kind: Kind,
    offset: usize,
    shape: Vec<usize>,
    keeper: Option<Value>,
) -> Ref<Matrix> {
    let exposure = Exposure::new(object, kind, offset, keeper);
    if let Some(part) = part_of_array(gil, &exposure, &shape) {
        return part;
    }
    Ref::new(gil, Matrix { shape, source: Source::Bytes(exposure) })
}

/// The part itself, if the bytes are those of an array whose numbers lie side by side and are of that kind.
fn part_of_array(gil: Gil<'_>, exposure: &Exposure, shape: &[usize]) -> Option<Ref<Matrix>> {
    let Exposure { object, kind, offset, read_only, .. } = exposure;
    let matrix = object.downcast::<Matrix>().filter(|matrix| matrix.kind() == *kind)?;
    let (base, layout) = Matrix::laid_out(matrix);
    let is_same = layout.is_contiguous() && *read_only == Matrix::is_read_only(matrix);
    if !is_same || !offset.is_multiple_of(kind.size()) {
        return None;
    }
    let part = Layout { start: layout.start + offset / kind.size(), ..Layout::whole(shape) };
    Some(Ref::new(gil, Matrix { shape: shape.to_vec(), source: Source::View(base.clone(), part) }))
}

/// A memoryview of an object that exposes bytes.
pub fn memory_view(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = MemoryView::layout().exact.get(gil).class().clone().into_value();
    operations::call_one(gil, &class, value)
}

/// The array over the items of a memoryview, or of an object that others may write to; none for other values.
pub fn of_items(gil: Gil<'_>, value: &Value) -> Result<Option<Ref<Matrix>>> {
    let is_exposed = value.exposed().is_some() && value.downcast::<bytes::Bytes>().is_none();
    if !is_exposed && value.downcast::<MemoryView>().is_none() {
        return Ok(None);
    }
    let keeper = memory_view(gil, value)?;
    let Some(items) = keeper.downcast::<MemoryView>().and_then(|view| view.items()) else { return Ok(None) };
    let Some(kind) = Kind::of_letter(items.letter, items.size) else { return Ok(None) };
    let size = kind.size() as i64;
    let mut layout = Layout::whole(&items.sides);
    let rows = items.sides.first().map_or(1, |&rows| rows.max(1)) as i64;
    layout.steps[0] = (items.step / size) as isize;
    let lowest = items.start + ((rows - 1) * items.step).min(0);
    let count = ((rows - 1) * items.step).abs() / size + layout.shape[1..].iter().product::<usize>() as i64;
    layout.start = ((items.start - lowest) / size) as usize;
    if layout.size() == 0 || layout.start == 0 && layout.is_contiguous() {
        return Ok(Some(over(gil, items.object, kind, lowest as usize, items.sides, Some(keeper))));
    }
    let base = over(gil, items.object, kind, lowest as usize, vec![count as usize], Some(keeper));
    let base_layout = Matrix::laid_out(&base).1;
    layout.start += base_layout.start;
    let base = Matrix::laid_out(&base).0.clone();
    let shape = layout.shape.clone();
    Ok(Some(Ref::new(gil, Matrix { shape, source: Source::View(base, layout) })))
}

/// An offset or a count that is not negative.
fn natural(gil: Gil<'_>, value: Option<&Value>, what: &str) -> Result<usize> {
    let number = value.map_or(Ok(0), |value| int::to_size(gil, value))?;
    usize::try_from(number).map_err(|_| value_error(gil, format!("{what} must be non-negative")))
}

/// `frombuffer(buffer, dtype, count, offset)`.
pub fn from_buffer(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static FROM: Parameters<4> = Parameters::new(["buffer", "dtype", "count", "offset"], 1);
    let [value, kind, count, offset] = arguments.bind(gil, "frombuffer", &FROM)?;
    let kind = kind_of(gil, kind)?.unwrap_or(Kind::Float64);
    let none = Value::NONE;
    let value = value.unwrap_or(&none);
    let Piece { object, start, end } = exposing(gil, value)?;
    let offset = natural(gil, offset, "offset")?;
    let length = end - start;
    if offset > length {
        let message = format!("offset must be non-negative and no greater than buffer length ({length})");
        return Err(value_error(gil, message));
    }
    let rest = length - offset;
    let count = count.map_or(Ok(-1), |count| int::to_size(gil, count))?;
    let count = match usize::try_from(count) {
        Ok(count) if count.checked_mul(kind.size()).is_none_or(|size| size > rest) => {
            return Err(value_error(gil, "buffer is smaller than requested size"));
        }
        Ok(count) => count,
        Err(_) if !rest.is_multiple_of(kind.size()) => {
            return Err(value_error(gil, "buffer size must be a multiple of element size"));
        }
        Err(_) => rest / kind.size(),
    };
    let keeper = memory_view(gil, value)?;
    Ok(over(gil, object, kind, start + offset, vec![count], Some(keeper)).into_value())
}

/// `ndarray(shape, dtype, buffer, offset, strides, order)`.
pub fn new(gil: Gil<'_>, _class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    static NEW: Parameters<6> =
        Parameters::new(["shape", "dtype", "buffer", "offset", "strides", "order"], 1);
    let [shape, kind, object, offset, steps, _] = arguments.bind(gil, "ndarray", &NEW)?;
    if steps.is_some_and(|steps| !steps.is_none()) {
        return Err(type_error(gil, "ndarray() with strides is not supported"));
    }
    let shape = shape_of(gil, shape.unwrap_or(&Value::NONE))?;
    let kind = kind_of(gil, kind)?.unwrap_or(Kind::Float64);
    let size = size_of(gil, &shape)?;
    let Some(object) = object.filter(|object| !object.is_none()) else {
        let zeros = super::filled(gil, size, false)?;
        return Ok(of(gil, shape, Data::Bool(zeros).cast(kind)));
    };
    let value = object;
    let Piece { object, start, end } = exposing(gil, value)?;
    let offset = natural(gil, offset, "offset")?;
    if size.saturating_mul(kind.size()).saturating_add(offset) > end - start {
        return Err(type_error(gil, "buffer is too small for requested array"));
    }
    // As in numpy, a memoryview is not kept here: what it sees can be closed. Where its bytes are gone there are zeros.
    let reading_only = value.downcast::<MemoryView>().filter(|view| view.is_read_only());
    let keeper = reading_only.map(|_| memory_view(gil, value)).transpose()?;
    Ok(over(gil, object, kind, start + offset, shape, keeper).into_value())
}

/// `array.tobytes(order)`.
pub fn to_bytes(gil: Gil<'_>, matrix: &Matrix) -> Value {
    let numbers = matrix.numbers();
    let made = super::run(gil, numbers.length(), move || numbers.bytes());
    bytes::of(gil, made)
}

/// `_restore(dtype, shape, bytes)`: what a pickle holds.
pub fn restore(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [kind, shape, contents] = arguments.exactly(gil, "_restore")?;
    let kind = kind_of(gil, Some(kind))?.unwrap_or(Kind::Float64);
    let shape = shape_of(gil, shape)?;
    let size = size_of(gil, &shape)?;
    let data = buffer::with(contents, |bytes| Data::from_bytes(kind, bytes));
    match data {
        Some(data) if data.length() == size => Ok(of(gil, shape, data)),
        _ => Err(value_error(gil, "the bytes are not those of an array of this shape and dtype")),
    }
}

/// `__reduce__`: how an array is pickled.
pub fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "__reduce__")?;
    let Some(matrix) = value.downcast::<Matrix>() else { return super::scalar::reduce(gil, value) };
    let module = module::import(gil, "matrix")?;
    let restore = operations::get_attribute(gil, &module, &intern(gil, "_restore"))?;
    let kind = str::new_text(gil, matrix.kind().name());
    let parts = vec![kind, shape_value(gil, &matrix.shape), to_bytes(gil, matrix)];
    Ok(tuple::pair(gil, restore, tuple::of(gil, parts)))
}

/// `view(dtype)`: the same numbers in a view; the same bytes as another kind in a copy.
pub fn view(gil: Gil<'_>, matrix: &Ref<Matrix>, kind: Option<Kind>) -> Result<Value> {
    let (base, layout) = Matrix::laid_out(matrix);
    let Some(kind) = kind.filter(|&kind| kind != matrix.kind()) else {
        return Ok(super::view::of_part(gil, base, layout));
    };
    let bytes = matrix.numbers().bytes();
    let mut shape = matrix.shape.clone();
    if kind.size() != matrix.kind().size() {
        let Some(last) = shape.last_mut() else {
            let message = "Changing the dtype of a 0d array is only supported if the itemsize is unchanged";
            return Err(value_error(gil, message));
        };
        let length = *last * matrix.kind().size();
        if !length.is_multiple_of(kind.size()) {
            let message = "When changing to a larger dtype, its size must be a divisor of the total size in bytes of \
                           the last axis of the array.";
            return Err(value_error(gil, message));
        }
        *last = length / kind.size();
    }
    Ok(result(gil, shape, Data::from_bytes(kind, &bytes)))
}

impl Exposed for Matrix {
    fn length(&self) -> usize {
        self.size() * self.kind().size()
    }

    fn is_read_only(&self) -> bool {
        Matrix::is_read_only(self)
    }

    fn item(&self) -> (u8, usize) {
        match self.kind() {
            Kind::Complex128 => (b'B', 1),
            kind => (kind.own_letter() as u8, kind.size()),
        }
    }

    fn sides(&self) -> Vec<usize> {
        let has_items = self.kind() != Kind::Complex128 && self.size() > 0;
        if has_items { self.shape.clone() } else { Vec::new() }
    }

    fn read(&self, place: usize, into: &mut [u8]) -> bool {
        let size = self.kind().size();
        let Some(end) = place.checked_add(into.len()).filter(|&end| end <= Exposed::length(self)) else {
            return false;
        };
        let range = place / size..end.div_ceil(size);
        let start = place - range.start * size;
        let bytes = stretch(&self.lent(), range).bytes();
        into.copy_from_slice(&bytes[start..start + into.len()]);
        true
    }

    fn write(&self, place: usize, from: &[u8]) -> bool {
        let size = self.kind().size();
        let Some(end) = place.checked_add(from.len()).filter(|&end| end <= Exposed::length(self)) else {
            return false;
        };
        if Matrix::is_read_only(self) {
            return false;
        }
        let range = place / size..end.div_ceil(size);
        let mut bytes = from.to_vec();
        if bytes.len() < range.len() * size {
            bytes = stretch(&self.lent(), range.clone()).bytes();
            let start = place - range.start * size;
            bytes[start..start + from.len()].copy_from_slice(from);
        }
        let data = Held::Own(Arc::new(Data::from_bytes(self.kind(), &bytes)));
        let layout = match &self.source {
            Source::View(_, layout) => layout.clone(),
            _ => Layout::whole(&self.shape),
        };
        let side_by_side = |start: usize, count: usize| Layout { start, shape: vec![count], steps: vec![1] };
        if layout.is_contiguous() {
            let from = Operand { data, layout: side_by_side(0, range.len()) };
            Matrix::write(self, &side_by_side(layout.start + range.start, range.len()), &from);
            return true;
        }
        for (index, source) in range.zip(0..) {
            let from = Operand { data: data.clone(), layout: side_by_side(source, 1) };
            Matrix::write(self, &side_by_side(layout.place(index), 1), &from);
        }
        true
    }
}

/// Numbers that follow each other in the order of the indices.
fn stretch(operand: &Operand, range: std::ops::Range<usize>) -> Data {
    fn read<T: Number>(operand: &Operand, range: std::ops::Range<usize>) -> Data {
        let (numbers, layout) = operand.numbers::<T>();
        let mut read = Vec::with_capacity(range.len());
        if layout.is_contiguous() {
            numbers.append(&mut read, layout.start + range.start, 1, range.len());
        } else {
            range.for_each(|index| numbers.append(&mut read, layout.place(index), 1, 1));
        }
        T::data(read)
    }
    of_kind!(operand.data.kind(), T => read::<T>(operand, range))
}
