//! `numpy.ufunc`: functions of each number as objects, which reduce and accumulate as well.

use super::data::{Complex, Data, Kind};
use super::operators::{self, Extreme};
use super::reduce::{Reduction, reduce_with};
use super::{Matrix, convert, lanes, products, result, run, select, table};
use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{type_error, value_error};
use crate::object::slots::{Binary, Unary};
use crate::object::{Arguments, Comparison, Operator, Payload, Ref, Result, SlotTable, Storage, Value};
use crate::payload;
use crate::types::module::Module;
use crate::types::{int, str, tuple};

/// The payload of `numpy.ufunc`.
pub struct Ufunc {
    row: &'static Row,
}

impl Payload for Ufunc {
    payload!(Ufunc, untracked);
}

/// What a function does.
pub enum Work {
    One(Unary),
    Two(Binary),
}

/// A function: its names, the first of which it calls itself.
pub struct Row {
    names: &'static [&'static str],
    work: Work,
    /// What it makes of many numbers.
    reduction: Option<Reduction>,
}

fn this<'a>(gil: Gil<'_>, value: Option<&'a Value>) -> Result<&'a Ref<Ufunc>> {
    value.and_then(Value::downcast).ok_or_else(|| type_error(gil, "a ufunc is required"))
}

impl Row {
    fn name(&self) -> &'static str {
        self.names[0]
    }

    fn count(&self) -> usize {
        match self.work {
            Work::One(_) => 1,
            Work::Two(_) => 2,
        }
    }
}

/// Calls the function; `out` takes the results, `where` says which of them, `dtype` their kind.
fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let row = this(gil, Some(value))?.row;
    let (name, count) = (row.name(), row.count());
    let values = arguments.positionals();
    for (keyword, _) in arguments.keywords() {
        if !matches!(&*keyword.lossy(), "out" | "where" | "dtype" | "casting" | "order") {
            let message = format!("{name}() got an unexpected keyword argument '{}'", keyword.lossy());
            return Err(type_error(gil, message));
        }
    }
    if values.len() < count || values.len() > count + 1 {
        let message = format!(
            "{name}() takes from {count} to {} positional arguments but {} were given",
            count + 1,
            values.len()
        );
        return Err(type_error(gil, message));
    }
    let kind = super::kind_of(gil, arguments.keyword("dtype"))?;
    let made = match row.work {
        Work::One(function) => function(gil, &values[0]),
        Work::Two(function) => function(gil, &values[0], &values[1]),
    }?;
    if made.is(&Value::NOT_IMPLEMENTED) {
        return Err(operators::unsupported(gil, name));
    }
    let made = match kind {
        Some(kind) => {
            let matrix = convert(gil, &made, Some(kind))?;
            result(gil, matrix.shape.clone(), Data::clone(&matrix.numbers()))
        }
        None => made,
    };
    let out = arguments.keyword("out").or(values.get(count)).filter(|out| !out.is_none());
    let Some(out) = out else {
        let Some(places) = arguments.keyword("where").filter(|places| !is_true(places)) else {
            return Ok(made);
        };
        return operators::choose(gil, places, &made, &Value::float(0.0));
    };
    let out = tuple::items_of(out).and_then(|items| items.first().cloned()).unwrap_or_else(|| out.clone());
    store(gil, name, &made, &out, arguments.keyword("where"))?;
    Ok(out)
}

fn is_true(value: &Value) -> bool {
    value.is(&Value::TRUE)
}

/// Writes results into the array that was given for them.
pub fn store(gil: Gil<'_>, name: &str, made: &Value, out: &Value, places: Option<&Value>) -> Result<()> {
    let Some(target) = out.downcast::<Matrix>() else {
        return Err(type_error(gil, "return arrays must be of ArrayType"));
    };
    let made = match places.filter(|places| !is_true(places)) {
        Some(places) => operators::choose(gil, places, made, out)?,
        None => made.clone(),
    };
    let made = convert(gil, &made, None)?;
    table::fits(gil, name, target, &made)?;
    if target.kind() == made.kind() && target.replace(made.numbers()) {
        return Ok(());
    }
    select::set(gil, target, &Value::ELLIPSIS, made.as_value())
}

