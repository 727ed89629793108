//! Single numbers that know their kind: `numpy.float64`, `numpy.int64` and their kin.
//!
//! `float64` and `complex128` are instances of `float` and `complex` as well; the others have a payload of their own.
//! Whatever an array can be asked, its single numbers can be asked too: they have its methods.

use std::cell::OnceCell;

use super::data::{Complex as Number, Data, Kind};
use super::{Matrix, convert, operators, table};
use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::TypeSpec;
use crate::object::raised::{overflow_error, type_error};
use crate::object::slots::{Binary, OPERATORS};
use crate::object::{
    Arguments, Bits, Comparison, Global, Operator, Payload, Raised, Ref, Result, SlotTable, Storage, Text,
    Type, Value, operations,
};
use crate::payload;
use crate::types::complex::{self, Complex};
use crate::types::float::{self, Float, digits};
use crate::types::module::Module;
use crate::types::{builder, int, str, tuple};

/// The payload of the kinds that are no Python number: which number it is.
pub struct Scalar {
    pub number: Single,
}

/// A number of those kinds.
#[derive(Clone, Copy)]
pub enum Single {
    Bool(bool),
    /// An int of a kind; one that needs all 64 bits and has no sign is wrapped around.
    Int(Kind, i64),
    Float32(f32),
}

impl Payload for Scalar {
    payload!(Scalar, untracked);
}

/// The classes of the families and of the kinds, once the module is there.
static CLASSES: Global<OnceCell<(Vec<Ref<Type>>, [Ref<Type>; 12])>> = Global::new(OnceCell::new());

/// The class of a kind's numbers.
pub fn class(gil: Gil<'_>, kind: Kind) -> Option<&Ref<Type>> {
    CLASSES.get(gil).get().map(|(_, classes)| &classes[kind as usize])
}

/// Is it a Python number, which takes the kind of what it is joined to?
pub fn is_plain(gil: Gil<'_>, value: &Value) -> bool {
    let is_of = |kind| class(gil, kind).is_some_and(|class| value.class(gil).is(class));
    match super::scalar_kind(value) {
        None => false,
        Some(Kind::Float64) => value.bits().as_float().is_some() || !is_of(Kind::Float64),
        Some(Kind::Complex128) => !is_of(Kind::Complex128),
        Some(_) => value.downcast::<Scalar>().is_none(),
    }
}

/// One number of an array as an object of its kind.
pub fn of(gil: Gil<'_>, data: &Data, place: usize) -> Value {
    match data {
        Data::Float64(numbers) => of_float(gil, numbers[place]),
        Data::Float32(numbers) => single(gil, Single::Float32(numbers[place])),
        Data::Bool(numbers) => single(gil, Single::Bool(numbers[place])),
        Data::Complex128(numbers) => {
            let number = numbers[place];
            match class(gil, Kind::Complex128) {
                Some(class) => {
                    let payload = Complex { real: number.re, imaginary: number.im };
                    Ref::with_shape(gil, class.root(), payload).into_value()
                }
                None => complex::of(gil, number.re, number.im),
            }
        }
        whole => single(gil, Single::Int(whole.kind(), whole.range(place..place + 1).ints()[0])),
    }
}

fn of_float(gil: Gil<'_>, number: f64) -> Value {
    match class(gil, Kind::Float64) {
        Some(class) => Ref::with_shape(gil, class.root(), Float { number }).into_value(),
        None => Value::float(number),
    }
}

fn single(gil: Gil<'_>, number: Single) -> Value {
    let kind = match number {
        Single::Bool(_) => Kind::Bool,
        Single::Int(kind, _) => kind,
        Single::Float32(_) => Kind::Float32,
    };
    match class(gil, kind) {
        Some(class) => Ref::with_shape(gil, class.root(), Scalar { number }).into_value(),
        None => Value::NONE,
    }
}

/// An int as `numpy.int64`.
pub fn of_int(gil: Gil<'_>, number: i64) -> Value {
    single(gil, Single::Int(Kind::Int64, number))
}

