//! The type `ndarray` and the module's functions.

use std::sync::atomic::Ordering::Relaxed;

use super::data::{Data, Kind};
use super::random::generator;
use super::reduce::{Reduction, axis_of, reduce};
use super::{
    Matrix, RELEASING, convert, dtype, kind_of, lanes, making, number_value, of, operators, print, select,
    shape_text, shape_value, to_list, view,
};
use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{type_error, value_error};
use crate::object::slots::{Binary, OPERATORS};
use crate::object::text::intern;
use crate::object::{
    Arguments, Operator, Parameters, Payload, Ref, Result, SlotTable, Storage, Value, operations,
};
use crate::types::module::{self, Module, ModuleSpec};
use crate::types::{float, int, list, tuple};

fn this<'a>(gil: Gil<'_>, value: Option<&'a Value>) -> Result<&'a Ref<Matrix>> {
    value.and_then(Value::downcast).ok_or_else(|| type_error(gil, "an ndarray is required"))
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
            slots[Operator::MatrixMultiply as usize] = Some(operators::product);
            slots
        };
    };
}

arithmetic! {
    add Add; subtract Subtract; multiply Multiply; true_divide TrueDivide; floor_divide FloorDivide;
    modulo Modulo; power Power; bit_and BitAnd; bit_or BitOr; bit_xor BitXor;
}

