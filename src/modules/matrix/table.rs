//! The type `ndarray`: slots, methods and attributes, which single numbers have as well.

mod methods;

use super::data::{Complex, Data, Kind};
use super::reduce::{Reduction, reduce_with};
use super::view::{Operand, Source};
use super::{
    Matrix, convert, dtype, kind_of, lanes, operators, print, products, result, run, scalar, select,
    shape_text, shape_value, storing, ufunc, view,
};
use crate::gil::Gil;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Exception, type_error, value_error};
use crate::object::slots::{Binary, OPERATORS};
use crate::object::text::intern;
use crate::object::{
    Arguments, Operator, Parameters, Payload, Raised, Ref, Result, SlotTable, Storage, Value, operations,
};
use crate::types::{complex, float, int, list, module, tuple};

/// The array a method is called of; a single number is an array without axes.
fn this(gil: Gil<'_>, value: Option<&Value>) -> Result<Ref<Matrix>> {
    match value {
        Some(value) => match value.downcast::<Matrix>() {
            Some(matrix) => Ok(matrix.clone()),
            None => convert(gil, value, None),
        },
        None => Err(type_error(gil, "an ndarray is required")),
    }
}

macro_rules! arithmetic {
    ($($name:ident $operator:ident;)*) => {
        $(
            fn $name(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
                operators::arithmetic(gil, Operator::$operator, left, right)
            }
        )*
        const BINARY: [Option<Binary>; OPERATORS] = {
            let mut slots: [Option<Binary>; OPERATORS] = SlotTable::EMPTY.binary;
            $(slots[Operator::$operator as usize] = Some($name);)*
            slots[Operator::MatrixMultiply as usize] = Some(products::matmul);
            slots
        };
    };
}

arithmetic! {
    add Add; subtract Subtract; multiply Multiply; true_divide TrueDivide; floor_divide FloorDivide;
    modulo Modulo; power Power; bit_and BitAnd; bit_or BitOr; bit_xor BitXor; shift_left ShiftLeft;
    shift_right ShiftRight; divmod DivMod;
}

macro_rules! in_place {
    ($($name:ident $operator:ident;)*) => {
        $(
            fn $name(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
                change(gil, Operator::$operator, left, right)
            }
        )*
        const IN_PLACE: [Option<Binary>; OPERATORS] = {
            let mut slots: [Option<Binary>; OPERATORS] = SlotTable::EMPTY.inplace;
            $(slots[Operator::$operator as usize] = Some($name);)*
            slots
        };
    };
}

in_place! {
    add_to Add; subtract_from Subtract; multiply_by Multiply; divide_by TrueDivide; floor_divide_by FloorDivide;
    modulo_by Modulo; raise_to Power; and_with BitAnd; or_with BitOr; xor_with BitXor; shift_left_by ShiftLeft;
    shift_right_by ShiftRight;
}

/// Writes a result into the array itself, which keeps its kind.
fn change(gil: Gil<'_>, operator: Operator, left: &Value, right: &Value) -> Result<Value> {
    let result = operators::arithmetic(gil, operator, left, right)?;
    if result.is(&Value::NOT_IMPLEMENTED) {
        return Ok(result);
    }
    let matrix = this(gil, Some(left))?;
    let new = convert(gil, &result, None)?;
    fits(gil, operators::name_of(operator), &matrix, &new)?;
    // New numbers that nobody else has take the place of the old ones.
    if new.kind() == matrix.kind() && matrix.replace(new.numbers()) {
        return Ok(left.clone());
    }
    select::set(gil, &matrix, &Value::ELLIPSIS, new.as_value())?;
    Ok(left.clone())
}