fn reduction<'a>(gil: Gil<'_>, method: &str, arguments: &Arguments<'a>) -> Result<(&'static Row, Reduction)> {
    let row = this(gil, arguments.values.first())?.row;
    match row.reduction {
        Some(reduction) => Ok((row, reduction)),
        None if row.count() != 2 => {
            Err(value_error(gil, format!("{method} only supported for binary functions")))
        }
        None => Err(type_error(gil, format!("{method} of ufunc '{}' is not supported", row.name()))),
    }
}

/// `reduce(array, axis=0, ...)`.
fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (_, reduction) = reduction(gil, "reduce", &arguments)?;
    reduce_with(gil, "reduce", reduction, arguments.without_first(), Some(0))
}

/// `accumulate(array, axis=0)`.
fn accumulate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (row, reduction) = reduction(gil, "accumulate", &arguments)?;
    lanes::accumulated_along(gil, row.name(), reduction, arguments.without_first())
}

/// `outer(a, b)`: all pairs.
fn outer(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [function, left, right] = arguments.exactly(gil, "outer")?;
    let row = this(gil, Some(function))?.row;
    let Work::Two(work) = row.work else {
        return Err(value_error(gil, "outer product only supported for binary functions"));
    };
    let (left, right) = (convert(gil, left, None)?, convert(gil, right, None)?);
    let shape = left.shape.iter().copied().chain(right.shape.iter().map(|_| 1)).collect();
    let left = super::view::reshaped(gil, &left, shape);
    work(gil, &left, right.as_value())
}

/// `at(a, indices, b)`: as `a[indices] op= b`, but an index that comes twice counts twice.
fn at(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "at", 3, 4)?;
    let row = this(gil, values.first())?.row;
    let Some(target) = values[1].downcast::<Matrix>() else {
        return Err(type_error(gil, "first operand must be array"));
    };
    let indices = convert(gil, &values[2], None)?;
    let numbers = indices.numbers();
    let other = values.get(3).map(|other| convert(gil, other, None)).transpose()?;
    let other_numbers = other.as_ref().map(|other| other.numbers());
    for place in 0..numbers.length() {
        let key = super::scalar::plain(gil, &numbers, place);
        let old = select::get(gil, target, &key)?;
        let new = match (&row.work, &other_numbers) {
            (Work::One(function), _) => function(gil, &old)?,
            (Work::Two(function), Some(other)) => {
                let with = super::scalar::of(gil, other, if other.length() == 1 { 0 } else { place });
                function(gil, &old, &with)?
            }
            (Work::Two(_), None) => return Err(value_error(gil, "second operand needed for ufunc")),
        };
        select::set(gil, target, &key, &new)?;
    }
    Ok(Value::NONE)
}

macro_rules! operator {
    ($operator:ident) => {
        Work::Two(|gil, left, right| operators::arithmetic(gil, Operator::$operator, left, right))
    };
}

macro_rules! comparison {
    ($comparison:ident) => {
        Work::Two(|gil, left, right| operators::compare(gil, left, right, Comparison::$comparison))
    };
}

macro_rules! floats {
    ($name:literal, $function:expr) => {
        Work::One(|gil, value| operators::map(gil, $name, value, $function, None))
    };
    ($name:literal, $function:expr, $of_complex:expr) => {
        Work::One(|gil, value| operators::map(gil, $name, value, $function, Some($of_complex)))
    };
}

macro_rules! rounding {
    ($name:literal, $function:expr) => {
        Work::One(|gil, value| operators::rounding(gil, $name, value, $function))
    };
}

macro_rules! extreme {
    ($name:literal, $extreme:ident) => {
        Work::Two(|gil, left, right| operators::extreme(gil, $name, left, right, Extreme::$extreme))
    };
}

macro_rules! truths {
    ($name:literal, $function:expr) => {
        Work::Two(|gil, left, right| operators::truth_pairs(gil, $name, left, right, $function))
    };
}

