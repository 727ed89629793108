//! Operators and functions of each number or of pairs of numbers, with broadcasting.

use super::data::{Complex, Data, Kind, Number, of_kind};
use super::scalar::{self, Scalar};
use super::view::{Layout, Operand};
use super::whole::Whole;
use super::{Matrix, convert, exponential, result, run, scalar_kind, shape_text, size_of, strided};
use crate::gil::Gil;
use crate::object::raised::{Raised, type_error, value_error};
use crate::object::{Comparison, Operator, Ref, Result, Value, operations};
use crate::types::{float, tuple};

/// The shape both broadcast to, or an error that names both.
pub fn joined_shape(gil: Gil<'_>, left: &[usize], right: &[usize]) -> Result<Vec<usize>> {
    let count = left.len().max(right.len());
    let side =
        |shape: &[usize], axis: usize| (axis + shape.len()).checked_sub(count).map_or(1, |axis| shape[axis]);
    (0..count)
        .map(|axis| match (side(left, axis), side(right, axis)) {
            (left, right) if left == right || right == 1 => Ok(left),
            (1, right) => Ok(right),
            _ => {
                let (left, right) = (shape_text(left), shape_text(right));
                let message = format!("operands could not be broadcast together with shapes {left} {right} ");
                Err(value_error(gil, message))
            }
        })
        .collect()
}

/// For each place of `to`, the place in an array of the shape `from` that broadcasts to it.
pub fn places(from: &[usize], to: &[usize]) -> Vec<usize> {
    Layout::whole(from).broadcast(to).places()
}

/// Two operands with the shape that both have now, and the kind of what is made of them.
pub struct Pair {
    pub left: Operand,
    pub right: Operand,
    pub shape: Vec<usize>,
    pub kind: Kind,
    /// A Python int among the operands that is none of the kind's ints, in digits.
    misfit: Option<String>,
}

impl Pair {
    /// Both as numbers of one kind.
    fn into_kind(self, kind: Kind) -> Joined {
        let (left, right) = (self.left.into_kind(kind), self.right.into_kind(kind));
        Joined { left: left.broadcast(&self.shape), right: right.broadcast(&self.shape) }
    }

    /// Fails where an operand is none of the kind's ints.
    fn checked(self, gil: Gil<'_>) -> Result<Pair> {
        match &self.misfit {
            Some(misfit) => Err(scalar::out_of_bounds(gil, misfit, self.kind)),
            None => Ok(self),
        }
    }
}

/// Two operands of one kind and one shape.
struct Joined {
    left: Operand,
    right: Operand,
}

impl Joined {
    /// What the function makes of each pair; both operands are of its type.
    fn zip<T: Number, R: Number>(&self, function: impl Fn(T, T) -> R + Copy) -> Data {
        R::data(strided::zip(self.left.numbers(), self.right.numbers(), function))
    }
}

fn is_usable(value: &Value) -> bool {
    value.downcast::<Matrix>().is_some()
        || value.downcast::<Scalar>().is_some()
        || scalar_kind(value).is_some()
        || super::sequence(value).is_some()
}

/// The kind of what is made of both: a Python number takes the array's kind where it can.
fn common_kind(gil: Gil<'_>, left: (&Value, Kind), right: (&Value, Kind)) -> Kind {
    let plain = |(value, kind): (&Value, Kind)| scalar::is_plain(gil, value).then_some(kind);
    let weak = |weak: Kind, strong: Kind| {
        let is_taken = match weak {
            Kind::Int64 | Kind::Uint64 => strong != Kind::Bool,
            Kind::Float64 => strong == Kind::Float32,
            _ => false,
        };
        if is_taken { strong } else { weak.joined(strong) }
    };
    match (plain(left), plain(right)) {
        (Some(left), None) => weak(left, right.1),
        (None, Some(right)) => weak(right, left.1),
        _ => left.1.joined(right.1),
    }
}