/// The Python number of one number of an array.
pub fn plain(gil: Gil<'_>, data: &Data, place: usize) -> Value {
    match data {
        Data::Float64(numbers) => Value::float(numbers[place]),
        Data::Float32(numbers) => Value::float(numbers[place].into()),
        Data::Int64(numbers) => int::from_i64(gil, numbers[place]),
        Data::Bool(numbers) => Value::bool(numbers[place]),
        Data::Complex128(numbers) => complex::of(gil, numbers[place].re, numbers[place].im),
        Data::Uint64(numbers) => int::from_i128(gil, numbers[place].into()),
        whole => int::from_i64(gil, whole.range(place..place + 1).ints()[0]),
    }
}

/// The kind of an int: of 64 bits, without a sign where it needs all of them.
pub fn kind_of_int(value: &Value) -> Kind {
    let number = int::number(value);
    let is_small = number.is_none_or(|number| number.to_i64().is_some());
    if is_small || natural(value).is_none() { Kind::Int64 } else { Kind::Uint64 }
}

/// An int that needs 64 bits and no sign.
fn natural(value: &Value) -> Option<u64> {
    u64::try_from(int::to_big(value)?).ok()
}

/// Fails where a Python int is none of the ints of a kind.
pub fn check_bounds(gil: Gil<'_>, value: &Value, kind: Kind) -> Result<()> {
    if fits(gil, value, kind) {
        return Ok(());
    }
    Err(out_of_bounds(gil, &operations::str(gil, value)?.lossy(), kind))
}

/// The error for digits of an int that a kind does not hold.
pub fn out_of_bounds(gil: Gil<'_>, digits: &str, kind: Kind) -> Raised {
    overflow_error(gil, format!("Python integer {digits} out of bounds for {}", kind.name()))
}

/// Does a kind hold this value, if it is an int of Python's?
pub fn fits(gil: Gil<'_>, value: &Value, kind: Kind) -> bool {
    if !kind.is_int() || kind == Kind::Int64 || !is_plain(gil, value) {
        return true;
    }
    let (least, greatest) = kind.bounds();
    match int::number(value).map(int::Number::to_i64) {
        Some(Some(number)) => (least..=greatest).contains(&number.into()),
        Some(None) => kind == Kind::Uint64 && natural(value).is_some(),
        None => true,
    }
}

/// The number as data of its kind, if the value is a single number.
pub fn data_of(gil: Gil<'_>, value: &Value) -> Result<Option<Data>> {
    if let Some(scalar) = value.downcast::<Scalar>() {
        return Ok(Some(match scalar.number {
            Single::Bool(truth) => Data::Bool(vec![truth]),
            Single::Int(kind, number) => Data::Int64(vec![number]).into_kind(kind),
            Single::Float32(number) => Data::Float32(vec![number]),
        }));
    }
    if let Some(number) = float::number(value) {
        return Ok(Some(Data::Float64(vec![number])));
    }
    match value.bits() {
        Bits::TRUE | Bits::FALSE => return Ok(Some(Data::Bool(vec![value.bits() == Bits::TRUE]))),
        _ => {}
    }
    if int::number(value).is_some() {
        return Ok(Some(match natural(value).filter(|_| kind_of_int(value) == Kind::Uint64) {
            Some(number) => Data::Uint64(vec![number]),
            None => Data::Int64(vec![int::to_i64(gil, value)?]),
        }));
    }
    Ok(complex::parts(value).map(|(real, imaginary)| Data::Complex128(vec![Number::new(real, imaginary)])))
}

/// The Python number of a single number.
fn plain_of(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(data_of(gil, value)?.map_or_else(|| value.clone(), |data| plain(gil, &data, 0)))
}

/// An int for the quick way: of `int64`.
fn quick_int(value: &Value) -> Option<i64> {
    match value.downcast::<Scalar>().map(|scalar| scalar.number) {
        Some(Single::Int(Kind::Int64, number)) => Some(number),
        Some(_) => None,
        None if matches!(value.bits(), Bits::TRUE | Bits::FALSE) => None,
        None => int::number(value).and_then(int::Number::to_i64),
    }
}

