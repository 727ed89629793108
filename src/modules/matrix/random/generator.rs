//! The type `Generator`.
//!
//! Invariant: the lock around the state is held only while numbers are drawn, never while a thread waits for the GIL; so
//! a thread that has the GIL may wait for it.

use parking_lot::Mutex;

use super::pcg::Pcg;
use super::{choice, counts, seed};
use crate::gil::Gil;
use crate::modules::matrix::data::{Data, Kind};
use crate::modules::matrix::{
    Matrix, convert, filled, kind_of, number_value, of, operators, run, scalar, select, shape_of, size_of,
};
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{type_error, value_error};
use crate::object::{
    Arguments, Operator, Parameters, Payload, Ref, Result, SlotTable, Storage, Text, Value, intern,
    operations,
};
use crate::payload;
use crate::types::list::List;
use crate::types::{float, int, module};

/// The payload of `numpy.random.Generator`.
pub struct Generator {
    /// In a box, since its words ask for more alignment than objects have.
    pcg: Box<Mutex<Pcg>>,
}

impl Payload for Generator {
    payload!(Generator, untracked);
}

fn this<'a>(gil: Gil<'_>, value: Option<&'a Value>) -> Result<&'a Ref<Generator>> {
    value.and_then(Value::downcast).ok_or_else(|| type_error(gil, "a Generator is required"))
}

/// `default_rng(seed)`.
pub fn default(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static SEED: Parameters<1> = Parameters::new(["seed"], 0);
    let [given] = arguments.bind(gil, "default_rng", &SEED)?;
    let pcg = match given.filter(|given| !given.is_none()) {
        None => seed::of_system(),
        Some(given) if given.downcast::<Generator>().is_some() => return Ok(given.clone()),
        Some(given) => seed::of_value(gil, given)?,
    };
    Ok(Ref::new(gil, Generator { pcg: Box::new(Mutex::new(pcg)) }).into_value())
}

impl Generator {
    /// Draws without the GIL where there is much to draw.
    fn draw<R: Send>(&self, gil: Gil<'_>, count: usize, draw: impl FnOnce(&mut Pcg) -> R + Send) -> R {
        run(gil, count, move || {
            let mut shared = self.pcg.lock();
            let mut pcg = *shared;
            let drawn = draw(&mut pcg);
            *shared = pcg;
            drawn
        })
    }

    /// One float, or an array of a size.
    fn floats(
        &self,
        gil: Gil<'_>,
        size: Option<&Value>,
        draw: impl Fn(&mut Pcg) -> f64 + Send,
    ) -> Result<Value> {
        let Some(size) = given(size) else { return Ok(Value::float(draw(&mut self.pcg.lock()))) };
        let shape = shape_of(gil, size)?;
        let mut numbers = filled(gil, size_of(gil, &shape)?, 0.0)?;
        let numbers = self.draw(gil, numbers.len(), move |pcg| {
            numbers.iter_mut().for_each(|number| *number = draw(pcg));
            numbers
        });
        Ok(of(gil, shape, Data::Float64(numbers)))
    }

    /// One int, or an array of a size.
    fn ints(
        &self,
        gil: Gil<'_>,
        size: Option<&Value>,
        draw: impl Fn(&mut Pcg) -> i64 + Send,
    ) -> Result<Value> {
        let Some(size) = given(size) else { return Ok(int::from_i64(gil, draw(&mut self.pcg.lock()))) };
        let shape = shape_of(gil, size)?;
        let mut numbers = filled(gil, size_of(gil, &shape)?, 0_i64)?;
        let numbers = self.draw(gil, numbers.len(), move |pcg| {
            numbers.iter_mut().for_each(|number| *number = draw(pcg));
            numbers
        });
        Ok(of(gil, shape, Data::Int64(numbers)))
    }