macro_rules! pairs {
    ($name:literal, $function:expr) => {
        Work::Two(|gil, left, right| operators::pairs(gil, $name, left, right, $function))
    };
}

macro_rules! whole {
    ($name:literal, $function:expr) => {
        Work::Two(|gil, left, right| operators::whole_pairs(gil, $name, left, right, $function))
    };
}

const fn row(names: &'static [&'static str], work: Work) -> Row {
    Row { names, work, reduction: None }
}

const fn reducing(names: &'static [&'static str], work: Work, reduction: Reduction) -> Row {
    Row { names, work, reduction: Some(reduction) }
}

/// `-1`, 0 or 1, or what is no number.
fn sign(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = convert(gil, value, None)?;
    let operand = matrix.lent();
    let data = match operand.data.kind() {
        Kind::Bool | Kind::Complex128 => return Err(operators::unsupported(gil, "sign")),
        Kind::Uint64 => {
            run(gil, matrix.size(), move || Data::Uint64(operators::each(&operand, |x: u64| x.min(1))))
        }
        kind if kind.is_int() => run(gil, matrix.size(), move || table::whole(operand, kind, i64::signum)),
        kind => {
            let sign = |number: f64| {
                if number == 0.0 || number.is_nan() { number + 0.0 } else { 1.0_f64.copysign(number) }
            };
            run(gil, matrix.size(), move || {
                Data::Float64(operators::each(&operand.into_kind(Kind::Float64), sign)).into_kind(kind)
            })
        }
    };
    Ok(result(gil, matrix.shape.clone(), data))
}

/// The number times itself.
fn square(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let value = convert(gil, value, None)?.into_value();
    operators::arithmetic(gil, Operator::Multiply, &value, &value)
}

fn reciprocal(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = convert(gil, value, None)?;
    let one = Value::small_int(1).unwrap_or(Value::NONE);
    let by = if matrix.kind().is_int() { Operator::FloorDivide } else { Operator::TrueDivide };
    operators::arithmetic(gil, by, &one, matrix.as_value())
}

/// Is it zero?
fn not(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = convert(gil, value, None)?;
    let operand = matrix.lent();
    let data = run(gil, matrix.size(), move || {
        Data::Bool(operators::each(&operand.into_kind(Kind::Bool), |truth: bool| !truth))
    });
    Ok(result(gil, matrix.shape.clone(), data))
}

/// The imaginary part turned around.
pub fn conjugate(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = convert(gil, value, None)?;
    let operand = matrix.lent();
    let data = match operand.data.kind() {
        Kind::Complex128 => Data::Complex128(operators::each(&operand, |number: Complex| number.conj())),
        _ => Data::clone(&matrix.numbers()),
    };
    Ok(result(gil, matrix.shape.clone(), data))
}

/// One step towards the root from that of the system, which is off by one in the last place at times.
fn cube_root(number: f64) -> f64 {
    let root = number.cbrt();
    let square = root * root;
    if square == 0.0 || !square.is_finite() { root } else { root - (square * root - number) / (3.0 * square) }
}

fn gcd(left: i64, right: i64) -> i64 {
    let (mut left, mut right) = (left.unsigned_abs(), right.unsigned_abs());
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left as i64
}

fn lcm(left: i64, right: i64) -> i64 {
    let divisor = gcd(left, right);
    if divisor == 0 { 0 } else { (left / divisor).wrapping_mul(right).wrapping_abs() }
}

/// ln(e**a + e**b).
fn log_add_exp(left: f64, right: f64) -> f64 {
    if left == right {
        return left + std::f64::consts::LN_2;
    }
    left.max(right) + (-(left - right).abs()).exp().ln_1p()
}

/// The next float from one towards another.
fn next_after(from: f64, to: f64) -> f64 {
    if from.is_nan() || to.is_nan() {
        f64::NAN
    } else if from == to {
        to
    } else if to > from {
        from.next_up()
    } else {
        from.next_down()
    }
}

