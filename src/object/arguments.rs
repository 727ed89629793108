//! Arguments on their way into a call, and signatures to bind them by.

use super::raised::{Result, type_error};
use super::text::Text;
use super::value::{Ref, Value};
use crate::gil::Gil;

/// The arguments of a call: values, the last of which are keyword arguments.
#[derive(Clone, Copy)]
pub struct Arguments<'a> {
    /// Positional values, then the values of the keywords.
    pub values: &'a [Value],
    /// The keywords' names.
    pub names: &'a [Ref<Text>],
}

impl<'a> Arguments<'a> {
    /// No arguments.
    pub const NONE: Arguments<'static> = Arguments { values: &[], names: &[] };

    /// Positional arguments only.
    pub fn positional(values: &'a [Value]) -> Arguments<'a> {
        Arguments { values, names: &[] }
    }

    /// The positional ones.
    pub fn positionals(&self) -> &'a [Value] {
        &self.values[..self.values.len() - self.names.len()]
    }

    /// The keyword arguments.
    pub fn keywords(&self) -> impl Iterator<Item = (&'a Ref<Text>, &'a Value)> + use<'a> {
        self.names.iter().zip(&self.values[self.values.len() - self.names.len()..])
    }

    /// The value of a keyword argument.
    pub fn keyword(&self, name: &str) -> Option<&'a Value> {
        self.keywords().find(|(known, _)| known.bytes() == name.as_bytes()).map(|(_, value)| value)
    }

    /// The same without the first positional argument.
    pub fn without_first(&self) -> Arguments<'a> {
        Arguments { values: &self.values[1..], names: self.names }
    }

    /// Exactly `N` positional arguments and no keywords, or a TypeError about `function` in CPython's words.
    pub fn exactly<const N: usize>(&self, gil: Gil<'_>, function: &str) -> Result<&'a [Value; N]> {
        self.no_keywords(gil, function)?;
        self.values.try_into().map_err(|_| {
            let got = self.values.len();
            match N {
                0 => type_error(gil, format!("{function}() takes no arguments ({got} given)")),
                1 => type_error(gil, format!("{function}() takes exactly one argument ({got} given)")),
                _ => type_error(gil, format!("{function} expected {N} arguments, got {got}")),
            }
        })
    }

    /// A method's object and exactly so many other arguments, `N` in all, or a TypeError about the method of this name.
    pub fn method<const N: usize>(&self, gil: Gil<'_>, name: &str) -> Result<&'a [Value; N]> {
        match <&[Value; N]>::try_from(self.values) {
            Ok(all) if self.names.is_empty() => Ok(all),
            _ => Err(self.not_of_method(gil, name, N.saturating_sub(1))),
        }
    }

    #[cold]
    fn not_of_method(&self, gil: Gil<'_>, name: &str, wanted: usize) -> super::raised::Raised {
        let qualified = self.qualified(gil, name);
        if let Err(raised) = self.no_keywords(gil, &qualified) {
            return raised;
        }
        let got = self.values.len().saturating_sub(1);
        type_error(
            gil,
            match wanted {
                0 => format!("{qualified}() takes no arguments ({got} given)"),
                1 => format!("{qualified}() takes exactly one argument ({got} given)"),
                _ => format!("{name} expected {wanted} arguments, got {got}"),
            },
        )
    }

    /// From `least` to `most` arguments of a method, without its object.
    pub fn method_between(&self, gil: Gil<'_>, name: &str, least: usize, most: usize) -> Result<&'a [Value]> {
        if !self.names.is_empty() {
            self.no_keywords(gil, &self.qualified(gil, name))?;
        }
        self.without_first().between(gil, name, least, most)
    }

    /// A method's name with that of the type that has it.
    #[cold]
    fn qualified(&self, gil: Gil<'_>, name: &str) -> String {
        let Some(object) = self.values.first() else { return name.to_owned() };
        let class = object.downcast::<super::class::Type>().unwrap_or_else(|| object.class(gil));
        match class.lookup_with_owner(&super::text::intern(gil, name)) {
            Some((owner, _)) => format!("{}.{name}", owner.own_name()),
            None => name.to_owned(),
        }
    }

    /// From `least` to `most` positional arguments and no keywords.
    pub fn between(&self, gil: Gil<'_>, function: &str, least: usize, most: usize) -> Result<&'a [Value]> {
        self.no_keywords(gil, function)?;
        let got = self.values.len();
        let plural = |number| if number == 1 { "" } else { "s" };
        if got < least {
            let bound = if least == most { "" } else { "at least " };
            let message = format!("{function} expected {bound}{least} argument{}, got {got}", plural(least));
            return Err(type_error(gil, message));
        }
        if got > most {
            let bound = if least == most { "" } else { "at most " };
            let message = format!("{function} expected {bound}{most} argument{}, got {got}", plural(most));
            return Err(type_error(gil, message));
        }
        Ok(self.values)
    }

    /// No keyword arguments, or a TypeError.
    pub fn no_keywords(&self, gil: Gil<'_>, function: &str) -> Result<()> {
        if self.names.is_empty() {
            return Ok(());
        }
        Err(type_error(gil, format!("{function}() takes no keyword arguments")))
    }

    /// Binds to named parameters: `parameters` are the names in order, the first `positional_only` of them by position
    /// alone, those from `keyword_only` on by name alone; at least `required` of the former must be given. The result
    /// has a place for each. A function without a name is one of those whose messages tell none.
    pub fn bind<const N: usize>(
        &self,
        gil: Gil<'_>,
        function: &str,
        parameters: &Parameters<N>,
    ) -> Result<[Option<&'a Value>; N]> {
        let mut bound = [None; N];
        let positionals = self.positionals();
        if self.values.len() > N || positionals.len() > parameters.keyword_only {
            return Err(parameters.too_many(gil, function, self.values.len(), positionals.len()));
        }
        for (place, value) in bound.iter_mut().zip(positionals) {
            *place = Some(value);
        }
        let mut wrong = None;
        for (name, value) in self.keywords() {
            match parameters.place_of(name) {
                Some(place) if bound[place].is_none() => bound[place] = Some(value),
                place => wrong = wrong.or(Some((name, place))),
            }
        }
        // What is missing is complained about before what is too much.
        if let Some(missing) = bound[..parameters.required].iter().position(Option::is_none) {
            return Err(parameters.missing(gil, function, missing, positionals.len()));
        }
        match wrong {
            None => Ok(bound),
            Some((name, place)) => {
                let known = &parameters.names[parameters.positional_only..];
                Err(wrong_keyword(gil, function, name, place, known))
            }
        }
    }
}

#[cold]
fn wrong_keyword(
    gil: Gil<'_>,
    function: &str,
    name: &Ref<Text>,
    place: Option<usize>,
    known: &[&'static str],
) -> super::raised::Raised {
    let name = name.lossy();
    let Some(place) = place else { return unexpected_keyword(gil, function, &name, known) };
    let position = place + 1;
    let function = if function.is_empty() { "function".to_owned() } else { format!("{function}()") };
    let message = format!("argument for {function} given by name ('{name}') and position ({position})");
    type_error(gil, message)
}

/// The TypeError about a keyword that `function` does not know, with the known one that was probably meant.
#[cold]
pub fn unexpected_keyword(gil: Gil<'_>, function: &str, name: &str, known: &[&str]) -> super::raised::Raised {
    let function = if function.is_empty() { "this function".to_owned() } else { format!("{function}()") };
    let message = format!("{function} got an unexpected keyword argument '{name}'");
    let near = super::suggestion::nearest(name, known.iter().copied());
    type_error(gil, near.map_or(message.clone(), |near| format!("{message}. Did you mean '{near}'?")))
}

/// Parameters of a built-in function that takes keywords; see [`Arguments::bind`].
pub struct Parameters<const N: usize> {
    pub names: [&'static str; N],
    /// So many at the start are positional only.
    pub positional_only: usize,
    /// So many at the start are required.
    pub required: usize,
    /// From this one on they are keyword only.
    pub keyword_only: usize,
}

impl<const N: usize> Parameters<N> {
    /// All may be given by position or name; the first `required` must be.
    pub const fn new(names: [&'static str; N], required: usize) -> Parameters<N> {
        Parameters { names, positional_only: 0, required, keyword_only: N }
    }

    /// The first so many are positional only.
    pub const fn positional_only(self, count: usize) -> Parameters<N> {
        Parameters { positional_only: count, ..self }
    }

    /// From this one on they are keyword only.
    pub const fn keyword_only(self, from: usize) -> Parameters<N> {
        Parameters { keyword_only: from, ..self }
    }

    fn place_of(&self, name: &Ref<Text>) -> Option<usize> {
        let named = &self.names[self.positional_only..];
        named
            .iter()
            .position(|known| known.as_bytes() == name.bytes())
            .map(|place| place + self.positional_only)
    }

    #[cold]
    fn too_many(&self, gil: Gil<'_>, function: &str, all: usize, positional: usize) -> super::raised::Raised {
        let plural = |number| if number == 1 { "" } else { "s" };
        let most = self.keyword_only;
        if function.is_empty() {
            return type_error(
                gil,
                format!("function takes at most {N} argument{} ({all} given)", plural(N)),
            );
        }
        let message = if all > N && N == 0 {
            format!("{function}() takes no arguments ({all} given)")
        } else if all > N {
            let kind = if positional == 0 { "keyword " } else { "" };
            format!("{function}() takes at most {N} {kind}argument{} ({all} given)", plural(N))
        } else if most == 0 {
            format!("{function}() takes no positional arguments")
        } else {
            let bound = if self.required >= most { "exactly" } else { "at most" };
            format!(
                "{function}() takes {bound} {most} positional argument{} ({positional} given)",
                plural(most)
            )
        };
        type_error(gil, message)
    }

    #[cold]
    fn missing(&self, gil: Gil<'_>, function: &str, place: usize, given: usize) -> super::raised::Raised {
        if place < self.positional_only {
            let bound = if self.required == self.keyword_only { "exactly" } else { "at least" };
            let (least, plural) = (self.required, if self.required == 1 { "" } else { "s" });
            let message =
                format!("{function}() takes {bound} {least} positional argument{plural} ({given} given)");
            return type_error(gil, message);
        }
        let name = self.names[place];
        let function = if function.is_empty() { "function".to_owned() } else { format!("{function}()") };
        type_error(gil, format!("{function} missing required argument '{name}' (pos {})", place + 1))
    }
}