    /// `start + scale * drawn`, where both may be arrays.
    fn placed(
        &self,
        gil: Gil<'_>,
        [start, scale]: [Option<&Value>; 2],
        size: Option<&Value>,
        draw: impl Fn(&mut Pcg) -> f64 + Send,
    ) -> Result<Value> {
        let (one, zero) = (Value::float(1.0), Value::float(0.0));
        let (start, scale) = (start.unwrap_or(&zero), scale.unwrap_or(&one));
        if start.downcast::<Matrix>().is_none() && scale.downcast::<Matrix>().is_none() {
            let (start, scale) = (float::to_f64(gil, start)?, float::to_f64(gil, scale)?);
            return self.floats(gil, size, move |pcg| start + scale * draw(pcg));
        }
        let (start, scale) = (convert(gil, start, None)?, convert(gil, scale, None)?);
        let joined = operators::joined_shape(gil, &start.shape, &scale.shape)?;
        let shape = crate::modules::matrix::shape_value(gil, &joined);
        let drawn = self.floats(gil, Some(given(size).unwrap_or(&shape)), draw)?;
        let scaled = operators::arithmetic(gil, Operator::Multiply, scale.as_value(), &drawn)?;
        operators::arithmetic(gil, Operator::Add, start.as_value(), &scaled)
    }
}

fn given(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| !value.is_none())
}

fn is_negative(value: &Value) -> bool {
    let whole = int::number(value).is_some_and(|number| number.is_negative());
    whole || float::number(value).is_some_and(|number| number < 0.0)
}

fn truth_or(gil: Gil<'_>, value: Option<&Value>, otherwise: bool) -> Result<bool> {
    value.map_or(Ok(otherwise), |value| operations::truth(gil, value))
}

fn float_or(gil: Gil<'_>, value: Option<&Value>, otherwise: f64) -> Result<f64> {
    value.map_or(Ok(otherwise), |value| float::to_f64(gil, value))
}

static SIZE: Parameters<2> = Parameters::new(["self", "size"], 1).positional_only(1);

macro_rules! standard {
    ($($name:ident $text:literal $draw:expr;)*) => {
        $(
            fn $name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
                let [generator, size] = arguments.bind(gil, $text, &SIZE)?;
                this(gil, generator)?.floats(gil, size, $draw)
            }
        )*
    };
}

standard! {
    random "random" Pcg::fraction;
    standard_normal "standard_normal" Pcg::normal;
    standard_exponential "standard_exponential" Pcg::exponential;
}

fn uniform(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static UNIFORM: Parameters<4> = Parameters::new(["self", "low", "high", "size"], 1).positional_only(1);
    let [generator, low, high, size] = arguments.bind(gil, "uniform", &UNIFORM)?;
    let (one, zero) = (Value::float(1.0), Value::float(0.0));
    let (low, high) = (low.unwrap_or(&zero), high.unwrap_or(&one));
    let range = operations::binary(gil, Operator::Subtract, high, low)?;
    this(gil, generator)?.placed(gil, [Some(low), Some(&range)], size, Pcg::fraction)
}

fn normal(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static NORMAL: Parameters<4> = Parameters::new(["self", "loc", "scale", "size"], 1).positional_only(1);
    let [generator, loc, scale, size] = arguments.bind(gil, "normal", &NORMAL)?;
    if scale.is_some_and(is_negative) {
        return Err(value_error(gil, "scale < 0"));
    }
    this(gil, generator)?.placed(gil, [loc, scale], size, Pcg::normal)
}

fn exponential(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static EXPONENTIAL: Parameters<3> = Parameters::new(["self", "scale", "size"], 1).positional_only(1);
    let [generator, scale, size] = arguments.bind(gil, "exponential", &EXPONENTIAL)?;
    if scale.is_some_and(is_negative) {
        return Err(value_error(gil, "scale < 0"));
    }
    this(gil, generator)?.placed(gil, [None, scale], size, Pcg::exponential)
}

