//! `decimal.Context`: what operations go by, and what they have signalled.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use dashu_int::IBig;

use super::number::{MOST, Rounding, Settings, status};
use super::signals;
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::raised::{Kind, Raised, overflow_error, type_error, value_error};
use crate::object::{Arguments, Global, Parameters, Payload, Ref, Result, Text, Type, Value};
use crate::payload;
use crate::types::int;
use crate::types::list::List;

/// What a context traps and has seen, which its mappings show.
#[derive(Clone)]
pub struct Signals {
    /// The bits of the signals that raise exceptions.
    pub traps: Cell<u32>,
    /// The bits of what has been signalled.
    pub status: Cell<u32>,
}

/// The payload.
pub struct Context {
    pub settings: Cell<Settings>,
    pub capitals: Cell<bool>,
    pub signals: Rc<Signals>,
    /// The mappings of flags and of traps, once they have been asked for.
    pub maps: [OnceCell<Value>; 2],
}

impl Clone for Context {
    /// One with signals and mappings of its own.
    fn clone(&self) -> Context {
        Context {
            settings: self.settings.clone(),
            capitals: self.capitals.clone(),
            signals: Rc::new((*self.signals).clone()),
            maps: Default::default(),
        }
    }
}

impl Payload for Context {
    payload!(Context, untracked);
}

impl Context {
    /// Takes note of what an operation signals; raises where that is trapped.
    #[inline]
    pub fn note(&self, gil: Gil<'_>, status: u32) -> Result<()> {
        if status == 0 {
            return Ok(());
        }
        let signals = &self.signals;
        signals.status.set(signals.status.get() | status & !status::NO_MEMORY);
        match status & (signals.traps.get() | status::NO_MEMORY) {
            0 => Ok(()),
            trapped => Err(signals::raised(gil, trapped)),
        }
    }
}

/// The contexts that the module offers: the one that new ones take after, and all of those that `setcontext` copies.
#[derive(Default)]
struct Templates {
    default: Option<Ref<Context>>,
    others: Vec<Ref<Context>>,
}

static TEMPLATES: Global<RefCell<Option<Templates>>> = Global::new(RefCell::new(None));

/// `_set_templates(default, *others)`.
pub fn set_templates(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let all =
        arguments.positionals().iter().map(|value| this(gil, value).cloned()).collect::<Result<Vec<_>>>()?;
    let templates = Templates { default: all.first().cloned(), others: all };
    let before = TEMPLATES.get(gil).replace(Some(templates));
    drop(before);
    Ok(Value::NONE)
}

/// Is it one of those that are not used, but copied?
pub fn is_template(gil: Gil<'_>, context: &Ref<Context>) -> bool {
    let templates = TEMPLATES.get(gil).borrow();
    templates.iter().flat_map(|templates| &templates.others).any(|known| known.is(context))
}

/// What a new context is like: as DefaultContext, without flags.
pub fn template(gil: Gil<'_>) -> Context {
    let templates = TEMPLATES.get(gil).borrow();
    match templates.as_ref().and_then(|templates| templates.default.as_ref()) {
        Some(default) => fresh(default),
        None => Context {
            settings: Cell::new(Settings::new(28, 999_999, -999_999, Rounding::HalfEven, false)),
            capitals: Cell::new(true),
            signals: Rc::new(Signals {
                traps: Cell::new(status::ALL_INVALID | status::DIVISION_BY_ZERO | status::OVERFLOW),
                status: Cell::new(0),
            }),
            maps: Default::default(),
        },
    }
}

/// The same without flags.
pub fn fresh(context: &Context) -> Context {
    let fresh = context.clone();
    fresh.signals.status.set(0);
    fresh
}

/// A new context.
pub fn make(gil: Gil<'_>, context: Context) -> Ref<Context> {
    Ref::new(gil, context)
}

/// A value as a context.
pub fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Context>> {
    value.downcast().ok_or_else(|| type_error(gil, "argument must be a context"))
}

/// The context that a call names, or the current one.
pub fn given_or_current(gil: Gil<'_>, given: Option<&Value>) -> Result<Ref<Context>> {
    match given.filter(|given| !given.is_none()) {
        None => super::current::current(gil),
        Some(given) => match given.downcast() {
            Some(context) => Ok(Ref::clone(context)),
            None => Err(type_error(gil, "optional argument must be a context")),
        },
    }
}

/// A way to round by its name.
pub fn rounding(gil: Gil<'_>, value: &Value) -> Result<Rounding> {
    let name = value.downcast::<Text>().and_then(|text| text.as_str());
    let found = name.and_then(|name| Rounding::ALL.iter().find(|(known, _)| *known == name));
    found.map(|(_, rounding)| *rounding).ok_or_else(|| {
        let message = "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   \
                       ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]";
        type_error(gil, message)
    })
}

/// The names of what can be set, in the order of the constructor's parameters.
pub const NAMES: [&str; 8] = ["prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"];

/// `Context.__new__`.
pub fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), template(gil)).into_value())
}

