//! Arguments to registers: what a call gives becomes what the parameters hold, with CPython's errors.

use crate::code::object::flags;
use crate::gil::Gil;
use crate::object::raised::type_error;
use crate::object::{Arguments, Bits, Raised, Ref, Result, Text, Value, unexpected_keyword};
use crate::types::code::{CodeObject, Entry};
use crate::types::dict::Dict;
use crate::types::function::Function;
use crate::types::tuple;

use super::peek;
use super::place::{Window, retain};

/// The function that is called, its code, and the window that its parameters are in.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub function: &'a Ref<Function>,
    pub code: &'a Ref<CodeObject>,
    pub window: Window,
}

impl Frame<'_> {
    fn set(&self, place: u16, value: Option<Value>) {
        self.window.put_option(place, value);
    }

    fn get(&self, place: u16) -> Option<&Value> {
        self.window.get(place)
    }
}

/// Fills the parameters of a window whose locals are empty, and the free variables from the closure.
pub fn bind(gil: Gil<'_>, frame: Frame<'_>, arguments: Arguments<'_>) -> Result<()> {
    let Frame { function, code, .. } = frame;
    let plain = &code.code;
    let positional = usize::from(plain.argument_count);
    let keyword_only = usize::from(plain.keyword_only_count);
    let named = positional + keyword_only;
    let positionals = arguments.positionals();
    for (place, value) in positionals.iter().take(positional).enumerate() {
        frame.set(place as u16, Some(value.clone()));
    }
    let mut rest = named as u16;
    let takes_more = plain.flags & flags::VARARGS != 0;
    if takes_more {
        let more = positionals.get(positional..).unwrap_or_default().to_vec();
        frame.set(rest, Some(tuple::of(gil, more)));
        rest += 1;
    }
    let extra = if plain.flags & flags::VARKEYWORDS != 0 {
        let dict = Ref::new(gil, Dict::new());
        frame.set(rest, Some(dict.to_value()));
        Some(dict)
    } else {
        None
    };
    for (name, value) in arguments.keywords() {
        keyword(gil, frame, extra.as_ref(), (name, value), arguments)?;
    }
    if positionals.len() > positional && !takes_more {
        return Err(too_many(gil, frame, positionals.len()));
    }
    defaults(gil, frame)?;
    let first_free = plain.nlocals() - usize::from(plain.free_count);
    for (place, cell) in function.closure.iter().enumerate() {
        frame.set((first_free + place) as u16, Some(cell.to_value()));
    }
    Ok(())
}

/// So many named arguments at most are placed by [`place`].
const FEW: usize = 8;

/// Moves the last arguments of a window, which have names, to the places of their parameters, and fills the rest of the
/// parameters with defaults. False, and nothing done, where [`bind`] is to see to it.
pub fn place(
    function: &Ref<Function>,
    code: &CodeObject,
    window: Window,
    total: usize,
    names: &[Ref<Text>],
) -> bool {
    let (takes, positional) = (code.entry.simple as usize, total - names.len());
    if code.entry.simple == Entry::NEVER || total > takes || takes > 64 || names.len() > FEW {
        return false;
    }
    let first = positional.max(code.code.positional_only_count.into());
    let (mut places, mut given) = ([0_u16; FEW], 0_u64);
    for (name, place) in names.iter().zip(&mut places) {
        // Both are interned.
        let known = code.local_names[first.min(takes)..takes].iter().position(|known| known.is(name));
        let Some(known) = known.map(|known| first + known).filter(|known| given >> known & 1 == 0) else {
            return false;
        };
        given |= 1 << known;
        *place = known as u16;
    }
    let defaults = peek::defaults(function);
    let without = takes.saturating_sub(defaults.len());
    if (positional..without).any(|place| given >> place & 1 == 0) {
        return false;
    }
    let mut words = [Bits::EMPTY; FEW];
    for (word, from) in words.iter_mut().zip(positional..total) {
        *word = window.bits(from as u16);
    }
    for place in (positional..takes).filter(|place| given >> place & 1 == 0) {
        let default = defaults[place + defaults.len() - takes].bits();
        retain(default);
        window.set(place as u16, default);
    }
    for (place, word) in places.iter().zip(words).take(names.len()) {
        window.set(*place, word);
    }
    true
}

/// Puts the last of so many positional arguments, which lie in the window already, into the tuple that the function
/// takes, gives it an empty dict for named ones if it takes those, and makes the rest of the window ready. False, and
/// nothing done, where [`bind`] is to see to it.
pub fn gather(
    gil: Gil<'_>,
    function: &Ref<Function>,
    code: &CodeObject,
    window: Window,
    total: usize,
) -> bool {
    let (plain, takes) = (&code.code, usize::from(code.code.argument_count));
    let (more, named) = (plain.flags & flags::VARARGS != 0, plain.flags & flags::VARKEYWORDS != 0);
    let is_whole = takes > 0 || total == 0 || window.get(0).is_some();
    if total < takes || plain.keyword_only_count > 0 || !is_whole || total > takes && !more {
        return false;
    }
    let mut place = takes as u16;
    if more {
        let items = window.take_many(place, total - takes);
        window.set(place, tuple::of(gil, items).into_bits());
        place += 1;
    }
    if named {
        window.set(place, Ref::new(gil, Dict::new()).into_value().into_bits());
        place += 1;
    }
    window.clear(place.into(), code.entry.locals as usize);
    let first_free = (code.entry.locals - code.entry.free) as usize;
    for (place, cell) in (first_free..).zip(&function.closure) {
        window.set(place as u16, cell.to_value().into_bits());
    }
    true
}