macro_rules! in_place {
    ($($name:ident $operator:ident $ufunc:literal;)*) => {
        $(
            fn $name(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
                let result = operators::arithmetic(gil, Operator::$operator, left, right)?;
                change(gil, left, result, $ufunc)
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
    add_to Add "add"; subtract_from Subtract "subtract"; multiply_by Multiply "multiply";
    divide_by TrueDivide "divide"; floor_divide_by FloorDivide "floor_divide"; modulo_by Modulo "remainder";
    raise_to Power "power"; and_with BitAnd "bitwise_and"; or_with BitOr "bitwise_or"; xor_with BitXor "bitwise_xor";
}

/// Writes a result into the array itself, which keeps its kind.
fn change(gil: Gil<'_>, left: &Value, result: Value, ufunc: &str) -> Result<Value> {
    let matrix = this(gil, Some(left))?;
    let Some(new) = result.downcast::<Matrix>() else { return Ok(result) };
    if new.shape != matrix.shape {
        let (to, from) = (shape_text(&matrix.shape), shape_text(&new.shape));
        let message = format!(
            "non-broadcastable output operand with shape {to} doesn't match the broadcast shape {from}"
        );
        return Err(value_error(gil, message));
    }
    if new.kind() > matrix.kind() {
        let (from, to) = (new.kind().name(), matrix.kind().name());
        let message = format!(
            "Cannot cast ufunc '{ufunc}' output from dtype('{from}') to dtype('{to}') with casting rule 'same_kind'"
        );
        return Err(type_error(gil, message));
    }
    select::set(gil, matrix, &Value::ELLIPSIS, &result)?;
    Ok(left.clone())
}

fn negative(gil: Gil<'_>, value: &Value) -> Result<Value> {
    operators::arithmetic(gil, Operator::Multiply, &int::from_i64(gil, -1), value)
}

fn absolute(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = this(gil, Some(value))?;
    match &*matrix.numbers() {
        Data::Int64(numbers) => {
            Ok(of(gil, matrix.shape.clone(), Data::Int64(numbers.iter().map(|x| x.wrapping_abs()).collect())))
        }
        _ => operators::map(gil, value, f64::abs),
    }
}

fn invert(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = this(gil, Some(value))?;
    let data = match &*matrix.numbers() {
        Data::Bool(numbers) => Data::Bool(numbers.iter().map(|truth| !truth).collect()),
        Data::Int64(numbers) => Data::Int64(numbers.iter().map(|number| !number).collect()),
        _ => return Err(type_error(gil, "ufunc 'invert' not supported for the input types")),
    };
    Ok(of(gil, matrix.shape.clone(), data))
}

/// The only number, for `float()`, `int()` and `bool()`.
fn only(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let numbers = this(gil, Some(value))?.numbers();
    if numbers.length() != 1 {
        return Err(type_error(gil, "only length-1 arrays can be converted to Python scalars"));
    }
    Ok(number_value(gil, &numbers, 0))
}

fn truth(gil: Gil<'_>, value: &Value) -> Result<bool> {
    let numbers = this(gil, Some(value))?.numbers();
    if numbers.length() != 1 {
        let message =
            "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()";
        return Err(value_error(gil, message));
    }
    Ok(numbers.truths()[0])
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = this(gil, Some(value))?;
    let numbers = matrix.numbers();
    let body = print::text(&matrix.shape, &numbers, ", ", 6);
    let is_empty = numbers.length() == 0;
    let mut kind = String::new();
    if is_empty && matrix.shape.len() > 1 {
        let sides: Vec<String> = matrix.shape.iter().map(usize::to_string).collect();
        kind = format!(", shape=({})", sides.join(", "));
    }
    if is_empty || numbers.kind() == Kind::Float32 {
        kind = format!("{kind}, dtype={}", numbers.kind().name());
    }
    Ok(Ref::text(gil, &format!("array({body}{kind})")).into_value())
}

fn str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = this(gil, Some(value))?;
    let numbers = matrix.numbers();
    if matrix.shape.is_empty() {
        return Ok(operations::str(gil, &number_value(gil, &numbers, 0))?.into_value());
    }
    Ok(Ref::text(gil, &print::text(&matrix.shape, &numbers, " ", 0)).into_value())
}

fn length(gil: Gil<'_>, value: &Value) -> Result<usize> {
    this(gil, Some(value))?.shape.first().copied().ok_or_else(|| type_error(gil, "len() of unsized object"))
}

fn iterate(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let rows = select::rows(gil, this(gil, Some(value))?)?;
    operations::iterate(gil, &list::of(gil, rows))
}

fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    match new {
        Some(new) => select::set(gil, this(gil, Some(value))?, key, &new),
        None => Err(value_error(gil, "cannot delete array elements")),
    }
}

fn transpose(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.positionals();
    let matrix = this(gil, values.first())?;
    let axes = match &values[1..] {
        [] => return Ok(view::transposed(gil, matrix)),
        [one] if one.is_none() => return Ok(view::transposed(gil, matrix)),
        [one] => super::sequence(one).unwrap_or_else(|| vec![one.clone()]),
        all => all.to_vec(),
    };
    let count = matrix.shape.len();
    if axes.len() != count {
        return Err(value_error(gil, "axes don't match array"));
    }
    let order = axes.iter().map(|axis| axis_of(gil, axis, count)).collect::<Result<Vec<usize>>>()?;
    if (0..count).any(|axis| !order.contains(&axis)) {
        return Err(value_error(gil, "repeated axis in transpose"));
    }
    Ok(view::permuted(gil, matrix, &order))
}

fn reshape(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.positionals();
    let matrix = this(gil, values.first())?;
    let sides = match &values[1..] {
        [one] => {
            tuple::items_of(one).unwrap_or_else(|| super::sequence(one).unwrap_or_else(|| vec![one.clone()]))
        }
        all => all.to_vec(),
    };
    let sides = sides.iter().map(|side| int::to_size(gil, side)).collect::<Result<Vec<i64>>>()?;
    let size = matrix.size();
    let known: usize =
        sides.iter().filter(|&&side| side >= 0).fold(1, |all, &side| all.saturating_mul(side as usize));
    let shape: Vec<usize> = sides
        .iter()
        .map(|&side| if side < 0 { size.checked_div(known).unwrap_or(0) } else { side as usize })
        .collect();
    let fits = shape.iter().try_fold(1_usize, |all, &side| all.checked_mul(side)) == Some(size);
    if !fits || sides.iter().filter(|&&side| side < 0).count() > 1 {
        let wanted: Vec<String> = sides.iter().map(i64::to_string).collect();
        let wanted = wanted.join(",") + if sides.len() == 1 { "," } else { "" };
        let from = shape_text(&matrix.shape);
        let message = format!("cannot reshape array of size {size} and shape {from} into shape ({wanted})");
        return Err(value_error(gil, message));
    }
    Ok(view::reshaped(gil, matrix, shape))
}

fn ravel(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let matrix = this(gil, arguments.values.first())?;
    Ok(view::reshaped(gil, matrix, vec![matrix.size()]))
}

fn flatten(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let matrix = this(gil, arguments.values.first())?;
    Ok(of(gil, vec![matrix.size()], Data::clone(&matrix.numbers())))
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let matrix = this(gil, arguments.values.first())?;
    Ok(of(gil, matrix.shape.clone(), Data::clone(&matrix.numbers())))
}

fn as_type(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, kind] = arguments.exactly(gil, "astype")?;
    let matrix = this(gil, Some(value))?;
    let kind = kind_of(gil, Some(kind))?.unwrap_or(Kind::Float64);
    Ok(of(gil, matrix.shape.clone(), matrix.numbers().cast(kind)))
}