/// Can a function's results be written to this array?
pub fn fits(gil: Gil<'_>, ufunc: &str, target: &Matrix, new: &Matrix) -> Result<()> {
    if new.shape != target.shape {
        let (to, from) = (shape_text(&target.shape), shape_text(&new.shape));
        let message = format!(
            "non-broadcastable output operand with shape {to} doesn't match the broadcast shape {from}"
        );
        return Err(value_error(gil, message));
    }
    // Ints without a sign can become ints with one, but not the other way.
    let rank = |kind: Kind| match kind.letter() {
        'b' => 0,
        'u' => 1,
        'i' => 2,
        'f' => 3,
        _ => 4,
    };
    if rank(new.kind()) > rank(target.kind()) {
        let (from, to) = (new.kind().name(), target.kind().name());
        let message = format!(
            "Cannot cast ufunc '{ufunc}' output from dtype('{from}') to dtype('{to}') with casting rule 'same_kind'"
        );
        return Err(exception(gil, "_UFuncOutputCastingError", &message));
    }
    Ok(())
}

/// A function of each int of a kind, which wraps around.
pub fn whole(operand: Operand, kind: Kind, function: fn(i64) -> i64) -> Data {
    Data::Int64(operators::each(&operand.into_kind(Kind::Int64), function)).into_kind(kind)
}

/// `-x`.
pub fn negative(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = this(gil, Some(value))?;
    let operand = matrix.lent();
    if operand.data.kind() == Kind::Bool {
        let message = "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the \
                       logical_not function instead.";
        return Err(type_error(gil, message));
    }
    let data = run(gil, matrix.size(), move || match operand.data.kind() {
        Kind::Float32 => Data::Float32(operators::each(&operand, |number: f32| -number)),
        Kind::Float64 => Data::Float64(operators::each(&operand, |number: f64| -number)),
        Kind::Complex128 => Data::Complex128(operators::each(&operand, |number: Complex| -number)),
        kind => whole(operand, kind, i64::wrapping_neg),
    });
    Ok(result(gil, matrix.shape.clone(), data))
}

/// `abs(x)`.
pub fn absolute(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = this(gil, Some(value))?;
    let operand = matrix.lent();
    let data = run(gil, matrix.size(), move || match operand.data.kind() {
        Kind::Bool => Data::Bool(operators::each(&operand, |truth: bool| truth)),
        Kind::Float32 => Data::Float32(operators::each(&operand, f32::abs)),
        Kind::Float64 => Data::Float64(operators::each(&operand, f64::abs)),
        Kind::Complex128 => Data::Float64(operators::each(&operand, |number: Complex| number.norm())),
        kind if kind.is_unsigned() => whole(operand, kind, |number| number),
        kind => whole(operand, kind, i64::wrapping_abs),
    });
    Ok(result(gil, matrix.shape.clone(), data))
}

/// `~x`.
pub fn invert(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = this(gil, Some(value))?;
    let operand = matrix.lent();
    let data = match operand.data.kind() {
        Kind::Bool => Data::Bool(operators::each(&operand, |truth: bool| !truth)),
        kind if kind.is_int() => whole(operand, kind, |number| !number),
        _ => return Err(operators::unsupported(gil, "invert")),
    };
    Ok(result(gil, matrix.shape.clone(), data))
}

/// The only number, for `float()`, `int()` and `bool()`.
fn only(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = this(gil, Some(value))?;
    let numbers = matrix.numbers();
    if !matrix.shape.is_empty() {
        return Err(type_error(gil, "only 0-dimensional arrays can be converted to Python scalars"));
    }
    Ok(scalar::plain(gil, &numbers, 0))
}

fn truth(gil: Gil<'_>, value: &Value) -> Result<bool> {
    let numbers = this(gil, Some(value))?.numbers();
    match numbers.length() {
        1 => Ok(numbers.truths()[0]),
        0 => {
            let message = "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array \
                           is not empty.";
            Err(value_error(gil, message))
        }
        _ => {
            let message =
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()";
            Err(value_error(gil, message))
        }
    }
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = this(gil, Some(value))?;
    let shown = print::repr(gil, &matrix)?;
    Ok(Ref::text(gil, &shown).into_value())
}

fn str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = this(gil, Some(value))?;
    let shown = print::str(gil, &matrix)?;
    Ok(Ref::text(gil, &shown).into_value())
}

fn length(gil: Gil<'_>, value: &Value) -> Result<usize> {
    this(gil, Some(value))?.shape.first().copied().ok_or_else(|| type_error(gil, "len() of unsized object"))
}

