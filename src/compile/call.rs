//! Calls: the window of callable, self and arguments is built in place.

use std::rc::Rc;

use super::assembler::take;
use super::emit::{Compiler, Outcome, Value, fail};
use super::names::Access;
use super::scope::{Kind, Place};
use crate::code::{Constant, Opcode};
use crate::syntax::ast::{Expr, ExprKind, Keyword};
use crate::syntax::error::Fault;

/// Where a call's callable stands, and which arguments are not written in the source.
#[derive(Clone, Copy)]
pub(super) struct Window {
    pub(super) base: u16,
    /// Arguments that stand in the window already.
    pub(super) before: u16,
    /// A name whose value follows the positional arguments.
    pub(super) after: Option<&'static str>,
    /// The register after the callable's holds the object of a method, or is empty.
    pub(super) is_method: bool,
}

/// Arguments that a call's count can tell, and one that has keywords among them.
const MOST: usize = 250;
const MOST_WITH_KEYWORDS: usize = 120;

/// The bit in a count that a call with keywords has for `Window::is_method`.
const METHOD: u8 = 128;

impl<'a> Compiler<'a> {
    pub(super) fn call(
        &mut self,
        whole: &Expr,
        func: &'a Expr,
        args: &'a [Expr],
        keywords: &'a [Keyword],
        to: u16,
    ) -> Outcome {
        self.warn_of_call(func);
        let base = self.unit.push_many(2);
        let spread = is_spread(args, keywords);
        let is_method = match &func.node {
            ExprKind::Attribute { value, attr, .. } if !spread => {
                self.method(func, value, attr, base)?;
                true
            }
            _ => {
                self.into(func, base)?;
                false
            }
        };
        self.check_keywords(keywords)?;
        self.arguments(whole, Window { base, before: 0, after: None, is_method }, args, keywords, to)
    }

    /// Puts a method and its object, or an attribute, into the first two registers of a window.
    fn method(&mut self, whole: &Expr, value: &'a Expr, attr: &Rc<str>, base: u16) -> Outcome {
        self.scoped(|this| {
            if let Some(operands) = this.super_operands(value)? {
                this.span = whole.span;
                let name = this.name_index(attr);
                this.op_x(Opcode::LoadSuperMethod, is_bare(value).into(), base, operands, name);
                return Ok(());
            }
            let object = this.operand(value)?;
            this.span = whole.span;
            let name = this.name_index(attr);
            let x = take(false, object.temporary, false);
            this.op_x(Opcode::LoadMethod, x, base, object.register, name);
            Ok(())
        })
    }

    /// Each keyword may be given once.
    fn check_keywords(&self, keywords: &[Keyword]) -> Outcome {
        for (index, keyword) in keywords.iter().enumerate() {
            let Some(name) = &keyword.arg else { continue };
            if let Some(again) = keywords[index + 1..].iter().find(|other| other.arg.as_ref() == Some(name)) {
                return fail(format!("keyword argument repeated: {name}"), again.span);
            }
        }
        Ok(())
    }

    /// Evaluates the arguments of a call whose callable stands in the window and calls it.
    pub(super) fn arguments(
        &mut self,
        whole: &Expr,
        window: Window,
        args: &'a [Expr],
        keywords: &'a [Keyword],
        to: u16,
    ) -> Outcome {
        if is_spread(args, keywords) {
            return self.spread_call(whole, window, args, keywords, to);
        }
        for argument in args {
            self.temporary(argument)?;
        }
        if let Some(name) = window.after {
            let register = self.unit.push();
            self.load_name(register, &name.into());
        }
        for keyword in keywords {
            self.temporary(&keyword.value)?;
        }
        self.span = whole.span;
        let positional = usize::from(window.before) + args.len() + usize::from(window.after.is_some());
        let count = (positional + keywords.len()) as u8;
        if keywords.is_empty() {
            self.op_x(Opcode::Call, count, to, window.base, window.is_method.into());
        } else {
            let count = if window.is_method { count | METHOD } else { count };
            let names: Vec<Constant> = keywords.iter().filter_map(keyword_name).collect();
            let names = self.unit.short_constant(Constant::Tuple(names.into()));
            self.op_x(Opcode::CallKeywords, count, to, window.base, names);
        }
        Ok(())
    }

