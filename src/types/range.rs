//! `range` and its iterators.
//!
//! A range keeps start, stop and step as ints of any size; one whose numbers all have 64 bits is iterated by a
//! [`RangeIterator`], which the machine reads directly.

use std::cell::{Cell, RefCell};

use dashu_int::{IBig, Sign};

use super::int::{self, arithmetic::floor_big};
use super::slice::{self, Slice};
use super::tuple;
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{index_error, overflow_error, type_error, value_error};
use crate::object::{
    Arguments, Bits, Comparison, Payload, Ref, Result, SlotTable, Storage, Value, operations,
};
use crate::payload;

/// The payload of `range`.
pub struct Range {
    numbers: Numbers,
}

/// The numbers of a range: start, stop, step, and how many it has.
enum Numbers {
    /// Invariant: `start + step * length` and `start - step` have 64 bits.
    Small {
        start: i64,
        stop: i64,
        step: i64,
        length: i64,
    },
    Big(Box<[IBig; 4]>),
}

impl Payload for Range {
    payload!(Range, untracked);
}

/// The payload of the iterator of a range of 64-bit numbers.
///
/// Invariant: `next + step * (remaining - 1)` has 64 bits.
pub struct RangeIterator {
    pub next: Cell<i64>,
    pub step: i64,
    pub remaining: Cell<u64>,
}

impl Payload for RangeIterator {
    payload!(RangeIterator, untracked);
}

/// The payload of the iterator of a range of larger numbers.
pub struct BigRangeIterator {
    next: RefCell<IBig>,
    step: IBig,
    remaining: RefCell<IBig>,
}

impl Payload for BigRangeIterator {
    payload!(BigRangeIterator, untracked);
}

impl Numbers {
    /// The numbers in 64 bits, if they are as demanded there; the step is not zero.
    fn small(start: i64, stop: i64, step: i64) -> Option<Numbers> {
        let (from, to, by) = (i128::from(start), i128::from(stop), i128::from(step));
        let distance = if by < 0 { from - to } else { to - from };
        let length = if distance > 0 { (distance - 1) / by.abs() + 1 } else { 0 };
        i64::try_from(from + by * length).and_then(|_| i64::try_from(from - by)).ok()?;
        Some(Numbers::Small { start, stop, step, length: i64::try_from(length).ok()? })
    }
}

impl Range {
    /// A range; the step is not zero.
    pub fn new(start: IBig, stop: IBig, step: IBig) -> Range {
        if let (Ok(from), Ok(to), Ok(by)) =
            (i64::try_from(&start), i64::try_from(&stop), i64::try_from(&step))
            && let Some(numbers) = Numbers::small(from, to, by)
        {
            return Range { numbers };
        }
        let down = step.sign() == Sign::Negative;
        let distance = if down { &start - &stop } else { &stop - &start };
        let length = if distance > IBig::ZERO {
            let size = if down { -&step } else { step.clone() };
            (distance - IBig::ONE) / size + IBig::ONE
        } else {
            IBig::ZERO
        };
        Range { numbers: Numbers::Big(Box::new([start, stop, step, length])) }
    }

    /// The first number.
    pub fn start(&self) -> IBig {
        match &self.numbers {
            Numbers::Small { start, .. } => IBig::from(*start),
            Numbers::Big(numbers) => numbers[0].clone(),
        }
    }

    /// The number that is not reached.
    pub fn stop(&self) -> IBig {
        match &self.numbers {
            Numbers::Small { stop, .. } => IBig::from(*stop),
            Numbers::Big(numbers) => numbers[1].clone(),
        }
    }

    /// The distance of two numbers.
    pub fn step(&self) -> IBig {
        match &self.numbers {
            Numbers::Small { step, .. } => IBig::from(*step),
            Numbers::Big(numbers) => numbers[2].clone(),
        }
    }

