//! `math`: functions of real numbers, and of ints (`whole`) and sequences (`sums`).

mod gamma;
mod sums;
mod whole;

use std::f64::consts;

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::{Raised, overflow_error, value_error};
use crate::object::{Arguments, Parameters, Ref, Result, Value, operations};
use crate::types::float::{self, to_f64};
use crate::types::int::arithmetic::scale;
use crate::types::module::{Module, ModuleSpec};
use crate::types::{int, tuple};

// SAFETY: these functions of the C library take and give numbers only.
unsafe extern "C" {
    safe fn erf(x: f64) -> f64;
    safe fn erfc(x: f64) -> f64;
    safe fn nextafter(x: f64, y: f64) -> f64;
    safe fn remainder(x: f64, y: f64) -> f64;
}

/// Rust's own of these names are less exact.
mod inverse {
    // SAFETY: these functions of the C library take and give numbers only.
    unsafe extern "C" {
        pub safe fn acosh(x: f64) -> f64;
        pub safe fn asinh(x: f64) -> f64;
        pub safe fn atanh(x: f64) -> f64;
    }
}

fn one(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<f64> {
    if let ([value], []) = (arguments.values, arguments.names) {
        return to_f64(gil, value);
    }
    let [value] = arguments.exactly(gil, &format!("math.{name}"))?;
    to_f64(gil, value)
}

fn two(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<(f64, f64)> {
    let [left, right] = arguments.exactly(gil, name)?;
    Ok((to_f64(gil, left)?, to_f64(gil, right)?))
}

#[cold]
fn domain(gil: Gil<'_>) -> Raised {
    value_error(gil, "math domain error")
}

#[cold]
fn range(gil: Gil<'_>) -> Raised {
    overflow_error(gil, "math range error")
}

/// A result that is no number, or infinite, without its argument being so is an error.
fn checked(gil: Gil<'_>, argument: f64, result: f64, can_overflow: bool) -> Result<Value> {
    if result.is_nan() && !argument.is_nan() {
        return Err(domain(gil));
    }
    if result.is_infinite() && argument.is_finite() {
        return Err(if can_overflow { range(gil) } else { domain(gil) });
    }
    Ok(Value::float(result))
}

macro_rules! functions_of_one {
    ($($name:ident $overflows:literal $function:expr;)*) => {
        $(
            fn $name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
                let x = one(gil, arguments, stringify!($name))?;
                let function: fn(f64) -> f64 = $function;
                checked(gil, x, function(x), $overflows)
            }
        )*
    };
}

functions_of_one! {
    acos false f64::acos;
    acosh false |x| inverse::acosh(x);
    asin false f64::asin;
    asinh false |x| inverse::asinh(x);
    atan false f64::atan;
    atanh false |x| inverse::atanh(x);
    cbrt false cube_root;
    cos false f64::cos;
    cosh true f64::cosh;
    degrees true |x| x * (180.0 / consts::PI);
    exp true f64::exp;
    exp2 true f64::exp2;
    expm1 true f64::exp_m1;
    fabs false f64::abs;
    log1p false f64::ln_1p;
    radians false |x| x * (consts::PI / 180.0);
    sin false f64::sin;
    sinh true f64::sinh;
    sqrt false f64::sqrt;
    tan false f64::tan;
    tanh false f64::tanh;
}

/// The system's cube root: the compiler's own library has another, with other last digits.
fn cube_root(x: f64) -> f64 {
    static SYSTEM: std::sync::OnceLock<Option<extern "C" fn(f64) -> f64>> = std::sync::OnceLock::new();
    let system = SYSTEM.get_or_init(|| {
        // SAFETY: the system's mathematics library is loaded for good, and its `cbrt` takes and gives one double.
        unsafe {
            let found = libc::dlsym(libc::RTLD_NEXT, c"cbrt".as_ptr());
            (!found.is_null())
                .then(|| std::mem::transmute::<*mut libc::c_void, extern "C" fn(f64) -> f64>(found))
        }
    });
    system.map_or_else(|| x.cbrt(), |system| system(x))
}

fn error_function(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    one(gil, arguments, "erf").map(|x| Value::float(erf(x)))
}

fn complement(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    one(gil, arguments, "erfc").map(|x| Value::float(erfc(x)))
}

fn gamma(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let x = one(gil, arguments, "gamma")?;
    if x == f64::NEG_INFINITY || x <= 0.0 && x == x.floor() {
        return Err(domain(gil));
    }
    if x == x.floor() && (1.0..=23.0).contains(&x) {
        return Ok(Value::float((1..x as u64).map(|factor| factor as f64).product()));
    }
    checked(gil, x, if x.is_finite() { gamma::gamma(x) } else { x }, true)
}

fn log_gamma(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let x = one(gil, arguments, "lgamma")?;
    if x.is_finite() && x <= 0.0 && x == x.floor() {
        return Err(domain(gil));
    }
    checked(gil, x, if x.is_finite() { gamma::log_gamma(x) } else { x.abs() }, true)
}

/// A logarithm that also knows ints too large for a float.
fn logarithm(gil: Gil<'_>, value: &Value, function: fn(f64) -> f64) -> Result<f64> {
    let Some(number) = int::number(value) else {
        let x = to_f64(gil, value)?;
        return if x > 0.0 || x.is_nan() { Ok(function(x)) } else { Err(domain(gil)) };
    };
    if number.is_negative() || number.is_zero() {
        return Err(domain(gil));
    }
    let x = number.to_f64();
    if x.is_finite() {
        return Ok(function(x));
    }
    let shift = number.bit_length() - 64;
    let head = int::Number::Big(&(number.to_big() >> shift)).to_f64();
    Ok(function(head) + function(2.0) * shift as f64)
}

fn log(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "log", 1, 2)?;
    let above = logarithm(gil, &values[0], f64::ln)?;
    let Some(base) = values.get(1) else { return Ok(Value::float(above)) };
    let below = Value::float(logarithm(gil, base, f64::ln)?);
    operations::binary(gil, crate::object::Operator::TrueDivide, &Value::float(above), &below)
}