/// The functions.
static ROWS: &[Row] = &[
    reducing(&["add"], operator!(Add), Reduction::Sum),
    row(&["subtract"], operator!(Subtract)),
    reducing(&["multiply"], operator!(Multiply), Reduction::Product),
    row(&["divide", "true_divide"], operator!(TrueDivide)),
    row(&["floor_divide"], operator!(FloorDivide)),
    row(&["remainder", "mod"], operator!(Modulo)),
    row(&["power", "pow"], operator!(Power)),
    row(&["divmod"], operator!(DivMod)),
    row(&["matmul"], Work::Two(products::matmul)),
    row(&["bitwise_and"], operator!(BitAnd)),
    row(&["bitwise_or"], operator!(BitOr)),
    row(&["bitwise_xor"], operator!(BitXor)),
    row(&["left_shift", "bitwise_left_shift"], operator!(ShiftLeft)),
    row(&["right_shift", "bitwise_right_shift"], operator!(ShiftRight)),
    row(&["equal"], comparison!(Equal)),
    row(&["not_equal"], comparison!(NotEqual)),
    row(&["less"], comparison!(Less)),
    row(&["less_equal"], comparison!(LessEqual)),
    row(&["greater"], comparison!(Greater)),
    row(&["greater_equal"], comparison!(GreaterEqual)),
    reducing(&["maximum"], extreme!("maximum", Greatest), Reduction::Greatest),
    reducing(&["minimum"], extreme!("minimum", Least), Reduction::Least),
    row(&["fmax"], extreme!("fmax", GreatestKnown)),
    row(&["fmin"], extreme!("fmin", LeastKnown)),
    reducing(&["logical_and"], truths!("logical_and", |left, right| left && right), Reduction::All),
    reducing(&["logical_or"], truths!("logical_or", |left, right| left || right), Reduction::Any),
    row(&["logical_xor"], truths!("logical_xor", |left, right| left != right)),
    row(&["fmod"], Work::Two(operators::signed_rest)),
    row(&["float_power"], pairs!("float_power", f64::powf)),
    row(&["arctan2", "atan2"], pairs!("arctan2", f64::atan2)),
    row(&["hypot"], pairs!("hypot", f64::hypot)),
    row(&["copysign"], pairs!("copysign", f64::copysign)),
    row(&["nextafter"], pairs!("nextafter", next_after)),
    row(&["logaddexp"], pairs!("logaddexp", log_add_exp)),
    row(
        &["heaviside"],
        pairs!("heaviside", |x, middle| if x == 0.0 { middle } else { f64::from(u8::from(x > 0.0)) }),
    ),
    row(&["gcd"], whole!("gcd", gcd)),
    row(&["lcm"], whole!("lcm", lcm)),
    row(&["negative"], Work::One(table::negative)),
    row(&["positive"], Work::One(|gil, value| Ok(convert(gil, value, None)?.into_value()))),
    row(&["absolute", "abs"], Work::One(table::absolute)),
    row(&["fabs"], floats!("fabs", f64::abs)),
    row(&["sign"], Work::One(sign)),
    row(&["invert", "bitwise_not", "bitwise_invert"], Work::One(table::invert)),
    row(&["logical_not"], Work::One(not)),
    row(&["conjugate", "conj"], Work::One(conjugate)),
    row(&["square"], Work::One(square)),
    row(&["reciprocal"], Work::One(reciprocal)),
    row(&["exp"], Work::One(operators::exponential)),
    row(&["exp2"], floats!("exp2", f64::exp2)),
    row(&["expm1"], floats!("expm1", f64::exp_m1)),
    row(&["log"], floats!("log", f64::ln, Complex::ln)),
    row(&["log2"], floats!("log2", f64::log2)),
    row(&["log10"], floats!("log10", f64::log10)),
    row(&["log1p"], floats!("log1p", f64::ln_1p)),
    row(&["sqrt"], floats!("sqrt", f64::sqrt, Complex::sqrt)),
    row(&["cbrt"], floats!("cbrt", cube_root)),
    row(&["sin"], floats!("sin", f64::sin, Complex::sin)),
    row(&["cos"], floats!("cos", f64::cos, Complex::cos)),
    row(&["tan"], floats!("tan", f64::tan, Complex::tan)),
    row(&["arcsin", "asin"], floats!("arcsin", f64::asin)),
    row(&["arccos", "acos"], floats!("arccos", f64::acos)),
    row(&["arctan", "atan"], floats!("arctan", f64::atan)),
    row(&["sinh"], floats!("sinh", f64::sinh, Complex::sinh)),
    row(&["cosh"], floats!("cosh", f64::cosh, Complex::cosh)),
    row(&["tanh"], floats!("tanh", f64::tanh, Complex::tanh)),
    row(&["arcsinh", "asinh"], floats!("arcsinh", f64::asinh)),
    row(&["arccosh", "acosh"], floats!("arccosh", f64::acosh)),
    row(&["arctanh", "atanh"], floats!("arctanh", f64::atanh)),
    row(&["deg2rad"], floats!("deg2rad", |degrees| degrees * (std::f64::consts::PI / 180.0))),
    row(&["radians"], floats!("radians", |degrees| degrees * (std::f64::consts::PI / 180.0))),
    row(&["rad2deg"], floats!("rad2deg", |radians| radians * (180.0 / std::f64::consts::PI))),
    row(&["degrees"], floats!("degrees", |radians| radians * (180.0 / std::f64::consts::PI))),
    row(&["floor"], rounding!("floor", f64::floor)),
    row(&["ceil"], rounding!("ceil", f64::ceil)),
    row(&["trunc"], rounding!("trunc", f64::trunc)),
    row(&["rint"], floats!("rint", f64::round_ties_even)),
    row(&["isnan"], Work::One(|gil, value| operators::test(gil, value, f64::is_nan, false))),
    row(&["isinf"], Work::One(|gil, value| operators::test(gil, value, f64::is_infinite, false))),
    row(&["isfinite"], Work::One(|gil, value| operators::test(gil, value, f64::is_finite, true))),
    row(&["signbit"], Work::One(|gil, value| operators::test(gil, value, f64::is_sign_negative, false))),
];

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(str::new_text(gil, &format!("<ufunc '{}'>", this(gil, Some(value))?.row.name())))
}