    /// How many numbers there are.
    pub fn length(&self) -> IBig {
        match &self.numbers {
            Numbers::Small { length, .. } => IBig::from(*length),
            Numbers::Big(numbers) => numbers[3].clone(),
        }
    }

    /// The number at a position.
    fn at(&self, position: &IBig) -> IBig {
        self.start() + self.step() * position
    }

    /// The position of a number that is in it.
    fn position(&self, gil: Gil<'_>, number: &IBig) -> Option<IBig> {
        let (position, rest) = floor_big(gil, &(number - self.start()), &self.step(), "").ok()?;
        (rest.is_zero() && position >= IBig::ZERO && position < self.length()).then_some(position)
    }
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Range>> {
    value.downcast().ok_or_else(|| {
        let name = value.class(gil).name();
        type_error(gil, format!("descriptor requires a 'range' object but received a '{name}'"))
    })
}

fn new(gil: Gil<'_>, _class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "range", 1, 3)?;
    if let Some(range) = of_small(values) {
        return Ok(Ref::new(gil, range).into_value());
    }
    let numbers = values.iter().map(|value| int::index_big(gil, value)).collect::<Result<Vec<IBig>>>()?;
    let mut numbers = numbers.into_iter();
    let (start, stop, step) = match (numbers.next(), numbers.next(), numbers.next()) {
        (Some(stop), None, _) => (IBig::ZERO, stop, IBig::ONE),
        (Some(start), Some(stop), step) => (start, stop, step.unwrap_or(IBig::ONE)),
        _ => (IBig::ZERO, IBig::ZERO, IBig::ONE),
    };
    if step.is_zero() {
        return Err(value_error(gil, "range() arg 3 must not be zero"));
    }
    Ok(Ref::new(gil, Range::new(start, stop, step)).into_value())
}

/// The range with these arguments, if they are small ints and the step is not zero.
fn of_small(values: &[Value]) -> Option<Range> {
    let number = |value: &Value| value.bits().as_int();
    let (start, stop, step) = match values {
        [stop] => (0, number(stop)?, 1),
        [start, stop] => (number(start)?, number(stop)?, 1),
        [start, stop, step] => (number(start)?, number(stop)?, number(step)?),
        _ => return None,
    };
    // All of them have 50 bits.
    let distance = if step < 0 { start - stop } else { stop - start };
    let length = match step.abs() {
        0 => return None,
        _ if distance <= 0 => 0,
        1 => distance,
        size => (distance - 1) / size + 1,
    };
    Some(Range { numbers: Numbers::Small { start, stop, step, length } })
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let range = this(gil, value)?;
    let text = if range.step().is_one() {
        format!("range({}, {})", range.start(), range.stop())
    } else {
        format!("range({}, {}, {})", range.start(), range.stop(), range.step())
    };
    Ok(Ref::text(gil, &text).into_value())
}

fn length(gil: Gil<'_>, value: &Value) -> Result<usize> {
    i64::try_from(&this(gil, value)?.length())
        .map(|length| length as usize)
        .map_err(|_| overflow_error(gil, "Python int too large to convert to C ssize_t"))
}

/// What two ranges of the same numbers share: length, first number, step.
fn essence(gil: Gil<'_>, range: &Range) -> [Value; 3] {
    let big = |number: &IBig| int::from_big(gil, number.clone());
    let start = if range.length().is_zero() { Value::NONE } else { big(&range.start()) };
    let step = if range.length() <= IBig::ONE { Value::NONE } else { big(&range.step()) };
    [big(&range.length()), start, step]
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    operations::hash(gil, &tuple::of(gil, essence(gil, this(gil, value)?).into()))
}

fn compare(_gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let (Some(left), Some(right)) = (left.downcast::<Range>(), right.downcast::<Range>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if !matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let equal = left.length() == right.length()
        && (left.length().is_zero()
            || left.start() == right.start() && (left.length().is_one() || left.step() == right.step()));
    Ok(Value::bool(equal == (comparison == Comparison::Equal)))
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    let range = this(gil, value)?;
    if let Some(slice) = key.downcast::<Slice>() {
        if let Some(part) = small_part(gil, range, slice)? {
            return Ok(Ref::new(gil, part).into_value());
        }
        let (start, stop, step) = slice::big_bounds(gil, slice, &range.length())?;
        let part = Range::new(range.at(&start), range.at(&stop), &range.step() * step);
        return Ok(Ref::new(gil, part).into_value());
    }
    if int::number(key).is_none() && key.class(gil).slots.index.get().is_none() {
        let name = key.class(gil).name();
        return Err(type_error(gil, format!("range indices must be integers or slices, not {name}")));
    }
    let mut position = int::index_big(gil, key)?;
    if position < IBig::ZERO {
        position += &range.length();
    }
    if position < IBig::ZERO || position >= range.length() {
        return Err(index_error(gil, "range object index out of range"));
    }
    Ok(int::from_big(gil, range.at(&position)))
}

/// What a slice picks of a range of small numbers.
fn small_part(gil: Gil<'_>, range: &Range, slice: &Slice) -> Result<Option<Range>> {
    let bound = |value: &Value| value.is_none() || value.bits().is_int();
    let Numbers::Small { start, step, length, .. } = range.numbers else { return Ok(None) };
    if !bound(&slice.start) || !bound(&slice.stop) || !bound(&slice.step) {
        return Ok(None);
    }
    let (from, to, by) = slice::bounds(gil, slice)?;
    let Some(step_of_part) = step.checked_mul(by) else { return Ok(None) };
    let picked = slice::adjust(from, to, by, length as usize);
    let at = |position: i64| start.checked_add(position.checked_mul(step)?);
    let (Some(first), Some(last)) = (at(picked.start), at(picked.stop)) else { return Ok(None) };
    Ok(Numbers::small(first, last, step_of_part).map(|numbers| Range { numbers }))
}

/// The position of a value that equals one of the numbers.
fn find(gil: Gil<'_>, value: &Value, item: &Value) -> Result<Option<IBig>> {
    let range = this(gil, value)?;
    let plain = item.bits().is_int() || item.is_exact::<int::BigInt>(gil);
    if let Some(number) =
        int::to_big(item).filter(|_| plain || int::number(item).is_some() && item.header().is_none())
    {
        return Ok(range.position(gil, &number));
    }
    let iterator = iterate(gil, value)?;
    let mut position = IBig::ZERO;
    while let Some(number) = operations::next(gil, &iterator)? {
        if operations::equal(gil, &number, item)? {
            return Ok(Some(position));
        }
        position += IBig::ONE;
    }
    Ok(None)
}

fn contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    Ok(find(gil, value, item)?.is_some())
}

fn index(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, item] = arguments.method(gil, "index")?;
    match find(gil, value, item)? {
        Some(position) => Ok(int::from_big(gil, position)),
        None if int::number(item).is_some() => {
            let shown = operations::repr(gil, item)?;
            Err(value_error(gil, format!("{} is not in range", shown.lossy())))
        }
        None => Err(value_error(gil, "sequence.index(x): x not in sequence")),
    }
}