fn log2(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "math.log2")?;
    logarithm(gil, value, f64::log2).map(Value::float)
}

fn log10(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "math.log10")?;
    logarithm(gil, value, f64::log10).map(Value::float)
}

fn rounded(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, function: fn(f64) -> f64) -> Result<Value> {
    let [value] = arguments.exactly(gil, &format!("math.{name}"))?;
    if let Some(number) = float::number(value).filter(|_| value.bits().is_float()) {
        return float::to_int(gil, function(number));
    }
    if let Some(result) = operations::call_special(gil, value, &format!("__{name}__"), &[])? {
        return Ok(result);
    }
    if name == "trunc" {
        let class = value.class(gil).name();
        return Err(crate::object::raised::type_error(
            gil,
            format!("type {class} doesn't define __trunc__ method"),
        ));
    }
    float::to_int(gil, function(to_f64(gil, value)?))
}

fn ceil(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    rounded(gil, arguments, "ceil", f64::ceil)
}

fn floor(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    rounded(gil, arguments, "floor", f64::floor)
}

fn trunc(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    rounded(gil, arguments, "trunc", f64::trunc)
}

fn is_finite(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    one(gil, arguments, "isfinite").map(|x| Value::bool(x.is_finite()))
}

fn is_infinite(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    one(gil, arguments, "isinf").map(|x| Value::bool(x.is_infinite()))
}

fn is_nan(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    one(gil, arguments, "isnan").map(|x| Value::bool(x.is_nan()))
}

fn ulp(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let x = one(gil, arguments, "ulp")?.abs();
    if !x.is_finite() {
        return Ok(Value::float(x));
    }
    let above = nextafter(x, f64::INFINITY);
    Ok(Value::float(if above.is_infinite() { x - nextafter(x, 0.0) } else { above - x }))
}

fn atan2(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    two(gil, arguments, "atan2").map(|(y, x)| Value::float(y.atan2(x)))
}

fn copysign(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    two(gil, arguments, "copysign").map(|(x, y)| Value::float(x.copysign(y)))
}

fn fmod(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (x, y) = two(gil, arguments, "fmod")?;
    let rest = x % y;
    if rest.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain(gil));
    }
    Ok(Value::float(rest))
}

fn ieee_remainder(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (x, y) = two(gil, arguments, "remainder")?;
    if x.is_nan() || y.is_nan() {
        return Ok(Value::float(f64::NAN));
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain(gil));
    }
    Ok(Value::float(remainder(x, y)))
}

fn pow(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (x, y) = two(gil, arguments, "pow")?;
    let power = x.powf(y);
    if x.is_finite() && y.is_finite() {
        if power.is_nan() || power.is_infinite() && x == 0.0 {
            return Err(domain(gil));
        }
        if power.is_infinite() {
            return Err(range(gil));
        }
    }
    Ok(Value::float(power))
}

fn fma(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [x, y, z] = arguments.exactly(gil, "fma")?;
    let (x, y, z) = (to_f64(gil, x)?, to_f64(gil, y)?, to_f64(gil, z)?);
    let result = x.mul_add(y, z);
    if result.is_finite() || x.is_nan() || y.is_nan() || z.is_nan() {
        return Ok(Value::float(result));
    }
    if result.is_nan() {
        return Err(value_error(gil, "invalid operation in fma"));
    }
    if x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(overflow_error(gil, "overflow in fma"));
    }
    Ok(Value::float(result))
}

