//! `array`: sequences of numbers of one kind, kept as the machine's bytes.

mod items;
mod making;
mod methods;

use std::cell::{Cell, RefCell};

use super::convert;
use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{buffer_error, index_error, memory_error, type_error, value_error};
use crate::object::slots::{Binary, OPERATORS};
use crate::object::{
    Arguments, Bits, Comparison, Exposed, Operator, Payload, Ref, Result, SlotTable, Storage, Text, Value,
    exposed, operations, text,
};
use crate::payload;
use crate::types::module::{Module, ModuleSpec};
use crate::types::slice::{self, Slice};
use crate::types::{generic_alias, int};
use items::CODES;
use making::new;

/// The payload of `array`.
///
/// Invariant: `contents` has a whole number of items.
pub struct Array {
    code: u8,
    width: usize,
    contents: RefCell<Vec<u8>>,
    /// How many views of the bytes there are.
    views: Cell<usize>,
}

impl Payload for Array {
    payload!(Array, untracked);

    fn exposed(&self) -> Option<&dyn Exposed> {
        Some(self)
    }
}

impl Exposed for Array {
    fn length(&self) -> usize {
        self.contents.borrow().len()
    }

    fn is_read_only(&self) -> bool {
        false
    }

    fn item(&self) -> (u8, usize) {
        (self.code, self.width)
    }

    fn read(&self, place: usize, into: &mut [u8]) -> bool {
        exposed::read_slice(&self.contents.borrow(), place, into)
    }

    fn write(&self, place: usize, from: &[u8]) -> bool {
        exposed::write_slice(&mut self.contents.borrow_mut(), place, from)
    }

    fn hold(&self) {
        self.views.set(self.views.get() + 1);
    }

    fn let_go(&self) {
        self.views.set(self.views.get().saturating_sub(1));
    }
}

/// The payload of an array's iterator.
pub struct ArrayIterator {
    array: Ref<Array>,
    place: Cell<usize>,
}

impl Payload for ArrayIterator {
    payload!(ArrayIterator, untracked);
}

impl Array {
    fn length(&self) -> usize {
        // Widths are powers of two.
        self.contents.borrow().len() >> self.width.trailing_zeros()
    }

    fn get(&self, gil: Gil<'_>, place: usize) -> Option<Value> {
        let bits = {
            let contents = self.contents.borrow();
            let item = contents.get(place * self.width..(place + 1) * self.width)?;
            match *item {
                [byte] => u64::from(byte),
                [first, second] => u16::from_le_bytes([first, second]).into(),
                [a, b, c, d] => u32::from_le_bytes([a, b, c, d]).into(),
                _ => u64::from_le_bytes(item.try_into().ok()?),
            }
        };
        Some(match self.code {
            b'd' => Value::float(f64::from_bits(bits)),
            b'f' => Value::float(f32::from_bits(bits as u32).into()),
            b'u' | b'w' => {
                let mut character = Vec::new();
                text::encode(bits as u32, &mut character);
                Ref::new(gil, Text::from_vector(character)).into_value()
            }
            code if code.is_ascii_lowercase() => {
                let unused = 64 - 8 * self.width as u32;
                int::from_i64(gil, (bits << unused) as i64 >> unused)
            }
            _ => int::from_i128(gil, bits.into()),
        })
    }

    /// The word of the item at a small int, for the machine: of an array of floats or ints. Empty in any other case.
    #[inline(always)]
    pub fn number_at(&self, index: Bits) -> Bits {
        let contents = self.contents.borrow();
        let Some(start) = self.start_of(index, contents.len()) else { return Bits::EMPTY };
        let item = &contents[start..];
        let number = match (self.code, item) {
            (b'd', &[a, b, c, d, e, f, g, h, ..]) => {
                return Bits::from_float(f64::from_le_bytes([a, b, c, d, e, f, g, h]));
            }
            (b'l' | b'q', &[a, b, c, d, e, f, g, h, ..]) => i64::from_le_bytes([a, b, c, d, e, f, g, h]),
            (b'i', &[a, b, c, d, ..]) => i32::from_le_bytes([a, b, c, d]).into(),
            (b'B', &[byte, ..]) => byte.into(),
            _ => return Bits::EMPTY,
        };
        Bits::from_int(number).unwrap_or(Bits::EMPTY)
    }