fn count(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, item] = arguments.method(gil, "count")?;
    if item.bits().is_int() || item.is_exact::<int::BigInt>(gil) {
        return Ok(int::from_i64(gil, find(gil, value, item)?.is_some().into()));
    }
    let mut count = 0;
    operations::for_each(gil, value, |number| {
        count += i64::from(operations::equal(gil, &number, item)?);
        Ok(())
    })?;
    Ok(int::from_i64(gil, count))
}

/// `iter(range)`.
pub fn iterate(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let range = this(gil, value)?;
    if let Numbers::Small { start, step, length, .. } = range.numbers {
        return Ok(small_iterator(gil, start, step, length));
    }
    Ok(iterator(gil, range.start(), range.step(), range.length()))
}

fn small_iterator(gil: Gil<'_>, start: i64, step: i64, length: i64) -> Value {
    let remaining = Cell::new(length as u64);
    Ref::new(gil, RangeIterator { next: Cell::new(start), step, remaining }).into_value()
}

fn reversed(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reversed__")?;
    Ok(reverse(gil, this(gil, value)?))
}

/// `reversed(range)`.
pub fn reverse(gil: Gil<'_>, range: &Range) -> Value {
    if let Numbers::Small { start, step, length, .. } = range.numbers
        && let Some(back) = step.checked_neg()
        && let Some(last) = (length.max(1) - 1).checked_mul(step).and_then(|far| start.checked_add(far))
    {
        return small_iterator(gil, last, back, length);
    }
    let last = range.at(&(range.length() - IBig::ONE));
    iterator(gil, last, -range.step(), range.length())
}