fn frexp(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let x = one(gil, arguments, "frexp")?;
    if x == 0.0 || !x.is_finite() {
        return Ok(tuple::of(gil, vec![Value::float(x), int::from_i64(gil, 0)]));
    }
    let (mantissa, exponent) = float::parts(x.abs());
    let length = 64 - mantissa.leading_zeros() as i32;
    let fraction = scale(mantissa as f64, -length).copysign(x);
    Ok(tuple::of(gil, vec![Value::float(fraction), int::from_i64(gil, i64::from(exponent + length))]))
}

fn ldexp(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [x, exponent] = arguments.exactly(gil, "ldexp")?;
    let x = to_f64(gil, x)?;
    if int::number(exponent).is_none() {
        return Err(crate::object::raised::type_error(gil, "Expected an int as second argument to ldexp."));
    }
    let exponent = int::clamped(gil, exponent)?.clamp(-5000, 5000) as i32;
    let result = scale(x, exponent);
    if result.is_infinite() && x.is_finite() {
        return Err(range(gil));
    }
    Ok(Value::float(result))
}

fn modf(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let x = one(gil, arguments, "modf")?;
    let fraction = if x.is_infinite() { 0.0_f64.copysign(x) } else { (x - x.trunc()).copysign(x) };
    Ok(tuple::of(gil, vec![Value::float(fraction), Value::float(x.trunc())]))
}

static NEXT_AFTER: Parameters<3> = Parameters::new(["x", "y", "steps"], 2).positional_only(2).keyword_only(2);

fn next_after(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [x, y, steps] = arguments.bind(gil, "nextafter", &NEXT_AFTER)?;
    let none = Value::NONE;
    let (mut x, y) = (to_f64(gil, x.unwrap_or(&none))?, to_f64(gil, y.unwrap_or(&none))?);
    let Some(steps) = steps.filter(|steps| !steps.is_none()) else {
        return Ok(Value::float(nextafter(x, y)));
    };
    let steps = int::clamped(gil, steps)?;
    if steps < 0 {
        return Err(value_error(gil, "steps must be a non-negative integer"));
    }
    if x.is_nan() || y.is_nan() {
        return Ok(Value::float(x + y));
    }
    // Floats in order are the integers of their bits, mirrored below zero.
    let order = |x: f64| {
        let bits = x.to_bits() as i64;
        i128::from(if bits < 0 { i64::MIN.wrapping_sub(bits) } else { bits })
    };
    let (from, to) = (order(x), order(y));
    let moved =
        if from < to { (from + i128::from(steps)).min(to) } else { (from - i128::from(steps)).max(to) };
    if moved == to && steps > 0 {
        x = y;
    } else if steps > 0 {
        let size = f64::from_bits(moved.unsigned_abs() as u64);
        x = if moved < 0 { -size } else { size };
    }
    Ok(Value::float(x))
}

static IS_CLOSE: Parameters<4> = Parameters::new(["a", "b", "rel_tol", "abs_tol"], 2).keyword_only(2);