    /// Writes a word to the place of a small int, for the machine. False, and nothing done, where it is no float or int
    /// that such an array takes as it is.
    #[inline(always)]
    pub fn set_number(&self, index: Bits, new: Bits) -> bool {
        let mut contents = self.contents.borrow_mut();
        let Some(start) = self.start_of(index, contents.len()) else { return false };
        let place = &mut contents[start..start + self.width];
        match (self.code, new.as_float(), new.as_int()) {
            (b'd', Some(number), _) => place.copy_from_slice(&number.to_le_bytes()),
            (b'd', _, Some(number)) => place.copy_from_slice(&(number as f64).to_le_bytes()),
            (b'l' | b'q', _, Some(number)) => place.copy_from_slice(&number.to_le_bytes()),
            (b'i', _, Some(number)) => match i32::try_from(number) {
                Ok(number) => place.copy_from_slice(&number.to_le_bytes()),
                Err(_) => return false,
            },
            (b'B', _, Some(number)) => match u8::try_from(number) {
                Ok(number) => place.copy_from_slice(&[number]),
                Err(_) => return false,
            },
            _ => return false,
        }
        true
    }

    /// Where the item at a small int begins, in so many bytes.
    #[inline(always)]
    fn start_of(&self, index: Bits, bytes: usize) -> Option<usize> {
        let (index, shift) = (index.as_int()?, self.width.trailing_zeros());
        let length = bytes >> shift;
        let place = if index < 0 { index.wrapping_add(length as i64) as usize } else { index as usize };
        (place < length).then_some(place << shift)
    }

    /// An error if a view of the bytes forbids another size.
    fn check_resizable(&self, gil: Gil<'_>) -> Result<()> {
        match self.views.get() {
            0 => Ok(()),
            _ => Err(buffer_error(gil, "cannot resize an array that is exporting buffers")),
        }
    }

    fn push(&self, gil: Gil<'_>, value: &Value) -> Result<()> {
        let item = self.encode(gil, value)?;
        self.check_resizable(gil)?;
        let mut contents = self.contents.borrow_mut();
        contents.try_reserve(self.width).map_err(|_| memory_error(gil, ""))?;
        contents.extend_from_slice(&item[..self.width]);
        Ok(())
    }

    fn similar(&self, gil: Gil<'_>, contents: Vec<u8>) -> Value {
        Ref::new(
            gil,
            Array {
                code: self.code,
                width: self.width,
                contents: RefCell::new(contents),
                views: Cell::new(0),
            },
        )
        .into_value()
    }

    fn items(&self, gil: Gil<'_>) -> Vec<Value> {
        (0..self.length()).filter_map(|place| self.get(gil, place)).collect()
    }

    /// The place of an index, negative ones counted from the end.
    fn place(&self, index: i64) -> Option<usize> {
        let length = self.length() as i64;
        let index = if index < 0 { index + length } else { index };
        (0..length).contains(&index).then_some(index as usize)
    }
}