/// `Context.__init__`.
pub fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    static PARAMETERS: Parameters<8> = Parameters::new(NAMES, 0);
    let given = arguments.bind(gil, "", &PARAMETERS)?;
    let context = this(gil, value)?;
    for (name, given) in NAMES.iter().zip(given) {
        match given.filter(|given| !given.is_none()) {
            Some(list) if list.downcast::<List>().is_some() && matches!(*name, "flags" | "traps") => {
                let cell = if *name == "flags" { &context.signals.status } else { &context.signals.traps };
                cell.set(signals::bits_of_list(gil, list)?);
            }
            Some(new) => set(gil, context, name, new)?,
            None => {}
        }
    }
    Ok(())
}

/// The value of a setting.
pub fn get(gil: Gil<'_>, context: &Ref<Context>, name: &str) -> Result<Value> {
    let settings = context.settings.get();
    Ok(match name {
        "prec" => int::from_i64(gil, settings.precision),
        "Emin" => int::from_i64(gil, settings.least),
        "Emax" => int::from_i64(gil, settings.most),
        "capitals" => int::from_i64(gil, context.capitals.get().into()),
        "clamp" => int::from_i64(gil, settings.clamp.into()),
        "rounding" => crate::object::intern(gil, settings.rounding.name()).into_value(),
        _ => signals::map_of(gil, context, name == "traps")?,
    })
}

/// Changes a setting.
pub fn set(gil: Gil<'_>, context: &Ref<Context>, name: &str, new: &Value) -> Result<()> {
    let settings = context.settings.get();
    let (mut precision, mut most, mut least) = (settings.precision, settings.most, settings.least);
    let (mut clamp, mut way) = (settings.clamp, settings.rounding);
    match name {
        "prec" => precision = whole(gil, new, 1..=MOST, "valid range for prec is [1, MAX_PREC]")?,
        "Emin" => least = whole(gil, new, -MOST..=0, "valid range for Emin is [MIN_EMIN, 0]")?,
        "Emax" => most = whole(gil, new, 0..=MOST, "valid range for Emax is [0, MAX_EMAX]")?,
        "clamp" => clamp = whole(gil, new, 0..=1, "valid values for clamp are 0 or 1")? == 1,
        "capitals" => {
            context.capitals.set(whole(gil, new, 0..=1, "valid values for capitals are 0 or 1")? == 1);
        }
        "rounding" => way = rounding(gil, new)?,
        "flags" => context.signals.status.set(signals::bits_of_mapping(gil, new)?),
        _ => context.signals.traps.set(signals::bits_of_mapping(gil, new)?),
    }
    context.settings.set(Settings::new(precision, most, least, way, clamp));
    Ok(())
}

fn whole(gil: Gil<'_>, value: &Value, range: std::ops::RangeInclusive<i64>, message: &str) -> Result<i64> {
    let Some(number) = int::number(value) else { return Err(type_error(gil, "an integer is required")) };
    match number.to_i64() {
        None => Err(overflow_error(gil, "Python int too large to convert to C ssize_t")),
        Some(number) if range.contains(&number) => Ok(number),
        Some(_) => Err(value_error(gil, message)),
    }
}

/// `setattr(context, name, new)`: CPython's words about a name that there is not are those of a type with a setter.
pub fn set_any(gil: Gil<'_>, value: &Value, name: &Ref<Text>, new: Option<Value>) -> Result<()> {
    match value.is_exact::<Context>(gil) && value.class(gil).lookup(name).is_none() {
        true => Err(crate::object::operations::no_attribute(gil, value, name)),
        false => crate::types::object::set_attribute(gil, value, name, new),
    }
}

/// The setter of an attribute.
pub fn set_attribute(gil: Gil<'_>, value: &Value, name: &str, new: Option<Value>) -> Result<()> {
    match new {
        Some(new) => set(gil, this(gil, value)?, name, &new),
        None => Err(Raised::with_message(gil, Kind::AttributeError, "context attributes cannot be deleted")),
    }
}

/// `repr(context)`.
pub fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let context = this(gil, value)?;
    let settings = context.settings.get();
    let shown = format!(
        "Context(prec={}, rounding={}, Emin={}, Emax={}, capitals={}, clamp={}, flags=[{}], traps=[{}])",
        settings.precision,
        settings.rounding.name(),
        settings.least,
        settings.most,
        u8::from(context.capitals.get()),
        u8::from(settings.clamp),
        signals::names(context.signals.status.get()),
        signals::names(context.signals.traps.get()),
    );
    Ok(convert::text(gil, &shown))
}

/// `Context.__reduce__`.
pub fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let context = this(gil, value)?;
    let mut parts = NAMES[..6].iter().map(|name| get(gil, context, name)).collect::<Result<Vec<_>>>()?;
    for bits in [context.signals.status.get(), context.signals.traps.get()] {
        parts.push(convert::list(gil, signals::classes(gil, bits)?));
    }
    Ok(convert::tuple(gil, vec![value.class(gil).to_value(), convert::tuple(gil, parts)]))
}

/// `Context.copy`.
pub fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "copy")?;
    Ok(make(gil, (**this(gil, value)?).clone()).into_value())
}

/// The int of a magnitude and a sign.
pub fn int_of(gil: Gil<'_>, magnitude: &super::coefficient::Coefficient, negative: bool) -> Value {
    let number = match magnitude.small().and_then(|small| i128::try_from(small).ok()) {
        Some(small) => return int::from_i128(gil, if negative { -small } else { small }),
        None => IBig::from(magnitude.to_big()),
    };
    int::from_big(gil, if negative { -number } else { number })
}