fn is_close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [a, b, relative, absolute] = arguments.bind(gil, "isclose", &IS_CLOSE)?;
    let none = Value::NONE;
    let (a, b) = (to_f64(gil, a.unwrap_or(&none))?, to_f64(gil, b.unwrap_or(&none))?);
    let relative = relative.map_or(Ok(1e-9), |value| to_f64(gil, value))?;
    let absolute = absolute.map_or(Ok(0.0), |value| to_f64(gil, value))?;
    if relative < 0.0 || absolute < 0.0 {
        return Err(value_error(gil, "tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::TRUE);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::FALSE);
    }
    let difference = (b - a).abs();
    let close =
        difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute;
    Ok(Value::bool(close))
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let constants = [
        ("pi", consts::PI),
        ("e", consts::E),
        ("tau", consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ];
    for (name, number) in constants {
        module.set(gil, name, Value::float(number));
    }
    Ok(())
}

const ONE: &str = "($module, x, /)";
const TWO: &str = "($module, x, y, /)";

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "math",
    doc: "This module provides access to the mathematical functions\ndefined by the C standard.",
    functions: &[
        Function::new("acos", ONE, "Return the arc cosine (measured in radians) of x.", acos),
        Function::new("acosh", ONE, "Return the inverse hyperbolic cosine of x.", acosh),
        Function::new("asin", ONE, "Return the arc sine (measured in radians) of x.", asin),
        Function::new("asinh", ONE, "Return the inverse hyperbolic sine of x.", asinh),
        Function::new("atan", ONE, "Return the arc tangent (measured in radians) of x.", atan),
        Function::new("atan2", "($module, y, x, /)", "Return the arc tangent of y/x.", atan2),
        Function::new("atanh", ONE, "Return the inverse hyperbolic tangent of x.", atanh),
        Function::new("cbrt", ONE, "Return the cube root of x.", cbrt),
        Function::new("ceil", ONE, "Return the ceiling of x as an Integral.", ceil),
        Function::new("comb", "($module, n, k, /)", "Ways to choose k of n items, unordered.", whole::comb),
        Function::new("copysign", TWO, "The magnitude of x with the sign of y.", copysign),
        Function::new("cos", ONE, "Return the cosine of x (measured in radians).", cos),
        Function::new("cosh", ONE, "Return the hyperbolic cosine of x.", cosh),
        Function::new("degrees", ONE, "Convert angle x from radians to degrees.", degrees),
        Function::new("dist", "($module, p, q, /)", "The Euclidean distance of two points.", sums::dist),
        Function::new("erf", ONE, "Error function at x.", error_function),
        Function::new("erfc", ONE, "Complementary error function at x.", complement),
        Function::new("exp", ONE, "Return e raised to the power of x.", exp),
        Function::new("exp2", ONE, "Return 2 raised to the power of x.", exp2),
        Function::new("expm1", ONE, "Return exp(x)-1.", expm1),
        Function::new("fabs", ONE, "Return the absolute value of the float x.", fabs),
        Function::new("factorial", "($module, n, /)", "Find n!.", whole::factorial),
        Function::new("floor", ONE, "Return the floor of x as an Integral.", floor),
        Function::new("fma", "($module, x, y, z, /)", "Fused multiply-add operation.", fma),
        Function::new("fmod", TWO, "Return fmod(x, y), according to platform C.", fmod),
        Function::new("frexp", ONE, "Return the mantissa and exponent of x, as pair (m, e).", frexp),
        Function::new("fsum", "($module, seq, /)", "An accurate sum of numbers.", sums::fsum),
        Function::new("gamma", ONE, "Gamma function at x.", gamma),
        Function::new("gcd", "($module, *integers)", "Greatest Common Divisor.", whole::gcd),
        Function::new("hypot", "", "The Euclidean norm of the coordinates.", sums::hypot),
        Function::new(
            "isclose",
            "($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)",
            "Determine whether two floating-point numbers are close in value.",
            is_close,
        ),
        Function::new("isfinite", ONE, "Return True if x is neither an infinity nor a NaN.", is_finite),
        Function::new("isinf", ONE, "Return True if x is an infinity.", is_infinite),
        Function::new("isnan", ONE, "Return True if x is a NaN.", is_nan),
        Function::new("isqrt", "($module, n, /)", "The integer part of the square root.", whole::isqrt),
        Function::new("lcm", "($module, *integers)", "Least Common Multiple.", whole::lcm),
        Function::new("ldexp", "($module, x, i, /)", "Return x * (2**i).", ldexp),
        Function::new(
            "lgamma",
            ONE,
            "Natural logarithm of absolute value of Gamma function at x.",
            log_gamma,
        ),
        Function::new("log", "", "Return the logarithm of x to the given base.", log),
        Function::new("log10", ONE, "Return the base 10 logarithm of x.", log10),
        Function::new("log1p", ONE, "Return the natural logarithm of 1+x (base e).", log1p),
        Function::new("log2", ONE, "Return the base 2 logarithm of x.", log2),
        Function::new("modf", ONE, "Return the fractional and integer parts of x.", modf),
        Function::new(
            "nextafter",
            "($module, x, y, /, *, steps=None)",
            "Return the floating-point value the given number of steps after x towards y.",
            next_after,
        ),
        Function::new(
            "perm",
            "($module, n, k=None, /)",
            "Ways to choose k of n items, ordered.",
            whole::perm,
        ),
        Function::new("pow", TWO, "Return x**y (x to the power of y).", pow),
        Function::new(
            "prod",
            "($module, iterable, /, *, start=1)",
            "The product of the elements.",
            sums::prod,
        ),
        Function::new("radians", ONE, "Convert angle x from degrees to radians.", radians),
        Function::new(
            "remainder",
            TWO,
            "Difference between x and the closest multiple of y.",
            ieee_remainder,
        ),
        Function::new("sin", ONE, "Return the sine of x (measured in radians).", sin),
        Function::new("sinh", ONE, "Return the hyperbolic sine of x.", sinh),
        Function::new("sqrt", ONE, "Return the square root of x.", sqrt),
        Function::new("sumprod", "($module, p, q, /)", "Sum of products of two iterables.", sums::sumprod),
        Function::new("tan", ONE, "Return the tangent of x (measured in radians).", tan),
        Function::new("tanh", ONE, "Return the hyperbolic tangent of x.", tanh),
        Function::new("trunc", ONE, "Truncates the Real x to the nearest Integral toward 0.", trunc),
        Function::new("ulp", ONE, "Return the value of the least significant bit of the float x.", ulp),
    ],
    set_up: Some(set_up),
};
