//! The parameters of functions and lambdas: a list of whatever was written, put into order when it is complete.

use lalrpop_util::ParseError;

use super::super::ast::*;
use super::super::error::Fault;
use super::super::location::Span;
use super::super::token::Kind;

/// One item of a parameter list as it is written.
pub(crate) enum Parameter {
    Plain(Arg, Option<Expr>),
    /// `/`.
    Slash(Span),
    /// A bare `*`.
    Star(Span),
    /// `*name`.
    Arguments(Arg),
    /// `**name`.
    Keywords(Arg),
}

impl Parameter {
    pub(crate) fn plain(arg: Arg) -> Parameter {
        Parameter::Plain(arg, None)
    }

    pub(crate) fn with_default(arg: Arg, default: Expr) -> Parameter {
        Parameter::Plain(arg, Some(default))
    }
}

pub(crate) fn arg(start: u32, name: Identifier, annotation: Option<Expr>, end: u32) -> Arg {
    Arg { span: Span::new(start, end), arg: name, annotation: annotation.map(Box::new) }
}

/// Sorts the items of a list into the fields of [`Arguments`].
pub(crate) fn arrange(items: Vec<Parameter>) -> Result<Arguments, ParseError<u32, Kind, Fault>> {
    if let [Parameter::Slash(span)] = items[..] {
        return Err(Fault::syntax("invalid syntax", span).into());
    }
    let mut arranger = Arranger::default();
    for item in items {
        arranger.add(item)?;
    }
    Ok(arranger.finish()?)
}

#[derive(Default)]
struct Arranger {
    arguments: Arguments,
    slash: bool,
    /// Where the `*` is, of `*name` or alone.
    star: Option<Span>,
}

impl Arranger {
    fn add(&mut self, item: Parameter) -> Result<(), Fault> {
        if self.arguments.kwarg.is_some() {
            return Err(Fault::syntax("arguments cannot follow var-keyword argument", item.span()));
        }
        match item {
            Parameter::Plain(arg, default) => self.add_plain(arg, default),
            Parameter::Slash(span) => self.add_slash(span),
            Parameter::Star(span) => self.add_star(span),
            Parameter::Arguments(arg) => {
                self.add_star(arg.span)?;
                self.arguments.vararg = Some(arg);
                Ok(())
            }
            Parameter::Keywords(arg) => {
                self.check_bare_star()?;
                self.arguments.kwarg = Some(arg);
                Ok(())
            }
        }
    }

    fn add_plain(&mut self, arg: Arg, default: Option<Expr>) -> Result<(), Fault> {
        if self.star.is_some() {
            self.arguments.kwonlyargs.push(arg);
            self.arguments.kw_defaults.push(default);
            return Ok(());
        }
        match default {
            Some(default) => self.arguments.defaults.push(default),
            None if !self.arguments.defaults.is_empty() => {
                let name = Span::new(arg.span.start, arg.span.start + arg.arg.len() as u32);
                return Err(Fault::syntax(
                    "parameter without a default follows parameter with a default",
                    name,
                ));
            }
            None => {}
        }
        self.arguments.args.push(arg);
        Ok(())
    }

    fn add_slash(&mut self, span: Span) -> Result<(), Fault> {
        if self.slash {
            return Err(Fault::syntax("/ may appear only once", span));
        }
        if self.star.is_some() {
            return Err(Fault::syntax("/ must be ahead of *", span));
        }
        if self.arguments.args.is_empty() {
            return Err(Fault::syntax("at least one argument must precede /", span));
        }
        self.slash = true;
        self.arguments.posonlyargs = std::mem::take(&mut self.arguments.args);
        Ok(())
    }

    fn add_star(&mut self, span: Span) -> Result<(), Fault> {
        if self.star.is_some() {
            return Err(Fault::syntax("* argument may appear only once", span));
        }
        self.star = Some(span);
        Ok(())
    }

    fn check_bare_star(&self) -> Result<(), Fault> {
        let bare = self.arguments.vararg.is_none() && self.arguments.kwonlyargs.is_empty();
        match self.star {
            Some(span) if bare => Err(Fault::syntax("named arguments must follow bare *", span)),
            _ => Ok(()),
        }
    }

    fn finish(self) -> Result<Arguments, Fault> {
        self.check_bare_star()?;
        Ok(self.arguments)
    }
}

impl Parameter {
    fn span(&self) -> Span {
        match self {
            Parameter::Slash(span) | Parameter::Star(span) => *span,
            Parameter::Plain(arg, _) | Parameter::Arguments(arg) | Parameter::Keywords(arg) => arg.span,
        }
    }
}