fn as_list(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let matrix = this(gil, arguments.values.first())?;
    Ok(to_list(gil, &matrix.shape, &matrix.numbers(), 0))
}

fn item(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "item")?;
    only(gil, value)
}

fn dot(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [left, right] = arguments.exactly(gil, "dot")?;
    let (left, right) = (convert(gil, left, None)?, convert(gil, right, None)?);
    operators::product(gil, left.as_value(), right.as_value())
}

static REDUCE: Parameters<4> = Parameters::new(["a", "axis", "dtype", "keepdims"], 1).keyword_only(3);

macro_rules! reductions {
    ($($name:ident $reduction:ident;)*) => {
        $(
            fn $name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
                let [value, axis, kind, keeps] = arguments.bind(gil, stringify!($name), &REDUCE)?;
                let matrix = convert(gil, value.unwrap_or(&Value::NONE), kind_of(gil, kind)?)?;
                let keeps = keeps.map_or(Ok(false), |keeps| operations::truth(gil, keeps))?;
                reduce(gil, &matrix, Reduction::$reduction, axis, keeps)
            }
        )*
    };
}

reductions! {
    sum Sum; prod Product; mean Mean; min Least; max Greatest; argmin PlaceOfLeast; argmax PlaceOfGreatest;
    all All; any Any;
}

macro_rules! maps {
    ($($name:ident $function:expr;)*) => {
        $(
            fn $name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
                let [value] = arguments.exactly(gil, stringify!($name))?;
                operators::map(gil, value, $function)
            }
        )*
    };
}

maps! {
    log f64::ln; sqrt f64::sqrt; sin f64::sin; cos f64::cos; tanh f64::tanh; floor f64::floor;
    ceil f64::ceil; trunc f64::trunc; rint f64::round_ties_even; log2 f64::log2; log10 f64::log10; log1p f64::ln_1p;
    expm1 f64::exp_m1; exp2 f64::exp2; cbrt f64::cbrt; tan f64::tan; arcsin f64::asin; arccos f64::acos;
    arctan f64::atan; sinh f64::sinh; cosh f64::cosh; arcsinh f64::asinh; arccosh f64::acosh; arctanh f64::atanh;
}

macro_rules! pairs {
    ($($name:ident $function:expr;)*) => {
        $(
            fn $name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
                let [left, right] = arguments.exactly(gil, stringify!($name))?;
                operators::pairs(gil, left, right, $function)
            }
        )*
    };
}

pairs! {
    arctan2 f64::atan2; hypot f64::hypot;
}

fn maximum(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [left, right] = arguments.exactly(gil, "maximum")?;
    operators::extreme(gil, left, right, true)
}

fn minimum(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [left, right] = arguments.exactly(gil, "minimum")?;
    operators::extreme(gil, left, right, false)
}

fn exp(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "exp")?;
    operators::exponential(gil, value)
}

fn choose(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [condition, left, right] = arguments.exactly(gil, "where")?;
    operators::choose(gil, condition, left, right)
}

fn release_gil(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [on] = arguments.exactly(gil, "release_gil")?;
    let was = RELEASING.swap(operations::truth(gil, on)?, Relaxed);
    Ok(Value::bool(was))
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

borrowed! { std var round clip squeeze repeat diagonal trace nonzero swapaxes searchsorted }

fn sort(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let sorted = lanes::sort(gil, arguments)?;
    select::set(gil, this(gil, arguments.values.first())?, &Value::ELLIPSIS, &sorted)?;
    Ok(Value::NONE)
}

fn fill(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, number] = arguments.exactly(gil, "fill")?;
    select::set(gil, this(gil, Some(value))?, &Value::ELLIPSIS, number)?;
    Ok(Value::NONE)
}