/// The type.
static SPEC: TypeSpec = TypeSpec {
    name: "ufunc",
    module: "numpy",
    signature: "",
    doc: "A function of each number of an array, or of pairs of numbers of two.",
    base: None,
    layout: Ufunc::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable { call: Some(call), repr: Some(repr), ..SlotTable::EMPTY },
    methods: &[
        Function::new("reduce", "", "Joins all numbers along an axis.", reduce),
        Function::new("accumulate", "", "Joins each number to what was made of those before it.", accumulate),
        Function::new("outer", "($self, a, b, /)", "Of all pairs of numbers.", outer),
        Function::new("at", "", "In place, at indices that may come twice.", at),
    ],
    attributes: &[
        Attribute::read_only("__name__", "Its name.", |gil, value| {
            Ok(str::new_text(gil, this(gil, Some(value))?.row.name()))
        }),
        Attribute::read_only("nin", "The number of arguments.", |gil, value| {
            Ok(int::from_usize(gil, this(gil, Some(value))?.row.count()))
        }),
        Attribute::read_only("nout", "The number of results.", |gil, value| {
            let is_two = this(gil, Some(value))?.row.name() == "divmod";
            Ok(int::from_usize(gil, 1 + usize::from(is_two)))
        }),
    ],
};

/// Puts the functions into the module.
pub fn set_up(gil: Gil<'_>, module: &Ref<Module>) {
    module.set(gil, "ufunc", crate::types::builder::build(gil, &SPEC).into_value());
    for row in ROWS {
        let function = Ref::new(gil, Ufunc { row }).into_value();
        row.names.iter().for_each(|name| module.set(gil, name, function.clone()));
    }
}