fn this<'a>(gil: Gil<'_>, value: Option<&'a Value>) -> Result<&'a Ref<Array>> {
    value
        .and_then(Value::downcast)
        .ok_or_else(|| type_error(gil, "descriptor requires an 'array.array' object"))
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let array = this(gil, Some(value))?;
    let (name, code) = (value.class(gil).own_name(), array.code as char);
    let shown = match array.items(gil) {
        items if items.is_empty() => format!("{name}('{code}')"),
        items if matches!(array.code, b'u' | b'w') => {
            let mut all = Vec::new();
            items
                .iter()
                .filter_map(Value::downcast::<Text>)
                .for_each(|item| all.extend_from_slice(item.bytes()));
            let all = operations::repr(gil, Ref::new(gil, Text::from_vector(all)).as_value())?;
            format!("{name}('{code}', {})", all.lossy())
        }
        items => {
            let shown = items.iter().map(|item| Ok(operations::repr(gil, item)?.lossy().into_owned()));
            format!("{name}('{code}', [{}])", shown.collect::<Result<Vec<_>>>()?.join(", "))
        }
    };
    Ok(convert::text(gil, &shown))
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let (Some(left), Some(right)) = (left.downcast::<Array>(), right.downcast::<Array>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let (left, right) = (convert::list(gil, left.items(gil)), convert::list(gil, right.items(gil)));
    operations::compare(gil, comparison, &left, &right)
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    let array = this(gil, Some(value))?;
    if let Some(slice) = key.downcast::<Slice>() {
        let (start, stop, step) = slice::bounds(gil, slice)?;
        let indices = slice::adjust(start, stop, step, array.length());
        let contents = array.contents.borrow().clone();
        let item = |place: usize| &contents[place * array.width..(place + 1) * array.width];
        let picked = indices.positions().flat_map(item).copied().collect();
        return Ok(array.similar(gil, picked));
    }
    let index = index_of(gil, key)?;
    let place = array.place(index).ok_or_else(|| index_error(gil, "array index out of range"))?;
    array.get(gil, place).ok_or_else(|| index_error(gil, "array index out of range"))
}

fn index_of(gil: Gil<'_>, key: &Value) -> Result<i64> {
    if let Some(index) = key.bits().as_int() {
        return Ok(index);
    }
    if int::number(key).is_some() || key.class(gil).slots.index.get().is_some() {
        return int::as_index(gil, key);
    }
    Err(type_error(gil, "array indices must be integers"))
}

fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    let array = this(gil, Some(value))?;
    if let Some(slice) = key.downcast::<Slice>() {
        return set_slice(gil, array, slice, new);
    }
    let index = index_of(gil, key)?;
    let item = new.map(|new| array.encode(gil, &new)).transpose()?;
    let place = array.place(index).ok_or_else(|| index_error(gil, "array assignment index out of range"))?;
    if item.is_none() {
        array.check_resizable(gil)?;
    }
    let (mut contents, width) = (array.contents.borrow_mut(), array.width);
    let span = place * width..(place + 1) * width;
    match item {
        Some(item) => contents[span].copy_from_slice(&item[..width]),
        None => drop(contents.drain(span)),
    }
    Ok(())
}

fn set_slice(gil: Gil<'_>, array: &Ref<Array>, slice: &Slice, new: Option<Value>) -> Result<()> {
    let new = match &new {
        None => None,
        Some(new) => match new.downcast::<Array>() {
            Some(other) if other.code == array.code => Some(other.contents.borrow().clone()),
            Some(_) => return Err(type_error(gil, "bad argument type for built-in operation")),
            None => {
                let name = new.class(gil).name();
                return Err(type_error(
                    gil,
                    format!("can only assign array (not \"{name}\") to array slice"),
                ));
            }
        },
    };
    let (start, stop, step) = slice::bounds(gil, slice)?;
    let indices = slice::adjust(start, stop, step, array.length());
    let count = new.as_ref().map_or(0, |new| new.len() / array.width);
    if count != indices.length && (step == 1 || new.is_none()) {
        array.check_resizable(gil)?;
    }
    let (mut contents, width) = (array.contents.borrow_mut(), array.width);
    match new {
        _ if step == 1 => {
            let span = indices.span();
            contents.splice(span.start * width..span.end * width, new.unwrap_or_default());
        }
        Some(new) => {
            if new.len() != indices.length * width {
                let (got, size) = (new.len() / width, indices.length);
                let message =
                    format!("attempt to assign array of size {got} to extended slice of size {size}");
                return Err(value_error(gil, message));
            }
            for (place, item) in indices.positions().zip(new.chunks_exact(width)) {
                contents[place * width..(place + 1) * width].copy_from_slice(item);
            }
        }
        None => {
            let mut places: Vec<usize> = indices.positions().collect();
            places.sort_unstable();
            for place in places.into_iter().rev() {
                contents.drain(place * width..(place + 1) * width);
            }
        }
    }
    Ok(())
}

fn contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    Ok(find(gil, this(gil, Some(value))?, item, 0)?.is_some())
}