static SPEC: TypeSpec = TypeSpec {
    name: "ndarray",
    module: "numpy",
    doc: "An array of numbers of one kind; parts of it by ints and slices are views.",
    base: None,
    layout: Matrix::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable {
        repr: Some(repr),
        str: Some(str),
        compare: Some(operators::compare),
        length: Some(length),
        truth: Some(truth),
        iter: Some(iterate),
        get_item: Some(|gil, value, key| select::get(gil, this(gil, Some(value))?, key)),
        set_item: Some(set_item),
        negative: Some(negative),
        positive: Some(|_, value| Ok(value.clone())),
        absolute: Some(absolute),
        invert: Some(invert),
        float: Some(|gil, value| Ok(Value::float(float::to_f64(gil, &only(gil, value)?)?))),
        int: Some(|gil, value| int::from_value(gil, &only(gil, value)?)),
        binary: BINARY,
        inplace: IN_PLACE,
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("transpose", "", "The axes in reverse order, or in another.", transpose),
        Function::new("reshape", "", "The same numbers in another shape.", reshape),
        Function::new("flatten", "($self, /)", "All numbers along one axis.", flatten),
        Function::new("ravel", "($self, /)", "All numbers along one axis, shown where that can be.", ravel),
        Function::new("copy", "($self, /)", "A copy.", copy),
        Function::new("astype", "($self, dtype, /)", "The same numbers as another kind.", as_type),
        Function::new("tolist", "($self, /)", "The numbers in nested lists.", as_list),
        Function::new("item", "($self, /)", "The only number.", item),
        Function::new("dot", "($self, other, /)", "The product of matrices.", dot),
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
    ],
    attributes: &[
        Attribute::read_only("shape", "The sides.", |gil, value| {
            Ok(shape_value(gil, &this(gil, Some(value))?.shape))
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
            Ok(int::from_usize(gil, dtype::item_size(this(gil, Some(value))?.kind())))
        }),
        Attribute::read_only("nbytes", "The bytes of all numbers.", |gil, value| {
            let matrix = this(gil, Some(value))?;
            Ok(int::from_usize(gil, matrix.size() * dtype::item_size(matrix.kind())))
        }),
        Attribute::read_only("T", "The axes in reverse order.", |gil, value| {
            Ok(view::transposed(gil, this(gil, Some(value))?))
        }),
    ],
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "ndarray", crate::types::builder::build(gil, &SPEC).into_value());
    module.set(gil, "dtype", crate::types::builder::build(gil, &dtype::SPEC).into_value());
    module.set(gil, "Generator", crate::types::builder::build(gil, &generator::SPEC).into_value());
    Ok(())
}

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "matrix",
    doc: "Arrays of numbers with any number of axes; kernels over many numbers run without the GIL.",
    functions: &[
        Function::new(
            "array",
            "($module, object, dtype=None)",
            "An array of nested sequences.",
            making::array,
        ),
        Function::new(
            "asarray",
            "($module, a, dtype=None)",
            "The array itself, or one made of it.",
            making::as_array,
        ),
        Function::new(
            "full",
            "($module, shape, fill_value, dtype=None)",
            "An array of one number.",
            making::full,
        ),
        Function::new(
            "full_like",
            "($module, a, fill_value, dtype=None)",
            "One number in a's shape.",
            making::full_like,
        ),
        Function::new("zeros", "($module, shape, dtype=None)", "An array of zeros.", making::zeros),
        Function::new("ones", "($module, shape, dtype=None)", "An array of ones.", making::ones),
        Function::new(
            "empty",
            "($module, shape, dtype=None)",
            "An array to be filled; of zeros.",
            making::zeros,
        ),
        Function::new("zeros_like", "($module, a, dtype=None)", "Zeros in a's shape.", making::zeros_like),
        Function::new("ones_like", "($module, a, dtype=None)", "Ones in a's shape.", making::ones_like),
        Function::new("empty_like", "($module, a, dtype=None)", "Zeros in a's shape.", making::zeros_like),
        Function::new("eye", "($module, N, M=None, k=0, dtype=None)", "Ones on a diagonal.", making::eye),
        Function::new("arange", "", "Numbers from start up to below stop.", making::arange),
        Function::new("linspace", "", "So many numbers at equal distances.", making::linspace),
        Function::new(
            "default_rng",
            "($module, seed=None)",
            "A generator of random numbers.",
            generator::default,
        ),
        Function::new("where", "($module, condition, x, y, /)", "Numbers of x or y.", choose),
        Function::new("dot", "($module, a, b, /)", "The product of matrices.", dot),
        Function::new("sum", "($module, a, axis=None)", "The sum.", sum),
        Function::new("prod", "($module, a, axis=None)", "The product.", prod),
        Function::new("mean", "($module, a, axis=None)", "The mean.", mean),
        Function::new("min", "($module, a, axis=None)", "The least number.", min),
        Function::new("max", "($module, a, axis=None)", "The greatest number.", max),
        Function::new("argmin", "($module, a, axis=None)", "The place of the least number.", argmin),
        Function::new("argmax", "($module, a, axis=None)", "The place of the greatest number.", argmax),
        Function::new("all", "($module, a, axis=None)", "Are all different from zero?", all),
        Function::new("any", "($module, a, axis=None)", "Is any different from zero?", any),
        Function::new("exp", "($module, x, /)", "e to the power of each number.", exp),
        Function::new("log", "($module, x, /)", "The natural logarithm of each number.", log),
        Function::new("sqrt", "($module, x, /)", "The square root of each number.", sqrt),
        Function::new("sin", "($module, x, /)", "The sine of each number.", sin),
        Function::new("cos", "($module, x, /)", "The cosine of each number.", cos),
        Function::new("tanh", "($module, x, /)", "The hyperbolic tangent of each number.", tanh),
        Function::new("floor", "($module, x, /)", "Each number rounded down.", floor),
        Function::new("ceil", "($module, x, /)", "Each number rounded up.", ceil),
        Function::new("trunc", "($module, x, /)", "Each number without its fraction.", trunc),
        Function::new("rint", "($module, x, /)", "The nearest whole number.", rint),
        Function::new("log2", "($module, x, /)", "The logarithm to the base 2.", log2),
        Function::new("log10", "($module, x, /)", "The logarithm to the base 10.", log10),
        Function::new("log1p", "($module, x, /)", "The logarithm of 1 + x.", log1p),
        Function::new("expm1", "($module, x, /)", "exp(x) - 1.", expm1),
        Function::new("exp2", "($module, x, /)", "2 to the power of each number.", exp2),
        Function::new("cbrt", "($module, x, /)", "The cube root.", cbrt),
        Function::new("tan", "($module, x, /)", "The tangent.", tan),
        Function::new("arcsin", "($module, x, /)", "The inverse sine.", arcsin),
        Function::new("arccos", "($module, x, /)", "The inverse cosine.", arccos),
        Function::new("arctan", "($module, x, /)", "The inverse tangent.", arctan),
        Function::new("sinh", "($module, x, /)", "The hyperbolic sine.", sinh),
        Function::new("cosh", "($module, x, /)", "The hyperbolic cosine.", cosh),
        Function::new("arcsinh", "($module, x, /)", "The inverse hyperbolic sine.", arcsinh),
        Function::new("arccosh", "($module, x, /)", "The inverse hyperbolic cosine.", arccosh),
        Function::new("arctanh", "($module, x, /)", "The inverse hyperbolic tangent.", arctanh),
        Function::new("arctan2", "($module, a, b, /)", "The angle of a point.", arctan2),
        Function::new("hypot", "($module, a, b, /)", "The length of a vector.", hypot),
        Function::new("maximum", "($module, a, b, /)", "The greater of two numbers.", maximum),
        Function::new("minimum", "($module, a, b, /)", "The smaller of two numbers.", minimum),
        Function::new("sort", "($module, a, axis=-1)", "A sorted copy.", lanes::sort),
        Function::new(
            "argsort",
            "($module, a, axis=-1)",
            "The places of the numbers in order.",
            lanes::order,
        ),
        Function::new("cumsum", "($module, a, axis=None)", "Sums so far.", lanes::sums),
        Function::new("cumprod", "($module, a, axis=None)", "Products so far.", lanes::products),
        Function::new(
            "release_gil",
            "($module, on, /)",
            "Do kernels release the GIL? Returns what was.",
            release_gil,
        ),
    ],
    set_up: Some(set_up),
};