/// Both operands broadcast to one shape, unless one is no operand.
pub fn pair(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Option<Pair>> {
    if !is_usable(left) || !is_usable(right) {
        return Ok(None);
    }
    let (first, second) = (convert(gil, left, None)?, convert(gil, right, None)?);
    let kind = common_kind(gil, (left, first.kind()), (right, second.kind()));
    let shape = joined_shape(gil, &first.shape, &second.shape)?;
    size_of(gil, &shape)?;
    let misfit = match [left, right].into_iter().find(|value| !scalar::fits(gil, value, kind)) {
        Some(misfit) => Some(operations::str(gil, misfit)?.lossy().into_owned()),
        None => None,
    };
    Ok(Some(Pair { left: first.lent(), right: second.lent(), shape, kind, misfit }))
}

/// The same for a function, which takes nothing else.
pub fn operands(gil: Gil<'_>, name: &str, left: &Value, right: &Value) -> Result<Pair> {
    pair(gil, left, right)?.ok_or_else(|| unsupported(gil, name))?.checked(gil)
}

/// numpy's complaint about kinds that a function is not for.
pub fn unsupported(gil: Gil<'_>, name: &str) -> Raised {
    let message = format!(
        "ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any \
         supported types according to the casting rule ''safe''"
    );
    type_error(gil, message)
}

/// numpy's name of an operator's function.
pub fn name_of(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "add",
        Operator::Subtract => "subtract",
        Operator::Multiply => "multiply",
        Operator::TrueDivide => "divide",
        Operator::FloorDivide => "floor_divide",
        Operator::Modulo => "remainder",
        Operator::Power => "power",
        Operator::MatrixMultiply => "matmul",
        Operator::ShiftLeft => "left_shift",
        Operator::ShiftRight => "right_shift",
        Operator::BitAnd => "bitwise_and",
        Operator::BitOr => "bitwise_or",
        Operator::BitXor => "bitwise_xor",
        Operator::DivMod => "divmod",
    }
}

/// The kind of the result, or what is wrong with the operands' kind.
fn result_kind(gil: Gil<'_>, operator: Operator, kind: Kind) -> Result<Kind> {
    let bitwise = matches!(operator, Operator::BitAnd | Operator::BitOr | Operator::BitXor);
    let shifts = matches!(operator, Operator::ShiftLeft | Operator::ShiftRight);
    if (bitwise || shifts) && !kind.is_whole() {
        return Err(unsupported(gil, name_of(operator)));
    }
    if kind == Kind::Complex128 && matches!(operator, Operator::FloorDivide | Operator::Modulo) {
        return Err(unsupported(gil, name_of(operator)));
    }
    if kind == Kind::Bool && operator == Operator::Subtract {
        let message = "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` \
                       operator, or the logical_xor function instead.";
        return Err(type_error(gil, message));
    }
    Ok(match (operator, kind) {
        (Operator::TrueDivide, kind) if kind.is_whole() => Kind::Float64,
        (_, Kind::Bool) if bitwise => Kind::Bool,
        (Operator::Add | Operator::Multiply, Kind::Bool) => Kind::Bool,
        (_, Kind::Bool) => Kind::Int8,
        (_, kind) => kind,
    })
}

/// `left op right`, number by number.
pub fn arithmetic(gil: Gil<'_>, operator: Operator, left: &Value, right: &Value) -> Result<Value> {
    if operator == Operator::DivMod {
        let quotient = arithmetic(gil, Operator::FloorDivide, left, right)?;
        if quotient.is(&Value::NOT_IMPLEMENTED) {
            return Ok(quotient);
        }
        return Ok(tuple::pair(gil, quotient, arithmetic(gil, Operator::Modulo, left, right)?));
    }
    let Some(pair) = pair(gil, left, right)? else { return Ok(Value::NOT_IMPLEMENTED) };
    let kind = result_kind(gil, operator, pair.kind)?;
    let pair = if kind.is_whole() { pair.checked(gil)? } else { pair };
    if operator == Operator::Power && kind.is_int() && !kind.is_unsigned() {
        let exponents = &pair.right;
        if exponents.data.owned().ints().iter().any(|&exponent| exponent < 0) {
            return Err(value_error(gil, "Integers to negative integer powers are not allowed."));
        }
    }
    let shape = pair.shape.clone();
    let data = run(gil, shape.iter().product(), move || {
        let pair = pair.into_kind(kind.working());
        match kind {
            Kind::Float64 => floats(operator, &pair),
            Kind::Float32 => singles(operator, &pair),
            Kind::Complex128 => complexes(operator, &pair),
            Kind::Bool => match operator {
                Operator::Add | Operator::BitOr => pair.zip(|left: bool, right: bool| left | right),
                Operator::BitXor => pair.zip(|left: bool, right: bool| left ^ right),
                _ => pair.zip(|left: bool, right: bool| left & right),
            },
            Kind::Uint64 => whole::<u64>(operator, &pair),
            kind => whole::<i64>(operator, &pair).into_kind(kind),
        }
    });
    Ok(result(gil, shape, data))
}