fn poisson(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static POISSON: Parameters<3> = Parameters::new(["self", "lam", "size"], 1).positional_only(1);
    let [generator, mean, size] = arguments.bind(gil, "poisson", &POISSON)?;
    let mean = float_or(gil, mean, 1.0)?;
    if mean.is_nan() || mean < 0.0 {
        return Err(value_error(gil, "lam < 0 or lam is NaN"));
    }
    if mean > i64::MAX as f64 - (i64::MAX as f64).sqrt() * 10.0 {
        return Err(value_error(gil, "lam value too large"));
    }
    this(gil, generator)?.ints(gil, size, move |pcg| counts::poisson(pcg, mean))
}

fn binomial(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static BINOMIAL: Parameters<4> = Parameters::new(["self", "n", "p", "size"], 3).positional_only(1);
    let [generator, trials, chance, size] = arguments.bind(gil, "binomial", &BINOMIAL)?;
    let trials = int::to_i64(gil, trials.unwrap_or(&Value::NONE))?;
    let chance = float_or(gil, chance, 0.5)?;
    if trials < 0 {
        return Err(value_error(gil, "n < 0"));
    }
    if !(0.0..=1.0).contains(&chance) {
        return Err(value_error(gil, "p < 0, p > 1 or p is NaN"));
    }
    this(gil, generator)?.ints(gil, size, move |pcg| counts::binomial(pcg, trials, chance))
}

fn integers(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static INTEGERS: Parameters<6> =
        Parameters::new(["self", "low", "high", "size", "dtype", "endpoint"], 2).positional_only(1);
    let [generator, low, high, size, kind, endpoint] = arguments.bind(gil, "integers", &INTEGERS)?;
    let whole = |value: Option<&Value>| {
        let none = Value::NONE;
        let value = value.unwrap_or(&none);
        float::number(value).map_or_else(|| int::to_i64(gil, value), |number| Ok(number as i64))
    };
    let first = whole(low)?;
    let (low, high) = match given(high) {
        Some(high) => (first, whole(Some(high))?),
        None => (0, first),
    };
    let endpoint = truth_or(gil, endpoint, false)?;
    if low > high || low == high && !endpoint {
        return Err(value_error(gil, if endpoint { "low > high" } else { "low >= high" }));
    }
    let largest = (high as u64).wrapping_sub(low as u64).wrapping_sub(u64::from(!endpoint));
    let drawn =
        this(gil, generator)?.ints(gil, size, move |pcg| low.wrapping_add(pcg.below(largest) as i64))?;
    match kind_of(gil, kind)? {
        Some(kind) if kind != Kind::Int64 && given(size).is_some() => {
            Ok(convert(gil, &drawn, Some(kind))?.to_value())
        }
        _ if given(size).is_none() => Ok(scalar::of_int(gil, int::to_i64(gil, &drawn)?)),
        _ => Ok(drawn),
    }
}

fn shuffle(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [generator, items] = arguments.exactly(gil, "shuffle")?;
    let generator = this(gil, Some(generator))?;
    if let Some(list) = items.downcast::<List>() {
        let count = list.items.borrow().len();
        let order = generator.draw(gil, count, move |pcg| choice::permutation(pcg, count));
        let mut items = list.items.borrow_mut();
        let shuffled: Vec<Value> =
            order.iter().filter_map(|&place| items.get(place as usize).cloned()).collect();
        let old = std::mem::replace(&mut *items, shuffled);
        drop(items);
        drop(old);
        return Ok(Value::NONE);
    }
    let Some(matrix) = items.downcast::<Matrix>() else {
        return Err(type_error(gil, "shuffle() takes a list or an array"));
    };
    let shuffled = in_random_order(gil, generator, items)?;
    select::set(gil, matrix, &Value::ELLIPSIS, &shuffled)?;
    Ok(Value::NONE)
}

/// The rows of an array in random order.
fn in_random_order(gil: Gil<'_>, generator: &Generator, items: &Value) -> Result<Value> {
    let matrix = convert(gil, items, None)?;
    let Some(&count) = matrix.shape.first() else {
        return Err(type_error(gil, "an array with at least one axis is needed"));
    };
    let order = generator.draw(gil, count, move |pcg| choice::permutation(pcg, count));
    select::get(gil, &matrix, &of(gil, vec![count], Data::Int64(order)))
}