/// `left op right`, where one of both is a single number of numpy's.
fn arithmetic(gil: Gil<'_>, operator: Operator, left: &Value, right: &Value) -> Result<Value> {
    if let (Some(left), Some(right)) = (float::number(left), float::number(right)) {
        let quick = match operator {
            Operator::Add => Some(left + right),
            Operator::Subtract => Some(left - right),
            Operator::Multiply => Some(left * right),
            Operator::TrueDivide if right != 0.0 => Some(left / right),
            _ => None,
        };
        if let Some(number) = quick {
            return Ok(of_float(gil, number));
        }
    } else if let (Some(left), Some(right)) = (quick_int(left), quick_int(right)) {
        let quick = match operator {
            Operator::Add => left.checked_add(right),
            Operator::Subtract => left.checked_sub(right),
            Operator::Multiply => left.checked_mul(right),
            _ => None,
        };
        if let Some(number) = quick {
            return Ok(of_int(gil, number));
        }
    }
    operators::arithmetic(gil, operator, left, right)
}

macro_rules! binary {
    ($($name:ident $operator:ident;)*) => {
        $(
            fn $name(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
                arithmetic(gil, Operator::$operator, left, right)
            }
        )*
        const BINARY: [Option<Binary>; OPERATORS] = {
            let mut slots: [Option<Binary>; OPERATORS] = SlotTable::EMPTY.binary;
            $(slots[Operator::$operator as usize] = Some($name);)*
            slots
        };
    };
}

binary! {
    add Add; subtract Subtract; multiply Multiply; true_divide TrueDivide; floor_divide FloorDivide;
    modulo Modulo; power Power; bit_and BitAnd; bit_or BitOr; bit_xor BitXor; shift_left ShiftLeft;
    shift_right ShiftRight; divmod DivMod;
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    if let (Some(left), Some(right)) = (float::number(left), float::number(right)) {
        let holds = match left.partial_cmp(&right) {
            Some(ordering) => comparison.holds(ordering),
            None => comparison == Comparison::NotEqual,
        };
        return Ok(single(gil, Single::Bool(holds)));
    }
    if let (Some(left), Some(right)) = (quick_int(left), quick_int(right)) {
        return Ok(single(gil, Single::Bool(comparison.holds(left.cmp(&right)))));
    }
    operators::compare(gil, left, right, comparison)
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    operations::hash(gil, &plain_of(gil, value)?)
}

fn truth(gil: Gil<'_>, value: &Value) -> Result<bool> {
    Ok(data_of(gil, value)?.is_some_and(|data| data.truths()[0]))
}

/// The text of the number alone.
pub fn text(gil: Gil<'_>, value: &Value) -> Result<String> {
    if let Some(Single::Float32(number)) = value.downcast::<Scalar>().map(|scalar| scalar.number) {
        return Ok(text_of_single(number));
    }
    Ok(operations::repr(gil, &plain_of(gil, value)?)?.lossy().into_owned())
}

/// The shortest text that leads back to the number.
fn text_of_single(number: f32) -> String {
    if !number.is_finite() || number == 0.0 {
        return digits::repr(number.into());
    }
    let (negative, shown, point) = digits::split(&format!("{number:e}"));
    let sign = if negative { "-" } else { "" };
    if (-3..=16).contains(&point) {
        let placed = digits::place(&shown, point, i32::MIN, i32::MAX);
        let fraction = if placed.contains('.') { "" } else { ".0" };
        return format!("{sign}{placed}{fraction}");
    }
    let (whole, rest) = shown.split_at(1);
    let dot = if rest.is_empty() { "" } else { "." };
    format!("{sign}{whole}{dot}{rest}e{}", digits::exponent_text(point - 1))
}

fn show(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(str::new_text(gil, &text(gil, value)?))
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let text = text(gil, value)?;
    let shown = match value.downcast::<Scalar>().map(|scalar| scalar.number) {
        Some(Single::Bool(_)) => format!("np.{text}_"),
        _ => {
            let text = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(&text);
            format!("np.{}({text})", value.class(gil).own_name())
        }
    };
    Ok(str::new_text(gil, &shown))
}

/// `__format__`: as the Python number.
pub fn format(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, spec] = arguments.method(gil, "__format__")?;
    let is_empty = spec.downcast::<Text>().is_some_and(|spec| spec.lossy().is_empty());
    if value.downcast::<Matrix>().is_some() {
        if is_empty {
            return Ok(operations::str(gil, value)?.into_value());
        }
        return Err(type_error(gil, "unsupported format string passed to numpy.ndarray.__format__"));
    }
    if is_empty {
        return show(gil, value);
    }
    operations::call_method(gil, &plain_of(gil, value)?, "__format__", std::slice::from_ref(spec))
}