/// The exponent where it is the same for all numbers.
fn only_exponent(pair: &Joined) -> Option<f64> {
    (pair.right.data.length() == 1).then(|| pair.right.data.owned().floats()[0])
}

fn floats(operator: Operator, pair: &Joined) -> Data {
    match operator {
        Operator::Add => pair.zip(|left: f64, right: f64| left + right),
        Operator::Subtract => pair.zip(|left: f64, right: f64| left - right),
        Operator::Multiply => pair.zip(|left: f64, right: f64| left * right),
        Operator::TrueDivide => pair.zip(|left: f64, right: f64| left / right),
        Operator::FloorDivide => pair.zip(floor_divided),
        Operator::Modulo => pair.zip(rest),
        _ => match only_exponent(pair) {
            Some(2.0) => pair.zip(|left: f64, _: f64| left * left),
            Some(0.5) => pair.zip(|left: f64, _: f64| left.sqrt()),
            Some(-1.0) => pair.zip(|left: f64, _: f64| 1.0 / left),
            _ => pair.zip(f64::powf),
        },
    }
}

fn singles(operator: Operator, pair: &Joined) -> Data {
    let wide = |function: fn(f64, f64) -> f64| {
        pair.zip(move |left: f32, right: f32| function(left.into(), right.into()) as f32)
    };
    match operator {
        Operator::Add => pair.zip(|left: f32, right: f32| left + right),
        Operator::Subtract => pair.zip(|left: f32, right: f32| left - right),
        Operator::Multiply => pair.zip(|left: f32, right: f32| left * right),
        Operator::TrueDivide => pair.zip(|left: f32, right: f32| left / right),
        Operator::FloorDivide => wide(floor_divided),
        Operator::Modulo => wide(rest),
        _ => match only_exponent(pair) {
            Some(2.0) => pair.zip(|left: f32, _: f32| left * left),
            _ => pair.zip(f32::powf),
        },
    }
}

fn complexes(operator: Operator, pair: &Joined) -> Data {
    match operator {
        Operator::Add => pair.zip(|left: Complex, right: Complex| left + right),
        Operator::Subtract => pair.zip(|left: Complex, right: Complex| left - right),
        Operator::Multiply => pair.zip(|left: Complex, right: Complex| left * right),
        Operator::TrueDivide => pair.zip(quotient),
        _ => pair.zip(|left: Complex, right: Complex| {
            if right.im == 0.0 && right.re == right.re.trunc() && right.re.abs() < 100.0 {
                return left.powi(right.re as i32);
            }
            if left == Complex::ZERO { Complex::ZERO } else { left.powc(right) }
        }),
    }
}

/// The quotient by way of the divisor's greater part (Smith), which neither overflows nor loses digits early.
fn quotient(left: Complex, right: Complex) -> Complex {
    if right.re.abs() >= right.im.abs() {
        if right == Complex::ZERO {
            return Complex::new(left.re / right.re.abs(), left.im / right.re.abs());
        }
        let ratio = right.im / right.re;
        let scale = 1.0 / (right.re + right.im * ratio);
        return Complex::new((left.re + left.im * ratio) * scale, (left.im - left.re * ratio) * scale);
    }
    let ratio = right.re / right.im;
    let scale = 1.0 / (right.im + right.re * ratio);
    Complex::new((left.re * ratio + left.im) * scale, (left.im * ratio - left.re) * scale)
}

fn floor_divided(left: f64, right: f64) -> f64 {
    if right == 0.0 { left / right } else { float::floor_and_rest(left, right).0 }
}

/// The rest of a division, with the divisor's sign.
fn rest(left: f64, right: f64) -> f64 {
    if right == 0.0 { f64::NAN } else { float::floor_and_rest(left, right).1 }
}