fn permutation(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [generator, items] = arguments.exactly(gil, "permutation")?;
    let generator = this(gil, Some(generator))?;
    if int::number(items).is_none() {
        return in_random_order(gil, generator, items);
    }
    let count = size_of(gil, &shape_of(gil, items)?)?;
    let order = generator.draw(gil, count, move |pcg| choice::permutation(pcg, count));
    Ok(of(gil, vec![count], Data::Int64(order)))
}

fn choose(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static CHOICE: Parameters<7> =
        Parameters::new(["self", "a", "size", "replace", "p", "axis", "shuffle"], 2).positional_only(1);
    let [generator, items, size, repeats, chances, _, shuffles] = arguments.bind(gil, "choice", &CHOICE)?;
    let generator = this(gil, generator)?;
    let none = Value::NONE;
    let items = items.unwrap_or(&none);
    let from = if int::number(items).is_some() { None } else { Some(convert(gil, items, None)?) };
    let count = match &from {
        None => size_of(gil, &[usize::try_from(int::to_size(gil, items)?).unwrap_or(0)])?,
        Some(from) => from.shape.first().copied().unwrap_or(0),
    };
    let shape = given(size).map_or(Ok(Vec::new()), |size| shape_of(gil, size))?;
    let wanted = size_of(gil, &shape)?;
    if count == 0 && wanted > 0 {
        let what = if from.is_none() { "a must be a positive integer" } else { "a cannot be empty" };
        return Err(value_error(gil, format!("{what} unless no samples are taken")));
    }
    let repeats = truth_or(gil, repeats, true)?;
    if !repeats && wanted > count {
        return Err(value_error(gil, "Cannot take a larger sample than population when replace is False"));
    }
    let shuffles = truth_or(gil, shuffles, true)?;
    let chances = given(chances).map(|chances| likelihoods(gil, chances, count)).transpose()?;
    if !repeats && chances.iter().any(|all| all.iter().filter(|&&chance| chance > 0.0).count() < wanted) {
        return Err(value_error(gil, "Fewer non-zero entries in p than size"));
    }
    let places = generator.draw(gil, wanted, move |pcg| match chances {
        Some(chances) if repeats => choice::weighted(pcg, &chances, wanted),
        Some(chances) => choice::weighted_sample(pcg, &chances, wanted),
        None if repeats => (0..wanted).map(|_| pcg.below(count as u64 - 1) as i64).collect(),
        None => choice::sample(pcg, count, wanted, shuffles),
    });
    let data = Data::Int64(places);
    let single = given(size).is_none();
    match from {
        None if single => Ok(number_value(gil, &data, 0)),
        None => Ok(of(gil, shape, data)),
        Some(from) if single => select::get(gil, &from, &number_value(gil, &data, 0)),
        Some(from) => select::get(gil, &from, &of(gil, shape, data)),
    }
}

/// Chances that are fit for drawing.
fn likelihoods(gil: Gil<'_>, chances: &Value, count: usize) -> Result<Vec<f64>> {
    let chances = convert(gil, chances, Some(Kind::Float64))?.numbers().floats().into_owned();
    let sum: f64 = chances.iter().sum();
    let complaint = if chances.len() != count {
        "a and p must have same size"
    } else if sum.is_nan() {
        "Probabilities contain NaN"
    } else if chances.iter().any(|&chance| chance < 0.0) {
        "Probabilities are not non-negative"
    } else if (sum - 1.0).abs() > 1.5e-8 {
        "Probabilities do not sum to 1. See Notes section of docstring for more information."
    } else {
        return Ok(chances);
    };
    Err(value_error(gil, complaint))
}

fn text(gil: Gil<'_>, _value: &Value) -> Result<Value> {
    Ok(Ref::<Text>::text(gil, "Generator(PCG64)").into_value())
}