/// `__round__`: an int without digits, otherwise a number of the same kind.
pub fn round(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "__round__", 1, 2)?;
    let value = &values[0];
    let whole = values.get(1).is_none_or(Value::is_none);
    let rounded = operations::call_method(gil, value, "round", &values[1..])?;
    if !whole || value.downcast::<Matrix>().is_some() {
        return Ok(rounded);
    }
    int::from_value(gil, &plain_of(gil, &rounded)?)
}

/// `__reduce__` of a single number: its class and the Python number.
pub fn reduce(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = value.class(gil).clone().into_value();
    let plain = plain_of(gil, value)?;
    Ok(tuple::pair(gil, class, tuple::of(gil, vec![plain])))
}

/// Makes a number of the class's kind; of an array, an array.
fn make(gil: Gil<'_>, kind: Kind, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, kind.name(), 0, 2)?;
    let zero = Value::small_int(0).unwrap_or(Value::NONE);
    let value = values.first().unwrap_or(&zero);
    if value.downcast::<Text>().is_some() {
        let number = match kind {
            kind if kind.is_int() => int::from_value(gil, value)?,
            Kind::Bool => Value::bool(operations::truth(gil, value)?),
            Kind::Complex128 => operations::call_one(gil, complex_class(gil).as_value(), value)?,
            _ => Value::float(float::from_value(gil, value)?),
        };
        return make(gil, kind, Arguments::positional(&[number]));
    }
    if kind == Kind::Complex128 && values.len() == 2 {
        let number = operations::call(gil, complex_class(gil).as_value(), arguments)?;
        return make(gil, kind, Arguments::positional(&[number]));
    }
    let matrix = convert(gil, value, Some(kind))?;
    Ok(super::result(gil, matrix.shape.clone(), Data::clone(&matrix.numbers())))
}

fn complex_class(gil: Gil<'_>) -> &Ref<Type> {
    Complex::layout().exact.get(gil).class()
}

const SLOTS: SlotTable = SlotTable {
    repr: Some(repr),
    str: Some(show),
    hash: Some(hash),
    compare: Some(compare),
    truth: Some(truth),
    negative: Some(table::negative),
    positive: Some(|_, value| Ok(value.clone())),
    absolute: Some(table::absolute),
    invert: Some(table::invert),
    int: Some(|gil, value| int::from_value(gil, &plain_of(gil, value)?)),
    float: Some(|gil, value| Ok(Value::float(float::to_f64(gil, &plain_of(gil, value)?)?))),
    binary: BINARY,
    ..SlotTable::EMPTY
};

