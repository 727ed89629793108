//! `match`: each pattern tests a subject in a temporary; names are bound only when all of a pattern has matched.
//!
//! Invariant: a jump on failure goes to a label of its own for each set of temporaries that are live there; the code at
//! it releases them.

use std::rc::Rc;

use super::assembler::{Label, take};
use super::emit::{Compiler, Outcome, Value, fail};
use crate::code::{Constant, Instruction, Opcode};
use crate::syntax::Span;
use crate::syntax::ast::{self, Expr, MatchCase, Pattern, PatternKind};

/// A pattern on its way: what it has captured, what is live, where failures go.
#[derive(Default)]
struct Progress {
    /// Names with the temporaries that hold their values.
    captures: Vec<(Rc<str>, u16)>,
    live: Vec<u16>,
    failures: Vec<(Vec<u16>, Label)>,
}

impl<'a> Compiler<'a> {
    pub(super) fn match_statement(&mut self, subject: &'a Expr, cases: &'a [MatchCase]) -> Outcome {
        let value = self.temporary(subject)?.register;
        self.unit.blocks.push(super::unit::Block::Temporary { register: value });
        let end = self.label();
        for (index, case) in cases.iter().enumerate() {
            let last = index + 1 == cases.len();
            check_reachable(&case.pattern, case.guard.is_none() && !last)?;
            let next = self.label();
            self.scoped(|this| this.case(case, value, next))?;
            // The body runs without the subject.
            self.unit.blocks.pop();
            if self.unit.reachable {
                self.span = case.pattern.span;
                self.release(value);
            }
            self.scoped(|this| this.body(&case.body))?;
            self.unit.blocks.push(super::unit::Block::Temporary { register: value });
            self.jump(end);
            self.place(next);
        }
        self.unit.blocks.pop();
        self.release(value);
        self.place(end);
        Ok(())
    }

    /// Tests a case and binds its names; jumps to `next` if it does not match.
    fn case(&mut self, case: &'a MatchCase, subject: u16, next: Label) -> Outcome {
        let mut progress = Progress::default();
        self.pattern(&case.pattern, subject, &mut progress)?;
        self.span = case.pattern.span;
        let captures = std::mem::take(&mut progress.captures);
        for (name, register) in captures {
            self.store_name(&name, Value::temporary(register));
        }
        self.failures(progress, next);
        if let Some(guard) = &case.guard {
            self.jump_if(guard, false, next)?;
        }
        Ok(())
    }

    /// Emits the code that releases what is live where a pattern fails.
    fn failures(&mut self, progress: Progress, next: Label) {
        if progress.failures.is_empty() {
            return;
        }
        let matched = self.label();
        self.jump(matched);
        for (live, label) in progress.failures {
            self.place(label);
            for register in live {
                self.release(register);
            }
            self.jump(next);
        }
        self.place(matched);
    }

    /// The label for a failure here.
    fn failure(&mut self, progress: &mut Progress) -> Label {
        if let Some((_, label)) = progress.failures.iter().find(|(live, _)| *live == progress.live) {
            return *label;
        }
        let label = self.label();
        progress.failures.push((progress.live.clone(), label));
        label
    }

    fn fail_test(&mut self, op: Opcode, value: Value, progress: &mut Progress) {
        let label = self.failure(progress);
        self.jump_test(op, value, label);
    }