fn iterate(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = this(gil, Some(value))?;
    if matrix.shape.is_empty() {
        return Err(type_error(gil, "iteration over a 0-d array"));
    }
    let rows = select::rows(gil, &matrix)?;
    operations::iterate(gil, &list::of(gil, rows))
}

/// Is any number equal to the item, which is broadcast?
fn contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    let equal = operators::compare(gil, value, item, crate::object::Comparison::Equal)?;
    match equal.downcast::<Matrix>() {
        Some(equal) => Ok(equal.numbers().truths().contains(&true)),
        None => operations::truth(gil, &equal),
    }
}

fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    match new {
        Some(new) => select::set(gil, &this(gil, Some(value))?, key, &new),
        None => Err(value_error(gil, "cannot delete array elements")),
    }
}

/// `dot(a, b, out)`.
pub fn dot(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static DOT: Parameters<3> = Parameters::new(["a", "b", "out"], 2);
    let [left, right, out] = arguments.bind(gil, "dot", &DOT)?;
    let none = Value::NONE;
    let made = products::dot(gil, left.unwrap_or(&none), right.unwrap_or(&none))?;
    match out.filter(|out| !out.is_none()) {
        Some(out) => {
            ufunc::store(gil, "dot", &made, out, None)?;
            Ok(out.clone())
        }
        None => Ok(made),
    }
}

macro_rules! reductions {
    ($($name:ident $reduction:ident;)*) => {
        $(
            pub fn $name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
                reduce_with(gil, stringify!($name), Reduction::$reduction, arguments, None)
            }
        )*
    };
}

reductions! {
    sum Sum; prod Product; mean Mean; min Least; max Greatest; argmin PlaceOfLeast; argmax PlaceOfGreatest;
    all All; any Any;
}

/// Methods that are functions of `numpy` in Python.
macro_rules! borrowed {
    ($($name:ident)*) => {
        $(
            fn $name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
                let numpy = module::import(gil, "numpy")?;
                let function = operations::get_attribute(gil, &numpy, &intern(gil, stringify!($name)))?;
                operations::call(gil, &function, arguments)
            }
        )*
    };
}

borrowed! {
    std var round clip squeeze repeat diagonal trace nonzero swapaxes searchsorted ptp take put argpartition tofile dump
    dumps
}

/// `compress(condition, axis)` and `choose(choices)`, whose functions take the array second or first.
fn compress(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, condition, rest @ ..] = arguments.positionals() else {
        return Err(type_error(gil, "compress() missing required argument 'condition' (pos 1)"));
    };
    let axis = arguments.keyword("axis").or(rest.first()).cloned().unwrap_or(Value::NONE);
    call_numpy(gil, "compress", &[condition.clone(), value.clone(), axis])
}

fn choose_of(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, choices] = arguments.exactly(gil, "choose")?;
    call_numpy(gil, "choose", &[value.clone(), choices.clone()])
}

fn call_numpy(gil: Gil<'_>, name: &str, values: &[Value]) -> Result<Value> {
    let numpy = module::import(gil, "numpy")?;
    let function = operations::get_attribute(gil, &numpy, &intern(gil, name))?;
    operations::call(gil, &function, Arguments::positional(values))
}

/// `partition(kth)`: all of it sorted is partitioned as well.
fn sort_whole(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, _, rest @ ..] = arguments.positionals() else {
        return Err(type_error(gil, "partition() missing required argument 'kth' (pos 1)"));
    };
    let last = int::from_i64(gil, -1);
    let axis = arguments.keyword("axis").or(rest.first()).cloned().unwrap_or(last);
    sort(gil, Arguments::positional(&[value.clone(), axis]))
}

fn conjugate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "conjugate")?;
    ufunc::conjugate(gil, value)
}

fn to_bytes(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let matrix = methods::ordered(gil, "tobytes", arguments)?;
    Ok(storing::to_bytes(gil, &matrix))
}

/// `view(dtype)`.
fn as_view(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static VIEW: Parameters<3> = Parameters::new(["self", "dtype", "type"], 1);
    let [value, kind, _] = arguments.bind(gil, "view", &VIEW)?;
    let kind = match kind {
        Some(class) if class.is(Matrix::layout().exact.get(gil).class().as_value()) => None,
        kind => kind_of(gil, kind)?,
    };
    storing::view(gil, &this(gil, value)?, kind)
}

