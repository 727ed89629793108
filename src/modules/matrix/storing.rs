//! Arrays as bytes: for files, pickles, and memory that others see as well.

use super::data::{Data, Kind};
use super::view::{Exposure, Layout, Operand, Source};
use super::{Matrix, kind_of, of, result, shape_of, shape_value, size_of};
use crate::gil::Gil;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Exposed, Parameters, Ref, Result, Type, Value, intern, operations};
use crate::types::memoryview::MemoryView;
use crate::types::{buffer, bytes, int, module, str, tuple};

/// The object whose bytes are meant, and where among them they begin and end.
fn exposing(gil: Gil<'_>, value: &Value) -> Result<(Value, usize, usize)> {
    if let Some(view) = value.downcast::<MemoryView>() {
        if let Some((object, start)) = view.target() {
            return Ok((object, start, start + view.length_in_bytes()));
        }
        return Err(value_error(gil, "ndarray is not C-contiguous"));
    }
    match value.exposed() {
        Some(exposed) => Ok((value.clone(), 0, exposed.length())),
        None => {
            let name = value.class(gil).name();
            Err(type_error(gil, format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

/// An array of numbers that lie in another object's bytes; writing here writes there.
fn over(gil: Gil<'_>, object: Value, kind: Kind, offset: usize, shape: Vec<usize>) -> Value {
    let source = Source::Bytes(Exposure::new(object, kind, offset));
    Ref::new(gil, Matrix { shape, source }).into_value()
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
    let (object, start, end) = exposing(gil, value.unwrap_or(&Value::NONE))?;
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
    Ok(over(gil, object, kind, start + offset, vec![count]))
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
    let (object, start, end) = exposing(gil, object)?;
    let offset = natural(gil, offset, "offset")?;
    if size.saturating_mul(kind.size()).saturating_add(offset) > end - start {
        return Err(type_error(gil, "buffer is too small for requested array"));
    }
    Ok(over(gil, object, kind, start + offset, shape))
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
            Kind::Int64 => (b'q', 8),
            Kind::Uint64 => (b'Q', 8),
            kind => (kind.own_letter() as u8, kind.size()),
        }
    }

    fn read(&self, place: usize, into: &mut [u8]) -> bool {
        let size = self.kind().size();
        let Some(end) = place.checked_add(into.len()).filter(|&end| end <= Exposed::length(self)) else {
            return false;
        };
        let range = place / size..end.div_ceil(size);
        let bytes = self.numbers().range(range.clone()).bytes();
        let start = place - range.start * size;
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
        let numbers = self.numbers();
        let mut bytes = numbers.range(range.clone()).bytes();
        let start = place - range.start * size;
        bytes[start..start + from.len()].copy_from_slice(from);
        let data = std::sync::Arc::new(Data::from_bytes(self.kind(), &bytes));
        drop(numbers);
        let places = match &self.source {
            Source::View(_, layout) => layout.clone(),
            _ => Layout::whole(&self.shape),
        };
        let all = places.places();
        for (&to, index) in all[range].iter().zip(0..) {
            let place = Layout { start: to, shape: vec![1], steps: vec![1] };
            let layout = Layout { start: index, shape: vec![1], steps: vec![1] };
            Matrix::write(self, &place, &Operand { data: data.clone(), layout });
        }
        true
    }
}