/// The operator on ints, which wrap around; a division by zero gives zero.
fn whole<T: Whole>(operator: Operator, pair: &Joined) -> Data {
    match operator {
        Operator::Add => pair.zip(T::plus),
        Operator::Subtract => pair.zip(T::minus),
        Operator::Multiply => pair.zip(T::times),
        Operator::FloorDivide => pair.zip(|left: T, right: T| left.floor_and_rest(right).0),
        Operator::Modulo => pair.zip(|left: T, right: T| left.floor_and_rest(right).1),
        Operator::Power => pair.zip(T::power),
        Operator::ShiftLeft => pair.zip(T::shifted_left),
        Operator::ShiftRight => pair.zip(T::shifted_right),
        Operator::BitAnd => pair.zip(|left: T, right: T| left & right),
        Operator::BitOr => pair.zip(|left: T, right: T| left | right),
        _ => pair.zip(|left: T, right: T| left ^ right),
    }
}

/// `left <op> right`, number by number.
pub fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let Some(pair) = pair(gil, left, right)? else {
        return Ok(unlike(gil, left, right, comparison).unwrap_or(Value::NOT_IMPLEMENTED));
    };
    let shape = pair.shape.clone();
    let kind = match (pair.kind, &pair.misfit) {
        (Kind::Bool, _) => Kind::Int64,
        // What no int of the kind is can be compared to them nonetheless.
        (kind, Some(_)) => kind.joined(Kind::Int64).working(),
        (kind, None) => kind.working(),
    };
    let data = run(gil, shape.iter().product(), move || {
        let pair = pair.into_kind(kind);
        match kind {
            Kind::Complex128 => pair.zip(move |left: Complex, right: Complex| match comparison {
                Comparison::Equal => left == right,
                Comparison::NotEqual => left != right,
                _ => left
                    .re
                    .partial_cmp(&right.re)
                    .and_then(|first| Some(first.then(left.im.partial_cmp(&right.im)?)))
                    .is_some_and(|ordering| comparison.holds(ordering)),
            }),
            Kind::Float64 => compared::<f64>(comparison, &pair),
            Kind::Float32 => compared::<f32>(comparison, &pair),
            Kind::Uint64 => compared::<u64>(comparison, &pair),
            _ => compared::<i64>(comparison, &pair),
        }
    });
    Ok(result(gil, shape, data))
}

fn compared<T: Number + PartialOrd>(comparison: Comparison, pair: &Joined) -> Data {
    match comparison {
        Comparison::Equal => pair.zip(|left: T, right: T| left == right),
        Comparison::NotEqual => pair.zip(|left: T, right: T| left != right),
        Comparison::Less => pair.zip(|left: T, right: T| left < right),
        Comparison::LessEqual => pair.zip(|left: T, right: T| left <= right),
        Comparison::Greater => pair.zip(|left: T, right: T| left > right),
        Comparison::GreaterEqual => pair.zip(|left: T, right: T| left >= right),
    }
}

