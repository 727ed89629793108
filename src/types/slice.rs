//! `slice`, and what a slice means for a sequence of some length.

use dashu_int::{IBig, Sign};

use super::int;
use super::tuple;
use crate::gil::Gil;
use crate::object::class::Type;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{type_error, value_error};
use crate::object::{
    Arguments, Comparison, Payload, Ref, Result, SlotTable, Storage, Value, Visit, operations,
};
use crate::payload;

/// The payload of `slice`.
pub struct Slice {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

impl Payload for Slice {
    payload!(Slice, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.start);
        visit(&self.stop);
        visit(&self.step);
    }
}

/// A slice.
pub fn of(gil: Gil<'_>, start: Value, stop: Value, step: Value) -> Value {
    Ref::new(gil, Slice { start, stop, step }).into_value()
}

/// What a slice picks of a sequence: `length` items from `start` on, `step` apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indices {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    pub length: usize,
}

impl Indices {
    /// The positions in order.
    pub fn positions(self) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator {
        (0..self.length).map(move |count| (self.start + count as i64 * self.step) as usize)
    }

    /// The span of positions, where the step is one.
    pub fn span(self) -> std::ops::Range<usize> {
        self.start as usize..self.start as usize + self.length
    }
}

/// What a slice picks of a sequence of this length.
pub fn resolve(gil: Gil<'_>, slice: &Slice, length: usize) -> Result<Indices> {
    let (start, stop, step) = bounds(gil, slice)?;
    Ok(adjust(start, stop, step, length))
}

/// Start, stop and step as numbers, each None where left out. They may run Python code, so a sequence asks for its
/// length only afterwards.
pub fn bounds(gil: Gil<'_>, slice: &Slice) -> Result<(Option<i64>, Option<i64>, i64)> {
    let step = match optional(gil, &slice.step)? {
        None => 1,
        Some(0) => return Err(value_error(gil, "slice step cannot be zero")),
        Some(step) => step.max(-i64::MAX),
    };
    Ok((optional(gil, &slice.start)?, optional(gil, &slice.stop)?, step))
}

fn optional(gil: Gil<'_>, value: &Value) -> Result<Option<i64>> {
    if value.is_none() {
        return Ok(None);
    }
    if let Some(number) = value.bits().as_int() {
        return Ok(Some(number));
    }
    if int::number(value).is_none() && value.class(gil).slots.index.get().is_none() {
        let message = "slice indices must be integers or None or have an __index__ method";
        return Err(type_error(gil, message));
    }
    int::clamped(gil, value).map(Some)
}

/// What these bounds pick of a sequence of this length.
pub fn adjust(start: Option<i64>, stop: Option<i64>, step: i64, length: usize) -> Indices {
    let size = length as i64;
    let (least, most) = if step < 0 { (-1, size - 1) } else { (0, size) };
    let clip = |bound: i64| {
        let bound = if bound < 0 { bound.saturating_add(size) } else { bound };
        bound.clamp(least, most.max(least))
    };
    let start = start.map_or(if step < 0 { most } else { least }, clip);
    let stop = stop.map_or(if step < 0 { least } else { most }, clip);
    let distance = if step < 0 { start - stop } else { stop - start };
    let length = if distance <= 0 { 0 } else { ((distance - 1) as u64 / step.unsigned_abs() + 1) as usize };
    Indices { start, stop, step, length }
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Slice>> {
    value.downcast().ok_or_else(|| {
        let name = value.class(gil).name();
        type_error(gil, format!("descriptor requires a 'slice' object but received a '{name}'"))
    })
}

fn new(gil: Gil<'_>, _class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let none = || Value::NONE;
    Ok(match arguments.between(gil, "slice", 1, 3)? {
        [stop] => of(gil, none(), stop.clone(), none()),
        [start, stop] => of(gil, start.clone(), stop.clone(), none()),
        [start, stop, step, ..] => of(gil, start.clone(), stop.clone(), step.clone()),
        [] => of(gil, none(), none(), none()),
    })
}

fn parts(gil: Gil<'_>, slice: &Ref<Slice>) -> Value {
    tuple::of(gil, vec![slice.start.clone(), slice.stop.clone(), slice.step.clone()])
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let slice = this(gil, value)?;
    crate::object::recursion::enter(gil)?;
    let [start, stop, step] =
        [&slice.start, &slice.stop, &slice.step].map(|part| operations::repr(gil, part));
    let text = format!("slice({}, {}, {})", start?.lossy(), stop?.lossy(), step?.lossy());
    Ok(Ref::text(gil, &text).into_value())
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let (Some(left), Some(right)) = (left.downcast::<Slice>(), right.downcast::<Slice>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    operations::compare(gil, comparison, &parts(gil, left), &parts(gil, right))
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    operations::hash(gil, &parts(gil, this(gil, value)?))
}

/// `slice.indices(length)`, for numbers of any size.
fn indices(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, length] = arguments.method(gil, "indices")?;
    let length = int::index_big(gil, length)?;
    if length.sign() == Sign::Negative {
        return Err(value_error(gil, "length should not be negative"));
    }
    let (start, stop, step) = big_bounds(gil, this(gil, value)?, &length)?;
    Ok(tuple::of(gil, [start, stop, step].into_iter().map(|number| int::from_big(gil, number)).collect()))
}

/// Start, stop and step for a sequence of any length.
pub fn big_bounds(gil: Gil<'_>, slice: &Slice, length: &IBig) -> Result<(IBig, IBig, IBig)> {
    let read = |value: &Value| -> Result<Option<IBig>> {
        if value.is_none() {
            return Ok(None);
        }
        if int::number(value).is_none() && value.class(gil).slots.index.get().is_none() {
            let message = "slice indices must be integers or None or have an __index__ method";
            return Err(type_error(gil, message));
        }
        int::index_big(gil, value).map(Some)
    };
    let step = read(&slice.step)?.unwrap_or(IBig::ONE);
    if step.is_zero() {
        return Err(value_error(gil, "slice step cannot be zero"));
    }
    let down = step.sign() == Sign::Negative;
    let (least, most) = if down { (IBig::NEG_ONE, length - IBig::ONE) } else { (IBig::ZERO, length.clone()) };
    let clip = |bound: IBig| {
        let bound = if bound.sign() == Sign::Negative { bound + length } else { bound };
        bound.clamp(least.clone(), most.clone().max(least.clone()))
    };
    let start = read(&slice.start)?.map_or(if down { most.clone() } else { least.clone() }, clip);
    let stop = read(&slice.stop)?.map_or(if down { least.clone() } else { most.clone() }, clip);
    Ok((start, stop, step))
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    Ok(tuple::of(gil, vec![value.class(gil).to_value(), parts(gil, this(gil, value)?)]))
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "slice",
    module: "builtins",
    signature: "",
    doc: "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. \
          a[0:10:2]).",
    base: None,
    layout: Slice::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable {
        new: Some(new),
        repr: Some(repr),
        compare: Some(compare),
        hash: Some(hash),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new(
            "indices",
            "",
            "S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and \
             stop\nindices, and the stride length of the extended slice described by\nS. Out of bounds indices are \
             clipped in a manner consistent with the\nhandling of normal slices.",
            indices,
        ),
        Function::new("__reduce__", "", "Return state information for pickling.", reduce),
    ],
    attributes: &[
        Attribute::member("start", "", |gil, value| Ok(this(gil, value)?.start.clone())),
        Attribute::member("stop", "", |gil, value| Ok(this(gil, value)?.stop.clone())),
        Attribute::member("step", "", |gil, value| Ok(this(gil, value)?.step.clone())),
    ],
};
