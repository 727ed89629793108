//! The module's functions.

use std::sync::atomic::Ordering::Relaxed;

use super::data::Kind;
use super::random::generator;
use super::table::{all, any, argmax, argmin, dot, max, mean, min, prod, sum};
use super::{
    RELEASING, dtype, kind_of, lanes, linear, making, operators, print, scalar, storing, table, ufunc,
};
use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::{Arguments, Ref, Result, Value, operations};
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};

fn choose(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [condition, left, right] = arguments.exactly(gil, "where")?;
    operators::choose(gil, condition, left, right)
}

fn joined(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [left, right] = arguments.exactly(gil, "_joined")?;
    let (left, right) = (kind_of(gil, Some(left))?, kind_of(gil, Some(right))?);
    let [left, right] = [left, right].map(|kind| kind.unwrap_or(Kind::Float64));
    Ok(dtype::of(gil, left.joined(right)))
}

fn release_gil(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [on] = arguments.exactly(gil, "release_gil")?;
    let was = RELEASING.swap(operations::truth(gil, on)?, Relaxed);
    Ok(Value::bool(was))
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "ndarray", builder::build(gil, &table::SPEC).into_value());
    module.set(gil, "dtype", builder::build(gil, &dtype::SPEC).into_value());
    module.set(gil, "Generator", builder::build(gil, &generator::SPEC).into_value());
    scalar::set_up(gil, module);
    ufunc::set_up(gil, module);
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
        Function::new("sort", "($module, a, axis=-1)", "A sorted copy.", lanes::sort),
        Function::new(
            "argsort",
            "($module, a, axis=-1)",
            "The places of the numbers in order.",
            lanes::order,
        ),
        Function::new("cumsum", "($module, a, axis=None)", "Sums so far.", lanes::sums),
        Function::new("cumprod", "($module, a, axis=None)", "Products so far.", lanes::products),
        Function::new("frombuffer", "", "Numbers in the bytes of an object.", storing::from_buffer),
        Function::new("_joined", "($module, a, b, /)", "The kind that holds numbers of both.", joined),
        Function::new("_restore", "($module, dtype, shape, bytes, /)", "For pickles.", storing::restore),
        Function::new("_solve", "($module, a, b, /)", "The x with a @ x == b.", linear::solve),
        Function::new("_pivots", "($module, a, /)", "The pivots of Gauss's elimination.", linear::pivots),
        Function::new("_cholesky", "($module, a, /)", "Cholesky's triangle.", linear::cholesky),
        Function::new("_qr", "($module, a, complete, /)", "An orthogonal matrix and a triangle.", linear::qr),
        Function::new("_svd", "($module, a, vectors, /)", "Singular values and vectors.", linear::svd),
        Function::new("_eigh", "($module, a, /)", "Eigenvalues of a symmetric matrix.", linear::eigh),
        Function::new("_eig", "($module, a, /)", "Eigenvalues and eigenvectors.", linear::eig),
        Function::new("_print_options", "", "Sets how arrays are shown.", print::set_options),
        Function::new("_text", "", "An array as text.", print::text_with),
        Function::new(
            "release_gil",
            "($module, on, /)",
            "Do kernels release the GIL? Returns what was.",
            release_gil,
        ),
    ],
    set_up: Some(set_up),
};