fn iterator(gil: Gil<'_>, start: IBig, step: IBig, length: IBig) -> Value {
    let ends_small = |start: i64, step: i64, length: u64| {
        let steps = i64::try_from(length).ok().and_then(|length| step.checked_mul(length));
        steps.is_some_and(|steps| start.checked_add(steps).is_some())
    };
    match (i64::try_from(&start), i64::try_from(&step), u64::try_from(&length)) {
        (Ok(start), Ok(step), Ok(length)) if ends_small(start, step, length) => {
            let iterator = RangeIterator { next: Cell::new(start), step, remaining: Cell::new(length) };
            Ref::new(gil, iterator).into_value()
        }
        _ => {
            let iterator =
                BigRangeIterator { next: RefCell::new(start), step, remaining: RefCell::new(length) };
            Ref::new(gil, iterator).into_value()
        }
    }
}

impl Range {
    /// The first number and the end, where the steps are of one and both lie in a word.
    #[inline(always)]
    pub fn steps_of_one(&self) -> Option<(Bits, Bits)> {
        match self.numbers {
            Numbers::Small { start, step: 1, length, .. } => {
                Some((Bits::from_int(start)?, Bits::from_int(start + length)?))
            }
            _ => None,
        }
    }
}

impl RangeIterator {
    /// The next number as a word, if it fits; None at the end, too.
    #[inline(always)]
    pub fn advance_small(&self) -> Option<Bits> {
        let remaining = self.remaining.get().checked_sub(1)?;
        let number = self.next.get();
        let word = Bits::from_int(number)?;
        self.remaining.set(remaining);
        self.next.set(number.wrapping_add(self.step));
        Some(word)
    }

    /// The next number.
    #[inline]
    pub fn advance(&self) -> Option<i64> {
        let remaining = self.remaining.get().checked_sub(1)?;
        let number = self.next.get();
        self.remaining.set(remaining);
        self.next.set(number.wrapping_add(self.step));
        Some(number)
    }
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let iterator = value.downcast::<RangeIterator>();
    Ok(iterator.and_then(|iterator| iterator.advance()).map(|number| int::from_i64(gil, number)))
}

fn next_big(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(iterator) = value.downcast::<BigRangeIterator>() else { return Ok(None) };
    if iterator.remaining.borrow().is_zero() {
        return Ok(None);
    }
    *iterator.remaining.borrow_mut() -= IBig::ONE;
    let number = iterator.next.borrow().clone();
    *iterator.next.borrow_mut() = &number + &iterator.step;
    Ok(Some(int::from_big(gil, number)))
}

fn length_hint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__length_hint__")?;
    let remaining = match (value.downcast::<RangeIterator>(), value.downcast::<BigRangeIterator>()) {
        (Some(iterator), _) => iterator.remaining.get().into(),
        (_, Some(iterator)) => iterator.remaining.borrow().clone(),
        _ => IBig::ZERO,
    };
    Ok(int::from_big(gil, remaining))
}