/// Numbers are unequal to what is no number.
fn unlike(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Option<Value> {
    let is_unequal = match comparison {
        Comparison::Equal => false,
        Comparison::NotEqual => true,
        _ => return None,
    };
    let matrix = left.downcast::<Matrix>().or_else(|| right.downcast())?;
    Some(result(gil, matrix.shape.clone(), Data::Bool(vec![is_unequal; matrix.size()])))
}

/// `where(condition, left, right)`.
pub fn choose(gil: Gil<'_>, condition: &Value, left: &Value, right: &Value) -> Result<Value> {
    let condition = convert(gil, condition, None)?;
    let Some(pair) = pair(gil, left, right)? else {
        return Err(type_error(gil, "where() takes arrays of numbers, or numbers"));
    };
    let shape = joined_shape(gil, &condition.shape, &pair.shape)?;
    let size = size_of(gil, &shape)?;
    let condition = condition.operand().into_kind(Kind::Bool).broadcast(&shape);
    let to = shape.clone();
    let data = run(gil, size, move || {
        let kind = pair.kind;
        let (left, right) = (pair.left.into_kind(kind).owned(), pair.right.into_kind(kind).owned());
        let sides = [&condition, &left.broadcast(&to), &right.broadcast(&to)];
        of_kind!(kind, T => chosen::<T>(sides))
    });
    Ok(if shape.is_empty() { super::of(gil, shape, data) } else { result(gil, shape, data) })
}

fn chosen<T: Number>([condition, left, right]: [&Operand; 3]) -> Data {
    let (truths, truth_layout) = condition.slice::<bool>();
    let ((left, left_layout), (right, right_layout)) = (left.slice::<T>(), right.slice::<T>());
    let mut chosen = Vec::with_capacity(truth_layout.size());
    let walk = strided::Walk::new([truth_layout, left_layout, right_layout]);
    let (count, steps) = walk.lane();
    walk.each(|starts| {
        let place = |which: usize, index: isize| (starts[which] as isize + index * steps[which]) as usize;
        chosen.extend((0..count as isize).map(|index| {
            if truths[place(0, index)] { left[place(1, index)] } else { right[place(2, index)] }
        }));
    });
    T::data(chosen)
}

/// A function of pairs of numbers, as floats.
pub fn pairs(
    gil: Gil<'_>,
    name: &str,
    left: &Value,
    right: &Value,
    function: fn(f64, f64) -> f64,
) -> Result<Value> {
    let pair = operands(gil, name, left, right)?;
    if pair.kind == Kind::Complex128 {
        return Err(unsupported(gil, name));
    }
    let shape = pair.shape.clone();
    let data = run(gil, shape.iter().product(), move || {
        let kind = pair.kind.as_float();
        pair.into_kind(Kind::Float64).zip(function).into_kind(kind)
    });
    Ok(result(gil, shape, data))
}

/// The rest of a division with the dividend's sign; ints stay ints.
pub fn signed_rest(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    if operands(gil, "fmod", left, right)?.kind.is_whole() {
        let rest = |left: i64, right: i64| if right == 0 { 0 } else { left.wrapping_rem(right) };
        return whole_pairs(gil, "fmod", left, right, rest);
    }
    pairs(gil, "fmod", left, right, |left, right| left % right)
}

/// A function of pairs of ints.
pub fn whole_pairs(
    gil: Gil<'_>,
    name: &str,
    left: &Value,
    right: &Value,
    function: fn(i64, i64) -> i64,
) -> Result<Value> {
    let pair = operands(gil, name, left, right)?;
    if !pair.kind.is_whole() {
        return Err(unsupported(gil, name));
    }
    let shape = pair.shape.clone();
    let kind = if pair.kind == Kind::Bool { Kind::Int8 } else { pair.kind };
    let data =
        run(gil, shape.iter().product(), move || pair.into_kind(Kind::Int64).zip(function).into_kind(kind));
    Ok(result(gil, shape, data))
}

/// A function of pairs of truth values.
pub fn truth_pairs(
    gil: Gil<'_>,
    name: &str,
    left: &Value,
    right: &Value,
    function: fn(bool, bool) -> bool,
) -> Result<Value> {
    let pair = operands(gil, name, left, right)?;
    let shape = pair.shape.clone();
    let data = run(gil, shape.iter().product(), move || pair.into_kind(Kind::Bool).zip(function));
    Ok(result(gil, shape, data))
}

/// Which of two numbers wins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extreme {
    /// The smaller; what is no number wins.
    Least,
    /// The greater; what is no number wins.
    Greatest,
    /// The smaller; what is no number loses.
    LeastKnown,
    /// The greater; what is no number loses.
    GreatestKnown,
}

/// The smaller of two floats; what is no number wins.
#[inline(always)]
pub fn least(left: f64, right: f64) -> f64 {
    if left < right || left.is_nan() { left } else { right }
}

/// The greater of two floats; what is no number wins.
#[inline(always)]
pub fn greatest(left: f64, right: f64) -> f64 {
    if left > right || left.is_nan() { left } else { right }
}