fn keyword(
    gil: Gil<'_>,
    frame: Frame<'_>,
    extra: Option<&Ref<Dict>>,
    (name, value): (&Ref<Text>, &Value),
    all: Arguments<'_>,
) -> Result<()> {
    let Frame { code, .. } = frame;
    let first = usize::from(code.code.positional_only_count);
    let named = usize::from(code.code.argument_count + code.code.keyword_only_count);
    let place = (first..named).find(|&place| code.local_names[place].equals(name));
    match (place, extra) {
        (Some(place), _) => {
            if frame.get(place as u16).is_some() {
                let (function, name) = (qualified(frame.function), name.lossy());
                return Err(type_error(
                    gil,
                    format!("{function}() got multiple values for argument '{name}'"),
                ));
            }
            frame.set(place as u16, Some(value.clone()));
            Ok(())
        }
        (None, Some(extra)) => {
            let old = extra.table.borrow_mut().set_text(name, value.clone());
            drop(old);
            Ok(())
        }
        (None, None) => Err(unexpected(gil, frame, name, all)),
    }
}

#[cold]
fn unexpected(gil: Gil<'_>, frame: Frame<'_>, name: &Ref<Text>, all: Arguments<'_>) -> Raised {
    let first = usize::from(frame.code.code.positional_only_count);
    let own = qualified(frame.function);
    let positional_only = &frame.code.local_names[..first];
    if positional_only.iter().any(|known| known.equals(name)) {
        let is_given = |known: &&Ref<Text>| all.keywords().any(|(name, _)| name.equals(known));
        let given: Vec<_> = positional_only.iter().filter(is_given).map(|name| name.lossy()).collect();
        let given = given.join(", ");
        let message =
            format!("{own}() got some positional-only arguments passed as keyword arguments: '{given}'");
        return type_error(gil, message);
    }
    let named = first..usize::from(frame.code.code.argument_count + frame.code.code.keyword_only_count);
    let known: Vec<_> = frame.code.local_names[named].iter().map(|name| name.lossy()).collect();
    let known: Vec<_> = known.iter().map(|name| &**name).collect();
    unexpected_keyword(gil, &own, &name.lossy(), &known)
}

fn defaults(gil: Gil<'_>, frame: Frame<'_>) -> Result<()> {
    let plain = &frame.code.code;
    let positional = usize::from(plain.argument_count);
    let named = positional + usize::from(plain.keyword_only_count);
    let function = frame.function;
    let defaults = function.defaults.borrow().clone();
    let items = defaults.as_ref().map_or(&[][..], |defaults| &defaults.items);
    let items = &items[items.len().saturating_sub(positional)..];
    let first = positional - items.len();
    let mut missing = Vec::new();
    for place in 0..positional {
        if frame.get(place as u16).is_some() {
            continue;
        }
        match place.checked_sub(first).and_then(|place| items.get(place)) {
            Some(default) => frame.set(place as u16, Some(default.clone())),
            None => missing.push(place),
        }
    }
    if !missing.is_empty() {
        return Err(missing_arguments(gil, frame, &missing, "positional"));
    }
    let keyword_defaults = function.keyword_defaults.borrow().clone();
    for place in positional..named {
        if frame.get(place as u16).is_some() {
            continue;
        }
        let name = &frame.code.local_names[place];
        let default = keyword_defaults.as_ref().and_then(|dict| dict.table.borrow().get_text(name).cloned());
        match default {
            Some(default) => frame.set(place as u16, Some(default)),
            None => missing.push(place),
        }
    }
    if !missing.is_empty() {
        return Err(missing_arguments(gil, frame, &missing, "keyword-only"));
    }
    Ok(())
}

fn qualified(function: &Ref<Function>) -> String {
    function.qualified_name.borrow().lossy().into_owned()
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

#[cold]
fn missing_arguments(gil: Gil<'_>, frame: Frame<'_>, missing: &[usize], kind: &str) -> Raised {
    let names: Vec<String> =
        missing.iter().map(|&place| format!("'{}'", frame.code.local_names[place].lossy())).collect();
    let listed = match &names[..] {
        [one] => one.clone(),
        [first, second] => format!("{first} and {second}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
        [] => String::new(),
    };
    let (own, count) = (qualified(frame.function), names.len());
    type_error(gil, format!("{own}() missing {count} required {kind} argument{}: {listed}", plural(count)))
}

#[cold]
fn too_many(gil: Gil<'_>, frame: Frame<'_>, given: usize) -> Raised {
    let plain = &frame.code.code;
    let most = usize::from(plain.argument_count);
    let optional = frame.function.defaults.borrow().as_ref().map_or(0, |defaults| defaults.items.len());
    let bound = match optional {
        0 => most.to_string(),
        _ => format!("from {} to {most}", most - optional.min(most)),
    };
    let shown = plural(if optional > 0 { 2 } else { most });
    let keyword_only = (most..most + usize::from(plain.keyword_only_count))
        .filter(|&place| frame.get(place as u16).is_some())
        .count();
    let was = if given == 1 && keyword_only == 0 { "was" } else { "were" };
    let extra = match keyword_only {
        0 => String::new(),
        count => format!(
            " positional argument{} (and {count} keyword-only argument{})",
            plural(given),
            plural(count)
        ),
    };
    let own = qualified(frame.function);
    type_error(
        gil,
        format!("{own}() takes {bound} positional argument{shown} but {given}{extra} {was} given"),
    )
}