/// What is still to come of an iterator: its next number, step and count.
fn rest(gil: Gil<'_>, value: &Value) -> Result<(IBig, IBig, IBig)> {
    match (value.downcast::<RangeIterator>(), value.downcast::<BigRangeIterator>()) {
        (Some(left), _) => Ok((left.next.get().into(), left.step.into(), left.remaining.get().into())),
        (_, Some(left)) => {
            Ok((left.next.borrow().clone(), left.step.clone(), left.remaining.borrow().clone()))
        }
        _ => Err(type_error(gil, format!("cannot pickle '{}' object", value.class(gil).name()))),
    }
}

fn reduce_iterator(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let (start, step, length) = rest(gil, value)?;
    let stop = &start + &step * &length;
    let range = Ref::new(gil, Range::new(start, stop, step)).into_value();
    super::sequence::iterator::remade(gil, "iter", range, Some(Value::NONE))
}

fn set_iterator_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, place] = arguments.method(gil, "__setstate__")?;
    let place = int::index_big(gil, place)?;
    let (start, step, length) = rest(gil, value)?;
    let skipped = place.max(IBig::ZERO).min(length.clone());
    let (next, remaining) = (start + &step * &skipped, length - skipped);
    if let Some(iterator) = value.downcast::<RangeIterator>() {
        iterator.next.set(i64::try_from(&next).unwrap_or_default());
        iterator.remaining.set(u64::try_from(&remaining).unwrap_or_default());
    }
    if let Some(iterator) = value.downcast::<BigRangeIterator>() {
        iterator.next.replace(next);
        iterator.remaining.replace(remaining);
    }
    Ok(Value::NONE)
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let range = this(gil, value)?;
    let numbers =
        [&range.start(), &range.stop(), &range.step()].map(|number| int::from_big(gil, number.clone()));
    Ok(tuple::of(gil, vec![value.class(gil).to_value(), tuple::of(gil, numbers.into())]))
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "range",
    module: "builtins",
    signature: "",
    doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a \
          sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, \
          i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are \
          exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or \
          decrement).",
    base: None,
    layout: Range::layout,
    storage: Storage::Nothing,
    flags: flags::SEQUENCE,
    slots: SlotTable {
        new: Some(new),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        truth: Some(|gil, value| Ok(!this(gil, value)?.length().is_zero())),
        length: Some(length),
        get_item: Some(get_item),
        contains: Some(contains),
        iter: Some(iterate),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("__reversed__", "", "Return a reverse iterator.", reversed),
        Function::new("__reduce__", "", "", reduce),
        Function::new(
            "count",
            "",
            "rangeobject.count(value) -> integer -- return number of occurrences of value",
            count,
        ),
        Function::new(
            "index",
            "",
            "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not \
             present.",
            index,
        ),
    ],
    attributes: &[
        Attribute::member("start", "", |gil, value| Ok(int::from_big(gil, this(gil, value)?.start()))),
        Attribute::member("stop", "", |gil, value| Ok(int::from_big(gil, this(gil, value)?.stop()))),
        Attribute::member("step", "", |gil, value| Ok(int::from_big(gil, this(gil, value)?.step()))),
    ],
};

static ITERATOR_METHODS: [Function; 3] = [
    Function::new(
        "__length_hint__",
        "",
        "Private method returning an estimate of len(list(it)).",
        length_hint,
    ),
    Function::new("__reduce__", "", "Return state information for pickling.", reduce_iterator),
    Function::new("__setstate__", "", "Set state information for unpickling.", set_iterator_state),
];

pub static ITERATOR_SPEC: TypeSpec =
    TypeSpec::iterator("range_iterator", RangeIterator::layout, next, &ITERATOR_METHODS);

pub static BIG_ITERATOR_SPEC: TypeSpec =
    TypeSpec::iterator("longrange_iterator", BigRangeIterator::layout, next_big, &ITERATOR_METHODS);