/// An array of one int is an index.
fn index(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = this(gil, Some(value))?;
    if !matrix.shape.is_empty() || !matrix.kind().is_int() {
        return Err(type_error(gil, "only integer scalar arrays can be converted to a scalar index"));
    }
    Ok(scalar::plain(gil, &matrix.numbers(), 0))
}

fn sort(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let sorted = lanes::sort(gil, arguments)?;
    select::set(gil, &this(gil, arguments.values.first())?, &Value::ELLIPSIS, &sorted)?;
    Ok(Value::NONE)
}

fn fill(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, number] = arguments.exactly(gil, "fill")?;
    select::set(gil, &this(gil, Some(value))?, &Value::ELLIPSIS, number)?;
    Ok(Value::NONE)
}

/// The type of arrays.
pub static SPEC: TypeSpec = TypeSpec {
    name: "ndarray",
    module: "numpy",
    signature: "",
    doc: "An array of numbers of one kind; parts of it by ints and slices are views.",
    base: None,
    layout: Matrix::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable {
        repr: Some(repr),
        str: Some(str),
        compare: Some(operators::compare),
        length: Some(length),
        contains: Some(contains),
        truth: Some(truth),
        iter: Some(iterate),
        get_item: Some(|gil, value, key| select::get(gil, &this(gil, Some(value))?, key)),
        set_item: Some(set_item),
        negative: Some(negative),
        positive: Some(|_, value| Ok(value.clone())),
        absolute: Some(absolute),
        invert: Some(invert),
        float: Some(|gil, value| Ok(Value::float(float::to_f64(gil, &only(gil, value)?)?))),
        int: Some(|gil, value| int::from_value(gil, &only(gil, value)?)),
        index: Some(index),
        new: Some(storing::new),
        binary: BINARY,
        inplace: IN_PLACE,
        ..SlotTable::EMPTY
    },
    methods: METHODS,
    attributes: ATTRIBUTES,
};