    /// Tests the value in a temporary, which stays there.
    fn pattern(&mut self, pattern: &'a Pattern, subject: u16, progress: &mut Progress) -> Outcome {
        stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || {
            self.span = pattern.span;
            self.pattern_here(pattern, subject, progress)
        })
    }

    fn pattern_here(&mut self, pattern: &'a Pattern, subject: u16, progress: &mut Progress) -> Outcome {
        match &pattern.node {
            PatternKind::MatchValue { value } => {
                if matches!(value.node, ast::ExprKind::JoinedStr { .. }) {
                    return fail("patterns may only match literals and attribute lookups", pattern.span);
                }
                let next = self.unit.next;
                let value = self.operand(value)?;
                self.span = pattern.span;
                let target = self.failure(progress);
                let x = take(false, value.temporary, false);
                let op = Opcode::JumpUnlessEqual;
                self.emit(Instruction { op, x, a: subject, b: value.register, c: 0 }, Some(target));
                self.unit.next = next;
                Ok(())
            }
            PatternKind::MatchSingleton { value } => {
                self.singleton(value, subject, progress);
                Ok(())
            }
            PatternKind::MatchSequence { patterns } => self.sequence(pattern, patterns, subject, progress),
            PatternKind::MatchMapping { items, rest } => {
                self.mapping(pattern, items, rest.as_ref(), subject, progress)
            }
            PatternKind::MatchClass { cls, patterns, keywords } => {
                self.class_pattern(pattern.span, cls, patterns, keywords, subject, progress)
            }
            PatternKind::MatchStar { .. } => fail("can't use starred pattern here", pattern.span),
            PatternKind::MatchAs { pattern: inner, name } => {
                if let Some(inner) = inner {
                    self.pattern(inner, subject, progress)?;
                }
                let Some(name) = name else { return Ok(()) };
                let register = self.unit.push();
                self.op(Opcode::Move, register, subject, 0);
                self.capture(name, register, pattern.span, progress)
            }
            PatternKind::MatchOr { patterns } => self.alternatives(pattern, patterns, subject, progress),
        }
    }

    fn capture(&mut self, name: &Rc<str>, register: u16, span: Span, progress: &mut Progress) -> Outcome {
        if progress.captures.iter().any(|(other, _)| other == name) {
            return fail(format!("multiple assignments to name '{name}' in pattern"), span);
        }
        progress.captures.push((name.clone(), register));
        progress.live.push(register);
        Ok(())
    }

    fn singleton(&mut self, value: &ast::Constant, subject: u16, progress: &mut Progress) {
        let subject = Value { register: subject, temporary: false };
        let constant = match value {
            ast::Constant::True => Constant::True,
            ast::Constant::False => Constant::False,
            _ => return self.fail_test(Opcode::JumpIfNotNone, subject, progress),
        };
        let target = self.failure(progress);
        let value = self.constant_operand(constant);
        let x = take(false, true, false);
        let (a, b) = (subject.register, value.register);
        self.emit(Instruction { op: Opcode::JumpIfIsNot, x, a, b, c: 0 }, Some(target));
        self.unit.next -= 1;
    }

    /// Is the subject of the kind that the pattern wants?
    fn check_kind(&mut self, kind: u8, subject: u16, progress: &mut Progress) {
        let answer = self.unit.push();
        self.op_x(Opcode::MatchKind, kind, answer, subject, 0);
        self.fail_test(Opcode::JumpIfFalse, Value::temporary(answer), progress);
        self.unit.next -= 1;
    }

    /// Compares the length of the subject with a number: equal (0), or at least that (5).
    fn check_length(&mut self, order: u8, number: usize, subject: u16, progress: &mut Progress) {
        let length = self.unit.push();
        self.op(Opcode::GetLen, length, subject, 0);
        let target = self.failure(progress);
        let x = order << 3 | take(true, false, false);
        let op = Opcode::JumpUnlessCompareImm;
        self.emit(Instruction { op, x, a: length, b: number as u16, c: 0 }, Some(target));
        self.unit.next -= 1;
    }

    fn sequence(
        &mut self,
        whole: &Pattern,
        patterns: &'a [Pattern],
        subject: u16,
        progress: &mut Progress,
    ) -> Outcome {
        let is_star = |pattern: &Pattern| matches!(pattern.node, PatternKind::MatchStar { .. });
        let star = patterns.iter().position(is_star);
        if patterns.iter().filter(|pattern| is_star(pattern)).count() > 1 {
            return fail("multiple starred names in sequence pattern", whole.span);
        }
        if patterns.len() > 255 {
            return fail("too many expressions in star-unpacking sequence pattern", whole.span);
        }
        self.check_kind(0, subject, progress);
        match star {
            None => self.check_length(0, patterns.len(), subject, progress),
            Some(_) if patterns.len() > 1 => self.check_length(5, patterns.len() - 1, subject, progress),
            Some(_) => {}
        }
        let only_wildcards = patterns.iter().all(|pattern| match &pattern.node {
            PatternKind::MatchStar { name } => name.is_none(),
            PatternKind::MatchAs { pattern, name } => pattern.is_none() && name.is_none(),
            _ => false,
        });
        if only_wildcards {
            return Ok(());
        }
        let base = self.unit.push_many(patterns.len() as u32);
        match star {
            None => self.op(Opcode::UnpackSequence, base, subject, patterns.len() as u16),
            Some(before) if matches!(patterns[before].node, PatternKind::MatchStar { name: None }) => {
                self.ends(subject, base, patterns.len(), before);
            }
            Some(before) => {
                let source = self.unit.push();
                self.op(Opcode::Move, source, subject, 0);
                let after = (patterns.len() - before - 1) as u16;
                self.op_x(Opcode::UnpackRest, before as u8, base, source, after);
                self.unit.next -= 1;
            }
        }
        let all: Vec<&'a Pattern> = patterns.iter().collect();
        self.parts(&all, base, progress)
    }

    /// The items before and after those that nobody wants, each by its index.
    fn ends(&mut self, subject: u16, base: u16, count: usize, star: usize) {
        for index in 0..count {
            let register = base + index as u16;
            if index <= star {
                let constant = if index < star { Constant::Int(index as i64) } else { Constant::None };
                self.load_constant(register, constant);
            } else {
                let back = self.unit.push();
                self.op(Opcode::GetLen, register, subject, 0);
                self.load_constant(back, Constant::Int((count - index) as i64));
                self.binary(
                    Opcode::Subtract,
                    0,
                    register,
                    Value::temporary(register),
                    Value::temporary(back),
                );
                self.unit.next -= 1;
            }
            if index != star {
                let sequence = Value { register: subject, temporary: false };
                self.binary(Opcode::LoadItem, 0, register, sequence, Value::temporary(register));
            }
        }
    }

    /// Tests what stands in registers side by side, each against its pattern, and releases it.
    fn parts(&mut self, patterns: &[&'a Pattern], base: u16, progress: &mut Progress) -> Outcome {
        let outer = progress.live.len();
        progress.live.extend(base..base + patterns.len() as u16);
        for (index, pattern) in patterns.iter().enumerate() {
            let register = base + index as u16;
            let name = match &pattern.node {
                PatternKind::MatchStar { name } => Some(name.as_ref()),
                PatternKind::MatchAs { pattern: None, name } => Some(name.as_ref()),
                _ => None,
            };
            match name {
                // The register itself holds the captured value, and is live as such already.
                Some(Some(name)) => {
                    progress.live.retain(|live| *live != register);
                    self.capture(name, register, pattern.span, progress)?;
                }
                Some(None) => {
                    self.release(register);
                    progress.live.retain(|live| *live != register);
                }
                None => {
                    self.pattern(pattern, register, progress)?;
                    self.span = pattern.span;
                    self.release(register);
                    progress.live.retain(|live| *live != register);
                }
            }
        }
        debug_assert!(progress.live.len() >= outer);
        Ok(())
    }

    fn mapping(
        &mut self,
        whole: &'a Pattern,
        items: &'a [(Expr, Pattern)],
        rest: Option<&'a Rc<str>>,
        subject: u16,
        progress: &mut Progress,
    ) -> Outcome {
        self.check_kind(1, subject, progress);
        if items.is_empty() && rest.is_none() {
            return Ok(());
        }
        if let Some((key, _)) =
            items.iter().find(|(key, _)| matches!(key.node, ast::ExprKind::JoinedStr { .. }))
        {
            return fail("mapping pattern keys may only match literals and attribute lookups", key.span);
        }
        self.check_keys(whole.span, items)?;
        if !items.is_empty() {
            self.check_length(5, items.len(), subject, progress);
        }
        let keys = self.unit.push();
        self.scoped(|this| {
            let base = this.unit.push_many(items.len() as u32);
            for (index, (key, _)) in items.iter().enumerate() {
                this.into(key, base + index as u16)?;
            }
            this.span = whole.span;
            this.op(Opcode::BuildTuple, keys, base, items.len() as u16);
            Ok(())
        })?;
        progress.live.push(keys);
        if !items.is_empty() {
            let base = self.unit.push_many(items.len() as u32);
            let values = self.unit.push();
            self.op(Opcode::MatchKeys, values, subject, keys);
            self.fail_test(Opcode::JumpIfNone, Value { register: values, temporary: false }, progress);
            self.op_x(Opcode::UnpackSequence, take(false, true, false), base, values, items.len() as u16);
            let patterns: Vec<&'a Pattern> = items.iter().map(|(_, pattern)| pattern).collect();
            self.parts(&patterns, base, progress)?;
        }
        self.span = whole.span;
        let rest_register = self.unit.push();
        if rest.is_some() {
            self.op(Opcode::MatchRest, rest_register, subject, keys);
        }
        self.release(keys);
        progress.live.retain(|live| *live != keys);
        rest.map_or(Ok(()), |name| self.capture(name, rest_register, whole.span, progress))
    }

    /// Keys that are constants must differ.
    fn check_keys(&self, span: Span, items: &[(Expr, Pattern)]) -> Outcome {
        let mut seen: Vec<Constant> = Vec::new();
        for (key, _) in items {
            let Some(constant) = self.constant(key) else { continue };
            if seen.iter().any(|known| equal_keys(known, &constant)) {
                let shown = super::unparse::unparse(key);
                return fail(format!("mapping pattern checks duplicate key ({shown})"), span);
            }
            seen.push(constant);
        }
        Ok(())
    }

    fn class_pattern(
        &mut self,
        span: Span,
        cls: &'a Expr,
        patterns: &'a [Pattern],
        keywords: &'a [(Rc<str>, Pattern)],
        subject: u16,
        progress: &mut Progress,
    ) -> Outcome {
        for (index, (name, pattern)) in keywords.iter().enumerate() {
            if keywords[..index].iter().any(|(other, _)| other == name) {
                return fail(format!("attribute name repeated in class pattern: {name}"), pattern.span);
            }
        }
        if patterns.len() + keywords.len() > 255 {
            return fail("too many sub-patterns in class pattern", span);
        }
        let count = patterns.len() + keywords.len();
        let base = self.unit.push_many(count as u32);
        let attributes = self.unit.push();
        self.scoped(|this| {
            let class = this.unit.push_many(2);
            this.into(cls, class)?;
            let names: Vec<Constant> =
                keywords.iter().map(|(name, _)| Constant::Str(name.as_bytes().into())).collect();
            this.span = span;
            this.load_constant(class + 1, Constant::Tuple(names.into()));
            this.op_x(Opcode::MatchClass, patterns.len() as u8, attributes, subject, class);
            Ok(())
        })?;
        self.fail_test(Opcode::JumpIfNone, Value { register: attributes, temporary: false }, progress);
        self.op_x(Opcode::UnpackSequence, take(false, true, false), base, attributes, count as u16);
        let all: Vec<&'a Pattern> =
            patterns.iter().chain(keywords.iter().map(|(_, pattern)| pattern)).collect();
        self.parts(&all, base, progress)
    }

    fn alternatives(
        &mut self,
        whole: &Pattern,
        patterns: &'a [Pattern],
        subject: u16,
        progress: &mut Progress,
    ) -> Outcome {
        let matched = self.label();
        // The registers that hold the captured values whichever alternative matched.
        let mut shared: Option<(Vec<Rc<str>>, u16)> = None;
        for (index, pattern) in patterns.iter().enumerate() {
            let next = self.unit.next;
            let mut inner = Progress { live: progress.live.clone(), ..Progress::default() };
            self.pattern(pattern, subject, &mut inner)?;
            self.span = whole.span;
            let (names, registers) = match &shared {
                Some((names, base)) => (names.clone(), *base),
                None => {
                    let names: Vec<Rc<str>> = inner.captures.iter().map(|(name, _)| name.clone()).collect();
                    let base = self.unit.push_many(names.len() as u32);
                    shared = Some((names.clone(), base));
                    (names, base)
                }
            };
            if names.len() != inner.captures.len() {
                return fail("alternative patterns bind different names", whole.span);
            }
            for (name, register) in &inner.captures {
                let Some(place) = names.iter().position(|other| other == name) else {
                    return fail("alternative patterns bind different names", whole.span);
                };
                self.op(Opcode::Take, registers + place as u16, *register, 0);
            }
            self.jump(matched);
            let last = index + 1 == patterns.len();
            let otherwise = self.label();
            for (live, label) in std::mem::take(&mut inner.failures) {
                self.place(label);
                for register in live.iter().filter(|register| !progress.live.contains(register)) {
                    self.release(*register);
                }
                self.jump(otherwise);
            }
            self.place(otherwise);
            if last {
                let target = self.failure(progress);
                self.jump(target);
            }
            // Later alternatives use registers above those that are shared.
            self.unit.next = if index == 0 { self.unit.next } else { next };
        }
        self.place(matched);
        let (names, base) = shared.unwrap_or_default();
        for (index, name) in names.iter().enumerate() {
            self.capture(name, base + index as u16, whole.span, progress)?;
        }
        Ok(())
    }
}