    fn spread_call(
        &mut self,
        whole: &Expr,
        window: Window,
        args: &'a [Expr],
        keywords: &'a [Keyword],
        to: u16,
    ) -> Outcome {
        let Window { base, before, after, .. } = window;
        // Arguments that stand there already are the first items of the tuple.
        let list = base + 2;
        self.unit.next = u32::from(list) + u32::from(before);
        self.span = whole.span;
        if (before, after) == (0, None)
            && let [only] = args
            && let ExprKind::Starred { value, .. } = &only.node
        {
            self.unit.push();
            self.into(value, list)?;
        } else if args.iter().any(is_starred) || after.is_some() || args.len() + usize::from(before) > MOST {
            self.op(Opcode::BuildList, list, list, before);
            self.unit.next = u32::from(list) + 1;
            self.extend_list(list, args)?;
            if let Some(name) = after {
                let item = self.unit.push();
                self.load_name(item, &name.into());
                self.op_x(Opcode::ListAppend, take(false, true, false), list, item, 0);
            }
            self.span = whole.span;
            self.op(Opcode::ListToTuple, list, 0, 0);
        } else {
            for argument in args {
                self.temporary(argument)?;
            }
            self.span = whole.span;
            self.op(Opcode::BuildTuple, list, list, before + args.len() as u16);
        }
        self.unit.next = u32::from(list) + 2;
        self.unit.highest = self.unit.highest.max(self.unit.next);
        if !keywords.is_empty() {
            self.keyword_dict(whole, base, list + 1, keywords)?;
        }
        self.span = whole.span;
        self.op(Opcode::CallSpread, to, base, 0);
        Ok(())
    }

    /// The dict of the keyword arguments of a call.
    fn keyword_dict(&mut self, whole: &Expr, callable: u16, to: u16, keywords: &'a [Keyword]) -> Outcome {
        self.span = whole.span;
        self.op(Opcode::BuildMap, to, 0, 0);
        for keyword in keywords {
            self.scoped(|this| {
                if let Some(Constant::Str(name)) = keyword_name(keyword) {
                    let dict = this.unit.push();
                    let pair = this.unit.push_many(2);
                    this.span = keyword.span;
                    this.load_constant(pair, Constant::Str(name));
                    this.into(&keyword.value, pair + 1)?;
                    this.span = whole.span;
                    this.op(Opcode::BuildMap, dict, pair, 1);
                    this.op_x(Opcode::DictMerge, take(false, true, false), to, dict, callable);
                } else {
                    let mapping = this.operand(&keyword.value)?;
                    this.span = whole.span;
                    let x = take(false, mapping.temporary, false);
                    this.op_x(Opcode::DictMerge, x, to, mapping.register, callable);
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// For `super()` or `super(a, b)` with the built-in's name: its three values in temporaries, and the first of those.
    pub(super) fn super_operands(&mut self, value: &'a Expr) -> Result<Option<u16>, Fault> {
        let ExprKind::Call { func, args, keywords } = &value.node else { return Ok(None) };
        let ExprKind::Name { id, .. } = &func.node else { return Ok(None) };
        let kind = self.scopes[self.unit.scope].kind;
        let plain = matches!(kind, Kind::Function | Kind::Lambda) && keywords.is_empty();
        if &**id != "super" || !plain || self.access(id) != Access::Global {
            return Ok(None);
        }
        match &args[..] {
            [] if self.has_class_cell() && self.unit.argument_count > 0 => {
                let base = self.unit.push_many(3);
                self.span = func.span;
                self.load_name(base, id);
                self.span = value.span;
                self.load_name(base + 1, &"__class__".into());
                let first = self.unit.local_names[0].clone();
                self.load_first(base + 2, &first);
                Ok(Some(base))
            }
            [first, second] if !is_starred(first) && !is_starred(second) => {
                let base = self.unit.push_many(3);
                self.span = func.span;
                self.load_name(base, id);
                self.into(first, base + 1)?;
                self.into(second, base + 2)?;
                Ok(Some(base))
            }
            _ => Ok(None),
        }
    }

    fn has_class_cell(&self) -> bool {
        self.scopes[self.unit.scope].place("__class__") == Some(Place::Free)
    }

    /// Loads the first parameter, whose name is mangled already.
    fn load_first(&mut self, to: u16, name: &Rc<str>) {
        if self.unit.local_kinds[0] == 1 {
            let index = self.unit.name(name);
            self.op(Opcode::LoadCell, to, 0, index);
        } else {
            self.check_bound(0, name);
            self.transfer(to, Value { register: 0, temporary: false });
        }
    }
}

/// Does the call need its arguments as a tuple?
fn is_spread(args: &[Expr], keywords: &[Keyword]) -> bool {
    let most = if keywords.is_empty() { MOST } else { MOST_WITH_KEYWORDS };
    let many = args.len() + keywords.len() > most;
    many || args.iter().any(is_starred) || keywords.iter().any(|keyword| keyword.arg.is_none())
}

/// Is a call of `super` one without arguments?
pub(super) fn is_bare(call: &Expr) -> bool {
    matches!(&call.node, ExprKind::Call { args, .. } if args.is_empty())
}

pub(super) fn is_starred(expression: &Expr) -> bool {
    matches!(expression.node, ExprKind::Starred { .. })
}

/// The name of a keyword, which is never mangled.
fn keyword_name(keyword: &Keyword) -> Option<Constant> {
    Some(Constant::Str(keyword.arg.as_ref()?.as_bytes().into()))
}