fn find(gil: Gil<'_>, array: &Ref<Array>, item: &Value, from: usize) -> Result<Option<usize>> {
    let mut place = from;
    while let Some(candidate) = array.get(gil, place) {
        if operations::equal(gil, &candidate, item)? {
            return Ok(Some(place));
        }
        place += 1;
    }
    Ok(None)
}

fn iterate(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let array = this(gil, Some(value))?.clone();
    Ok(Ref::new(gil, ArrayIterator { array, place: Cell::new(0) }).into_value())
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(iterator) = value.downcast::<ArrayIterator>() else { return Ok(None) };
    let item = iterator.array.get(gil, iterator.place.get());
    iterator.place.set(if item.is_some() { iterator.place.get() + 1 } else { usize::MAX / 16 });
    Ok(item)
}

fn add(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let Some(left) = left.downcast::<Array>() else { return Ok(Value::NOT_IMPLEMENTED) };
    let Some(right) = right.downcast::<Array>() else {
        let name = right.class(gil).name();
        return Err(type_error(gil, format!("can only append array (not \"{name}\") to array")));
    };
    if left.code != right.code {
        return Err(type_error(gil, "bad argument type for built-in operation"));
    }
    let mut contents = left.contents.borrow().clone();
    contents.extend_from_slice(&right.contents.borrow());
    Ok(left.similar(gil, contents))
}

fn add_in_place(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    if right.downcast::<Array>().is_none() {
        let name = right.class(gil).name();
        return Err(type_error(gil, format!("can only extend with array (not \"{name}\")")));
    }
    methods::extend(gil, Arguments::positional(&[left.clone(), right.clone()]))?;
    Ok(left.clone())
}

fn multiply(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let (array, count) = match (left.downcast::<Array>(), right.downcast::<Array>()) {
        (Some(array), _) => (array, right),
        (_, Some(array)) => (array, left),
        _ => return Ok(Value::NOT_IMPLEMENTED),
    };
    if int::number(count).is_none() && count.class(gil).slots.index.get().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let count = int::to_size(gil, count)?.max(0) as usize;
    let one = array.contents.borrow().clone();
    let mut contents = Vec::new();
    let size = one.len().checked_mul(count).ok_or_else(|| memory_error(gil, ""))?;
    contents.try_reserve_exact(size).map_err(|_| memory_error(gil, ""))?;
    if !one.is_empty() {
        (0..count).for_each(|_| contents.extend_from_slice(&one));
    }
    Ok(array.similar(gil, contents))
}

fn multiply_in_place(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let product = multiply(gil, left, right)?;
    if let (Some(array), Some(product)) = (left.downcast::<Array>(), product.downcast::<Array>()) {
        let contents = product.contents.take();
        if contents.len() != array.contents.borrow().len() {
            array.check_resizable(gil)?;
        }
        *array.contents.borrow_mut() = contents;
        return Ok(left.clone());
    }
    Ok(product)
}

const BINARY: [Option<Binary>; OPERATORS] = {
    let mut slots: [Option<Binary>; OPERATORS] = SlotTable::EMPTY.binary;
    slots[Operator::Add as usize] = Some(add);
    slots[Operator::Multiply as usize] = Some(multiply);
    slots
};

const INPLACE: [Option<Binary>; OPERATORS] = {
    let mut slots: [Option<Binary>; OPERATORS] = SlotTable::EMPTY.inplace;
    slots[Operator::Add as usize] = Some(add_in_place);
    slots[Operator::Multiply as usize] = Some(multiply_in_place);
    slots
};