/// Distributions that are made of others, in Python.
macro_rules! elsewhere {
    ($($name:ident)*) => {
        $(
            fn $name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
                let distributions = module::import(gil, "numpy._distributions")?;
                let function = operations::get_attribute(gil, &distributions, &intern(gil, stringify!($name)))?;
                operations::call(gil, &function, arguments)
            }
        )*
    };
}

elsewhere! {
    lognormal laplace logistic gumbel weibull pareto power rayleigh standard_cauchy
    triangular standard_gamma gamma beta chisquare f standard_t geometric negative_binomial
    multinomial multivariate_normal dirichlet permuted bytes
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Generator",
    module: "numpy.random",
    signature: "",
    doc: "Draws random numbers: numpy's for the same seed (normal and exponential ones to some 14 digits).",
    base: None,
    layout: Generator::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable { repr: Some(text), ..SlotTable::EMPTY },
    methods: &[
        Function::new("random", "($self, size=None)", "Numbers from 0 up to below 1.", random),
        Function::new("uniform", "", "Numbers from low up to below high.", uniform),
        Function::new(
            "standard_normal",
            "($self, size=None)",
            "Normally distributed numbers around 0.",
            standard_normal,
        ),
        Function::new("normal", "", "Normally distributed numbers around loc.", normal),
        Function::new(
            "standard_exponential",
            "($self, size=None)",
            "Exponentially distributed numbers with the mean 1.",
            standard_exponential,
        ),
        Function::new("exponential", "", "Exponentially distributed numbers.", exponential),
        Function::new("poisson", "", "Numbers of Poisson's distribution.", poisson),
        Function::new("binomial", "($self, n, p, size=None)", "Numbers of successes in n trials.", binomial),
        Function::new("integers", "", "Whole numbers from low (or 0) up to below high.", integers),
        Function::new("choice", "", "Items drawn at random.", choose),
        Function::new("shuffle", "($self, x, /)", "Puts items into random order.", shuffle),
        Function::new("permutation", "($self, x, /)", "Items in random order.", permutation),
        Function::new("lognormal", "", "Numbers whose logarithms are normally distributed.", lognormal),
        Function::new("laplace", "", "Numbers of Laplace's distribution.", laplace),
        Function::new("logistic", "", "Numbers of the logistic distribution.", logistic),
        Function::new("gumbel", "", "Numbers of Gumbel's distribution.", gumbel),
        Function::new("weibull", "", "Numbers of Weibull's distribution.", weibull),
        Function::new("pareto", "", "Numbers of Lomax' distribution: Pareto's, less 1.", pareto),
        Function::new("power", "", "Numbers from 0 to 1 whose density is a power.", power),
        Function::new("rayleigh", "", "Numbers of Rayleigh's distribution.", rayleigh),
        Function::new("standard_cauchy", "", "Numbers of Cauchy's distribution.", standard_cauchy),
        Function::new("triangular", "", "Numbers whose density is a triangle.", triangular),
        Function::new("standard_gamma", "", "Numbers of the gamma distribution.", standard_gamma),
        Function::new("gamma", "", "Numbers of the gamma distribution, scaled.", gamma),
        Function::new("beta", "", "Numbers of the beta distribution.", beta),
        Function::new("chisquare", "", "Sums of squares of normal numbers.", chisquare),
        Function::new("f", "", "Quotients of sums of squares.", f),
        Function::new("standard_t", "", "Numbers of Student's distribution.", standard_t),
        Function::new("geometric", "", "How many trials it takes to succeed.", geometric),
        Function::new(
            "negative_binomial",
            "",
            "How many trials fail before so many succeed.",
            negative_binomial,
        ),
        Function::new("multinomial", "", "How often each outcome comes.", multinomial),
        Function::new("multivariate_normal", "", "Normally distributed vectors.", multivariate_normal),
        Function::new("dirichlet", "", "Vectors whose sum is 1.", dirichlet),
        Function::new("permuted", "", "The numbers in random order along an axis.", permuted),
        Function::new("bytes", "", "Random bytes.", bytes),
    ],
    attributes: &[],
};