/// Patterns that match everything make those after them unreachable.
fn check_reachable(pattern: &Pattern, more_follow: bool) -> Outcome {
    if let (true, Some(message)) = (more_follow, irrefutable(pattern)) {
        return fail(message, pattern.span);
    }
    check_alternatives(pattern, more_follow)
}

fn check_alternatives(pattern: &Pattern, more_follow: bool) -> Outcome {
    stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || match &pattern.node {
        PatternKind::MatchOr { patterns } => {
            let (last, first) = patterns.split_last().expect("there are alternatives");
            first.iter().try_for_each(|pattern| check_reachable(pattern, true))?;
            check_reachable(last, more_follow)
        }
        PatternKind::MatchAs { pattern: Some(inner), .. } => check_reachable(inner, more_follow),
        PatternKind::MatchSequence { patterns } => {
            patterns.iter().try_for_each(|pattern| check_alternatives(pattern, false))
        }
        PatternKind::MatchMapping { items, .. } => {
            items.iter().try_for_each(|(_, pattern)| check_alternatives(pattern, false))
        }
        PatternKind::MatchClass { patterns, keywords, .. } => patterns
            .iter()
            .chain(keywords.iter().map(|(_, pattern)| pattern))
            .try_for_each(|pattern| check_alternatives(pattern, false)),
        _ => Ok(()),
    })
}

/// Why the pattern matches everything, if it does.
fn irrefutable(pattern: &Pattern) -> Option<String> {
    match &pattern.node {
        PatternKind::MatchAs { pattern: None, name: None } => {
            Some("wildcard makes remaining patterns unreachable".into())
        }
        PatternKind::MatchAs { pattern: None, name: Some(name) } => {
            Some(format!("name capture '{name}' makes remaining patterns unreachable"))
        }
        _ => None,
    }
}

/// Are two constants the same key of a mapping? Numbers are by their values.
fn equal_keys(first: &Constant, second: &Constant) -> bool {
    match (complex(first), complex(second)) {
        (Some(first), Some(second)) => first == second,
        _ => first == second,
    }
}

/// The number that a constant is equal to, where that is exact.
fn complex(constant: &Constant) -> Option<(f64, f64)> {
    match constant {
        Constant::False => Some((0.0, 0.0)),
        Constant::True => Some((1.0, 0.0)),
        Constant::Int(number) if number.unsigned_abs() < 1 << 53 => Some((*number as f64, 0.0)),
        Constant::Float(number) => Some((*number, 0.0)),
        Constant::Complex(real, imaginary) => Some((*real, *imaginary)),
        _ => None,
    }
}