static SPEC: TypeSpec = TypeSpec {
    name: "array",
    module: "array",
    signature: "",
    doc: "array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode, and \
          initialized\nfrom the optional initializer value.",
    base: None,
    layout: Array::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::SEQUENCE,
    slots: SlotTable {
        new: Some(new),
        repr: Some(repr),
        compare: Some(compare),
        length: Some(|gil, value| Ok(this(gil, Some(value))?.length())),
        get_item: Some(get_item),
        set_item: Some(set_item),
        contains: Some(contains),
        iter: Some(iterate),
        binary: BINARY,
        inplace: INPLACE,
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new(
            "append",
            "($self, v, /)",
            "Append new value v to the end of the array.",
            methods::append,
        ),
        Function::new("byteswap", "($self, /)", "Byteswap all items of the array.", methods::byteswap),
        Function::new("clear", "($self, /)", "Remove all items from the array.", methods::clear),
        Function::new(
            "count",
            "($self, v, /)",
            "Return number of occurrences of v in the array.",
            methods::count,
        ),
        Function::new("extend", "($self, bb, /)", "Append items to the end of the array.", methods::extend),
        Function::new(
            "frombytes",
            "($self, buffer, /)",
            "Appends items from the string.",
            methods::from_bytes,
        ),
        Function::new("buffer_info", "($self, /)", "Return a tuple (address, length).", methods::buffer_info),
        Function::new(
            "fromfile",
            "($self, f, n, /)",
            "Read n objects from the file object f.",
            methods::from_file,
        ),
        Function::new("tofile", "($self, f, /)", "Write all items to the file object f.", methods::to_file),
        Function::new(
            "fromunicode",
            "($self, ustr, /)",
            "Extends this array with data from a str.",
            methods::from_unicode,
        ),
        Function::new("tounicode", "($self, /)", "The array's characters as a str.", methods::to_unicode),
        Function::new("fromlist", "($self, list, /)", "Append items to array from list.", methods::from_list),
        Function::new(
            "index",
            "($self, v, start=0, stop=sys.maxsize, /)",
            "Return index of first occurrence.",
            methods::index,
        ),
        Function::new(
            "insert",
            "($self, i, v, /)",
            "Insert a new item v into the array before position i.",
            methods::insert,
        ),
        Function::new(
            "pop",
            "($self, i=-1, /)",
            "Return the i-th element and delete it from the array.",
            methods::pop,
        ),
        Function::new(
            "remove",
            "($self, v, /)",
            "Remove the first occurrence of v in the array.",
            methods::remove,
        ),
        Function::new(
            "reverse",
            "($self, /)",
            "Reverse the order of the items in the array.",
            methods::reverse,
        ),
        Function::new(
            "tobytes",
            "($self, /)",
            "Convert the array to an array of machine values.",
            methods::to_bytes,
        ),
        Function::new(
            "tolist",
            "($self, /)",
            "Convert array to an ordinary list with the same items.",
            methods::to_list,
        ),
        Function::new("__copy__", "($self, /)", "Return a copy of the array.", methods::copy),
        Function::new("__deepcopy__", "($self, unused, /)", "Return a copy of the array.", methods::copy),
        Function::new(
            "__reduce_ex__",
            "($self, value, /)",
            "Return state information for pickling.",
            methods::reduce,
        ),
        Function::class("__class_getitem__", "", "See PEP 585", generic_alias::class_item),
    ],
    attributes: &[
        Attribute::read_only("itemsize", "the size, in bytes, of one array item", |gil, value| {
            Ok(int::from_usize(gil, this(gil, Some(value))?.width))
        }),
        Attribute::read_only("typecode", "the typecode character used to create the array", |gil, value| {
            Ok(convert::text(gil, &(this(gil, Some(value))?.code as char).to_string()))
        }),
    ],
};

static ITERATOR_SPEC: TypeSpec =
    TypeSpec { module: "array", ..TypeSpec::iterator("arrayiterator", ArrayIterator::layout, next, &[]) };

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let class = crate::types::builder::build(gil, &SPEC).into_value();
    crate::types::builder::build(gil, &ITERATOR_SPEC);
    module.set(gil, "array", class.clone());
    module.set(gil, "ArrayType", class.clone());
    let abstract_classes = crate::types::module::import(gil, "collections.abc")?;
    let sequence = crate::object::intern(gil, "MutableSequence");
    let sequence = operations::get_attribute(gil, &abstract_classes, &sequence)?;
    operations::call_method(gil, &sequence, "register", &[class])?;
    module.set(gil, "typecodes", convert::text(gil, CODES));
    Ok(())
}

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "array",
    doc: "This module defines an object type which can efficiently represent an array of basic values.",
    functions: &[],
    set_up: Some(set_up),
};