/// The methods of arrays and of single numbers.
pub const METHODS: &[Function] = &[
    Function::new("transpose", "", "The axes in reverse order, or in another.", methods::transpose),
    Function::new("reshape", "", "The same numbers in another shape.", methods::reshape),
    Function::new("flatten", "($self, order='C')", "All numbers along one axis.", methods::flatten),
    Function::new(
        "ravel",
        "($self, order='C')",
        "All numbers along one axis, shown where that can be.",
        methods::ravel,
    ),
    Function::new("copy", "($self, order='C')", "A copy.", methods::copy),
    Function::new(
        "astype",
        "($self, dtype, copy=True)",
        "The same numbers as another kind.",
        methods::as_type,
    ),
    Function::new("view", "($self, dtype=None)", "A view of the same numbers.", as_view),
    Function::new("tolist", "($self, /)", "The numbers in nested lists.", methods::as_list),
    Function::new("item", "($self, *index)", "One number.", methods::item),
    Function::new("dot", "($self, b, out=None)", "The product of matrices.", dot),
    Function::new("sum", "($self, axis=None)", "The sum.", sum),
    Function::new("prod", "($self, axis=None)", "The product.", prod),
    Function::new("mean", "($self, axis=None)", "The mean.", mean),
    Function::new("min", "($self, axis=None)", "The least number.", min),
    Function::new("max", "($self, axis=None)", "The greatest number.", max),
    Function::new("argmin", "($self, axis=None)", "The place of the least number.", argmin),
    Function::new("argmax", "($self, axis=None)", "The place of the greatest number.", argmax),
    Function::new("all", "($self, axis=None)", "Are all different from zero?", all),
    Function::new("any", "($self, axis=None)", "Is any different from zero?", any),
    Function::new("cumsum", "($self, axis=None)", "Sums so far.", lanes::sums),
    Function::new("cumprod", "($self, axis=None)", "Products so far.", lanes::products),
    Function::new("argsort", "($self, axis=-1)", "The places of the numbers in order.", lanes::order),
    Function::new("sort", "($self, axis=-1)", "Sorts the numbers in place.", sort),
    Function::new("fill", "($self, value, /)", "Makes all numbers this one.", fill),
    Function::new("std", "", "The root of the mean square of the distances from the mean.", std),
    Function::new("var", "", "The mean square of the distances from the mean.", var),
    Function::new("round", "", "Rounded to so many decimals.", round),
    Function::new("clip", "", "Numbers between two bounds.", clip),
    Function::new("squeeze", "", "Without the axes of one index.", squeeze),
    Function::new("repeat", "", "Each number so many times.", repeat),
    Function::new("diagonal", "", "The numbers on a diagonal.", diagonal),
    Function::new("trace", "", "The sum along a diagonal.", trace),
    Function::new("nonzero", "($self, /)", "The places of what is not zero.", nonzero),
    Function::new("swapaxes", "($self, axis1, axis2, /)", "Two axes exchanged.", swapaxes),
    Function::new("searchsorted", "", "Where numbers would be inserted.", searchsorted),
    Function::new("ptp", "", "The greatest less the least.", ptp),
    Function::new("take", "", "Parts along an axis.", take),
    Function::new("put", "", "Replaces numbers at places.", put),
    Function::new("compress", "", "Parts along an axis where a condition holds.", compress),
    Function::new("choose", "", "Numbers of several arrays.", choose_of),
    Function::new("partition", "", "Sorts as far as is needed.", sort_whole),
    Function::new("argpartition", "", "The places in order, as far as is needed.", argpartition),
    Function::new("conjugate", "($self, /)", "Imaginary parts turned around.", conjugate),
    Function::new("conj", "($self, /)", "Imaginary parts turned around.", conjugate),
    Function::new("tobytes", "($self, order='C')", "The bytes of the numbers.", to_bytes),
    Function::new("tofile", "", "Writes the bytes of the numbers to a file.", tofile),
    Function::new("dump", "", "Pickles the array into a file.", dump),
    Function::new("dumps", "", "The array pickled.", dumps),
    Function::new("__reduce__", "($self, /)", "For pickling.", storing::reduce),
    Function::new("__copy__", "($self, /)", "A copy.", methods::copy),
    Function::new("__deepcopy__", "($self, memo, /)", "A copy.", methods::copy),
    Function::new("__format__", "($self, spec, /)", "As text.", scalar::format),
    Function::new("__round__", "($self, digits=None, /)", "Rounded.", scalar::round),
    Function::new("__complex__", "($self, /)", "The only number as a complex one.", |gil, arguments| {
        let numbers = this(gil, arguments.values.first())?.numbers();
        if numbers.length() != 1 {
            return Err(type_error(gil, "only length-1 arrays can be converted to Python scalars"));
        }
        let number = numbers.complexes()[0];
        Ok(complex::of(gil, number.re, number.im))
    }),
    Function::new("__array__", "($self, dtype=None, /)", "The array itself.", |gil, arguments| {
        Ok(this(gil, arguments.values.first())?.into_value())
    }),
];