/// The class of a kind.
const fn spec(
    name: &'static str,
    base: Option<fn(Gil<'_>) -> Ref<Type>>,
    doc: &'static str,
    layout: fn() -> &'static crate::object::header::Layout,
    slots: SlotTable,
) -> TypeSpec {
    TypeSpec {
        name,
        module: "numpy",
        signature: "",
        doc,
        base,
        layout,
        storage: Storage::Nothing,
        flags: flags::BASE,
        slots,
        methods: table::METHODS,
        attributes: table::ATTRIBUTES,
    }
}

/// A class that only says what its subclasses have in common.
const fn family(name: &'static str) -> TypeSpec {
    TypeSpec {
        name,
        module: "numpy",
        signature: "",
        doc: "What kinds of numbers have in common.",
        base: None,
        layout: Scalar::layout,
        storage: Storage::Nothing,
        flags: flags::NO_INSTANCES,
        slots: SlotTable::EMPTY,
        methods: &[],
        attributes: &[],
    }
}

macro_rules! families {
    ($($name:literal)*) => {
        /// The classes above those of the kinds, from the top.
        static FAMILIES: [TypeSpec; 8] = [$(family($name)),*];
    };
}

families! { "generic" "number" "integer" "signedinteger" "inexact" "floating" "complexfloating" "unsignedinteger" }

/// The places of the families that each family, then each kind belongs to, the nearest first.
const ABOVE_FAMILIES: [&[usize]; 8] =
    [&[], &[0], &[1, 0], &[2, 1, 0], &[1, 0], &[4, 1, 0], &[4, 1, 0], &[2, 1, 0]];
const SIGNED: &[usize] = &[3, 2, 1, 0];
const UNSIGNED: &[usize] = &[7, 2, 1, 0];
const ABOVE_KINDS: [&[usize]; 12] = [
    &[0],
    SIGNED,
    SIGNED,
    SIGNED,
    SIGNED,
    UNSIGNED,
    UNSIGNED,
    UNSIGNED,
    UNSIGNED,
    &[5, 4, 1, 0],
    &[5, 4, 1, 0],
    &[6, 4, 1, 0],
];

/// Puts families into a class's order of resolution, before what it inherits from already.
fn belong(gil: Gil<'_>, class: &Ref<Type>, families: &[Ref<Type>], above: &[usize]) {
    let Some(&nearest) = above.first() else { return };
    let old = class.mro();
    let above = above.iter().map(|&place| families[place].clone());
    let order = std::iter::once(class.clone()).chain(above).chain(old.iter().skip(1).cloned()).collect();
    let mut bases = class.bases.borrow_mut();
    if old.len() == 2 {
        // The only base was `object`, which the families have as well.
        bases.clear();
    }
    bases.insert(0, families[nearest].clone());
    drop(bases);
    class.set_mro(gil, order);
    class.changed(gil);
}

static BOOL: TypeSpec = spec(
    "bool",
    None,
    "A truth value.",
    Scalar::layout,
    SlotTable { new: Some(|gil, _, arguments| make(gil, Kind::Bool, arguments)), ..SLOTS },
);

macro_rules! ints {
    ($($name:ident $kind:ident $text:literal $doc:literal;)*) => {
        $(
            static $name: TypeSpec = spec(
                $text,
                None,
                $doc,
                Scalar::layout,
                SlotTable {
                    new: Some(|gil, _, arguments| make(gil, Kind::$kind, arguments)),
                    index: Some(plain_of),
                    ..SLOTS
                },
            );
        )*
    };
}

ints! {
    INT8 Int8 "int8" "An int of 8 bits.";
    INT16 Int16 "int16" "An int of 16 bits.";
    INT32 Int32 "int32" "An int of 32 bits.";
    INT64 Int64 "int64" "An int of 64 bits.";
    UINT8 Uint8 "uint8" "An int of 8 bits without a sign.";
    UINT16 Uint16 "uint16" "An int of 16 bits without a sign.";
    UINT32 Uint32 "uint32" "An int of 32 bits without a sign.";
    UINT64 Uint64 "uint64" "An int of 64 bits without a sign.";
}

static FLOAT32: TypeSpec = spec(
    "float32",
    None,
    "A float of 32 bits.",
    Scalar::layout,
    SlotTable { new: Some(|gil, _, arguments| make(gil, Kind::Float32, arguments)), ..SLOTS },
);
static FLOAT64: TypeSpec = spec(
    "float64",
    Some(|gil| float::class(gil).clone()),
    "A float of 64 bits.",
    Float::layout,
    SlotTable { new: Some(|gil, _, arguments| make(gil, Kind::Float64, arguments)), ..SLOTS },
);
static COMPLEX128: TypeSpec = spec(
    "complex128",
    Some(|gil| complex_class(gil).clone()),
    "A complex number of two floats of 64 bits.",
    Complex::layout,
    SlotTable { new: Some(|gil, _, arguments| make(gil, Kind::Complex128, arguments)), ..SLOTS },
);

/// Makes the classes, once, and puts them into the module.
pub fn set_up(gil: Gil<'_>, module: &Ref<Module>) {
    let (families, classes) = CLASSES.get(gil).get_or_init(|| {
        let families: Vec<Ref<Type>> = FAMILIES.iter().map(|spec| builder::build(gil, spec)).collect();
        let specs = [
            &BOOL,
            &INT8,
            &INT16,
            &INT32,
            &INT64,
            &UINT8,
            &UINT16,
            &UINT32,
            &UINT64,
            &FLOAT32,
            &FLOAT64,
            &COMPLEX128,
        ];
        let classes = specs.map(|spec| builder::build(gil, spec));
        families.iter().zip(ABOVE_FAMILIES).for_each(|(class, above)| belong(gil, class, &families, above));
        classes.iter().zip(ABOVE_KINDS).for_each(|(class, above)| belong(gil, class, &families, above));
        (families, classes)
    });
    for class in families.iter().chain(classes) {
        module.set(gil, &class.own_name(), class.clone().into_value());
    }
}