/// The greater or the smaller of pairs of numbers.
pub fn extreme(gil: Gil<'_>, name: &str, left: &Value, right: &Value, extreme: Extreme) -> Result<Value> {
    let pair = operands(gil, name, left, right)?;
    let kind = pair.kind;
    if kind == Kind::Complex128 {
        return Err(unsupported(gil, name));
    }
    let shape = pair.shape.clone();
    let data = run(gil, shape.iter().product(), move || match (kind.is_whole(), extreme) {
        (true, _) if kind == Kind::Uint64 => {
            let is_least = matches!(extreme, Extreme::Least | Extreme::LeastKnown);
            pair.into_kind(kind)
                .zip(move |left: u64, right: u64| if is_least { left.min(right) } else { left.max(right) })
        }
        (true, Extreme::Least | Extreme::LeastKnown) => {
            pair.into_kind(Kind::Int64).zip(|left: i64, right: i64| left.min(right)).into_kind(kind)
        }
        (true, _) => pair.into_kind(Kind::Int64).zip(|left: i64, right: i64| left.max(right)).into_kind(kind),
        (false, Extreme::Least) => pair.into_kind(Kind::Float64).zip(least).into_kind(kind),
        (false, Extreme::Greatest) => pair.into_kind(Kind::Float64).zip(greatest).into_kind(kind),
        (false, Extreme::LeastKnown) => pair.into_kind(Kind::Float64).zip(f64::min).into_kind(kind),
        (false, Extreme::GreatestKnown) => pair.into_kind(Kind::Float64).zip(f64::max).into_kind(kind),
    });
    Ok(result(gil, shape, data))
}

/// `exp` of each number.
pub fn exponential(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = convert(gil, value, None)?;
    if matrix.shape.is_empty() || matrix.kind().as_float() != Kind::Float64 {
        return map(gil, "exp", value, f64::exp, Some(Complex::exp));
    }
    let data = matrix.numbers();
    let mapped = run(gil, data.length(), move || Data::Float64(exponential::all(&data.floats())));
    Ok(result(gil, matrix.shape.clone(), mapped))
}

/// A function of each number, as floats or complex numbers.
pub fn map(
    gil: Gil<'_>,
    name: &str,
    value: &Value,
    function: impl Fn(f64) -> f64 + Copy + Send,
    of_complex: Option<fn(Complex) -> Complex>,
) -> Result<Value> {
    let matrix = convert(gil, value, None)?;
    let operand = matrix.lent();
    let kind = operand.data.kind();
    if kind == Kind::Complex128 && of_complex.is_none() {
        return Err(unsupported(gil, name));
    }
    let mapped = run(gil, matrix.size(), move || match (kind, of_complex) {
        (Kind::Complex128, Some(function)) => Data::Complex128(each(&operand, function)),
        (Kind::Float32, _) => Data::Float32(each(&operand, |number: f32| function(number.into()) as f32)),
        _ => Data::Float64(each(&operand.into_kind(Kind::Float64), function)).into_kind(kind.as_float()),
    });
    Ok(result(gil, matrix.shape.clone(), mapped))
}

/// What the function makes of each of an operand's numbers.
pub fn each<T: Number, R: Number>(operand: &Operand, function: impl Fn(T) -> R + Copy) -> Vec<R> {
    let (numbers, layout) = operand.numbers();
    strided::map(numbers, layout, function)
}

/// A truth value for each number: a function of floats; of a complex number, both parts are asked.
pub fn test(
    gil: Gil<'_>,
    value: &Value,
    function: impl Fn(f64) -> bool + Copy + Send,
    all_parts: bool,
) -> Result<Value> {
    let matrix = convert(gil, value, None)?;
    let operand = matrix.lent();
    let tested = run(gil, matrix.size(), move || match operand.data.kind() {
        Kind::Complex128 => each(&operand, |number: Complex| {
            let (real, imaginary) = (function(number.re), function(number.im));
            if all_parts { real && imaginary } else { real || imaginary }
        }),
        Kind::Float64 => each(&operand, function),
        _ => each(&operand.into_kind(Kind::Float64), function),
    });
    Ok(result(gil, matrix.shape.clone(), Data::Bool(tested)))
}

/// A whole-number array as it is, floats through a function: `floor` and its kin.
pub fn rounding(gil: Gil<'_>, name: &str, value: &Value, function: fn(f64) -> f64) -> Result<Value> {
    let matrix: Ref<Matrix> = convert(gil, value, None)?;
    if matrix.kind().is_whole() {
        return Ok(result(gil, matrix.shape.clone(), Data::clone(&matrix.numbers())));
    }
    map(gil, name, value, function, None)
}