/// The attributes of arrays and of single numbers.
pub const ATTRIBUTES: &[Attribute] = &[
    Attribute::read_only("shape", "The sides.", |gil, value| {
        Ok(shape_value(gil, &this(gil, Some(value))?.shape))
    }),
    Attribute::read_only("strides", "The bytes from one index to the next, by axis.", |gil, value| {
        let matrix = this(gil, Some(value))?;
        let size = matrix.kind().size() as i64;
        let layout = Matrix::laid_out(&matrix).1;
        let steps = layout.steps.iter().map(|&step| int::from_i64(gil, step as i64 * size));
        Ok(tuple::of(gil, steps.collect()))
    }),
    Attribute::read_only("ndim", "The number of axes.", |gil, value| {
        Ok(int::from_usize(gil, this(gil, Some(value))?.shape.len()))
    }),
    Attribute::read_only("size", "The number of numbers.", |gil, value| {
        Ok(int::from_usize(gil, this(gil, Some(value))?.size()))
    }),
    Attribute::read_only("dtype", "The kind of the numbers.", |gil, value| {
        Ok(dtype::of(gil, this(gil, Some(value))?.kind()))
    }),
    Attribute::read_only("itemsize", "The bytes of a number.", |gil, value| {
        Ok(int::from_usize(gil, this(gil, Some(value))?.kind().size()))
    }),
    Attribute::read_only("nbytes", "The bytes of all numbers.", |gil, value| {
        let matrix = this(gil, Some(value))?;
        Ok(int::from_usize(gil, matrix.size() * matrix.kind().size()))
    }),
    Attribute::read_only("T", "The axes in reverse order.", |gil, value| {
        Ok(view::transposed(gil, &this(gil, Some(value))?))
    }),
    Attribute::read_only("mT", "The last two axes exchanged.", |gil, value| {
        let matrix = this(gil, Some(value))?;
        let count = matrix.shape.len();
        if count < 2 {
            return Err(value_error(gil, "matrix transpose with ndim < 2 is undefined"));
        }
        let order: Vec<usize> = (0..count - 2).chain([count - 1, count - 2]).collect();
        Ok(view::permuted(gil, &matrix, &order))
    }),
    Attribute::read_only("real", "The real parts.", |gil, value| part(gil, value, |number| number.re)),
    Attribute::read_only("imag", "The imaginary parts.", |gil, value| part(gil, value, |number| number.im)),
    Attribute::read_only("base", "The array or object whose numbers these are.", |gil, value| {
        Ok(match &this(gil, Some(value))?.source {
            Source::Own(_) => Value::NONE,
            Source::View(base, _) => base.as_value().clone(),
            Source::Bytes(exposure) => exposure.object().clone(),
        })
    }),
    Attribute::read_only("data", "The bytes.", super::storing::memory_view),
    Attribute::read_only("flat", "All numbers, one after the other.", |gil, value| {
        helper(gil, "flatiter", value)
    }),
    Attribute::read_only("flags", "How the numbers lie.", |gil, value| helper(gil, "flagsobj", value)),
    Attribute::read_only("_flags", "How the numbers lie.", |gil, value| {
        let matrix = this(gil, Some(value))?;
        let layout = Matrix::laid_out(&matrix).1;
        let order: Vec<usize> = (0..matrix.shape.len()).rev().collect();
        let (rows, columns) = (layout.is_contiguous(), layout.permuted(&order).is_contiguous());
        let owns = matches!(matrix.source, Source::Own(_));
        let flags = [rows, columns, owns, !matrix.is_read_only()];
        Ok(tuple::of(gil, flags.map(Value::bool).to_vec()))
    }),
];

/// The real or imaginary parts: the array itself where it has nothing else.
fn part(gil: Gil<'_>, value: &Value, part: fn(&Complex) -> f64) -> Result<Value> {
    let matrix = this(gil, Some(value))?;
    let numbers = matrix.numbers();
    let data = match &*numbers {
        Data::Complex128(numbers) => Data::Float64(numbers.iter().map(part).collect()),
        _ if part(&Complex::new(1.0, 0.0)) == 1.0 => return Ok(value.clone()),
        other => Data::Bool(vec![false; other.length()]).cast(other.kind()),
    };
    Ok(result(gil, matrix.shape.clone(), data))
}

/// An object of numpy's Python part that is made of an array.
fn helper(gil: Gil<'_>, name: &str, value: &Value) -> Result<Value> {
    let module = module::import(gil, "numpy._flat")?;
    let class = operations::get_attribute(gil, &module, &intern(gil, name))?;
    operations::call_one(gil, &class, value)
}

/// An exception of one of numpy's own classes.
pub fn exception(gil: Gil<'_>, name: &str, message: &str) -> Raised {
    let made = module::import(gil, "numpy.exceptions").and_then(|module| {
        let class = operations::get_attribute(gil, &module, &intern(gil, name))?;
        operations::call_one(gil, &class, Ref::text(gil, message).as_value())
    });
    match made.map(Value::try_into_ref::<Exception>) {
        Ok(Ok(error)) => Raised::new(error),
        Ok(Err(_)) => value_error(gil, message),
        Err(raised) => raised,
    }
}
