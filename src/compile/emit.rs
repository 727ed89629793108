//! The compiler's state and how instructions are emitted; entering and leaving code objects.

use std::rc::Rc;

use super::Options;
use super::assembler::{Label, take};
use super::scope::{Kind, Place, ScopeId, Scopes, uses};
use super::unit::Unit;
use crate::code::object::flags;
use crate::code::{Code, Constant, Instruction, Opcode, Position};
use crate::syntax::ast::{self, Expr, ExprKind, StmtKind};
use crate::syntax::error::{Fault, SyntaxErrorKind};
use crate::syntax::{Source, Span};

/// Nothing or what is wrong with the source.
pub(super) type Outcome = Result<(), Fault>;

/// A position in no source line.
pub(super) const NOWHERE: Span = Span { start: u32::MAX, end: u32::MAX };

/// A register to read, and whether it is a temporary that is consumed by reading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value {
    pub(super) register: u16,
    pub(super) temporary: bool,
}

impl Value {
    pub(super) fn temporary(register: u16) -> Value {
        Value { register, temporary: true }
    }

    /// The same register, to be read without consuming it.
    pub(super) fn borrowed(self) -> Value {
        Value { temporary: false, ..self }
    }
}

/// Compiles one tree.
pub(super) struct Compiler<'a> {
    pub(super) source: &'a Source,
    pub(super) options: &'a Options,
    pub(super) scopes: Scopes,
    pub(super) future_annotations: bool,
    /// Does the module say that CPython has it in C?
    native_in_cpython: bool,
    pub(super) interactive: bool,
    /// Where the imports from `__future__` end.
    pub(super) future_end: Option<u32>,
    pub(super) unit: Unit<'a>,
    pub(super) outer: Vec<Unit<'a>>,
    /// Where the instructions that are emitted come from.
    pub(super) span: Span,
}

impl<'a> Compiler<'a> {
    pub(super) fn new(
        source: &'a Source,
        options: &'a Options,
        scopes: Scopes,
        future_annotations: bool,
    ) -> Self {
        let mut compiler = Compiler {
            source,
            options,
            scopes,
            future_annotations,
            native_in_cpython: false,
            interactive: false,
            future_end: None,
            unit: Unit::new(ScopeId(0), "<module>".into(), "<module>".into(), 1),
            outer: Vec::new(),
            span: NOWHERE,
        };
        compiler.lay_out(&[]);
        compiler
    }

    /// Compiles a module.
    pub(super) fn module(&mut self, module: &'a ast::Module) -> Result<Rc<Code>, Fault> {
        self.mark_coroutine();
        self.find_future_end(&module.body);
        self.native_in_cpython = module.body.iter().any(says_native_in_cpython);
        if self.scopes[ScopeId(0)].has_annotations {
            self.op(Opcode::SetupAnnotations, 0, 0, 0);
        }
        let guard = self.begin_generator();
        let body = if self.interactive { &module.body[..] } else { self.docstring(&module.body)? };
        self.body(body)?;
        self.span = NOWHERE;
        self.return_none();
        self.end_generator(guard);
        self.finish()
    }

    /// Compiles an expression to code that returns its value.
    pub(super) fn whole_expression(&mut self, expression: &'a ast::Expr) -> Result<Rc<Code>, Fault> {
        self.mark_coroutine();
        let guard = self.begin_generator();
        let value = self.operand(expression)?;
        self.return_value(value);
        self.end_generator(guard);
        self.finish()
    }

    fn mark_coroutine(&mut self) {
        if self.scopes[self.unit.scope].has_await {
            self.unit.flags |= flags::COROUTINE;
        }
    }

    /// Begins the code object of a scope. `parameters` are its parameters in the order of registers.
    pub(super) fn enter(&mut self, scope: ScopeId, name: Rc<str>, first: u32, parameters: &[Rc<str>]) {
        let qualified = self.qualified_name(&name);
        let first_line = self.source.lines.line(first);
        let mut unit = Unit::new(scope, name, qualified, first_line);
        unit.mangling = self.unit.mangling.clone();
        let outer = std::mem::replace(&mut self.unit, unit);
        self.outer.push(outer);
        self.lay_out(parameters);
    }

    /// The dotted name of something defined here.
    pub(super) fn qualified_name(&self, name: &Rc<str>) -> Rc<str> {
        let mut around = &self.unit;
        if self.scopes[around.scope].kind == Kind::TypeParameters {
            around = self.outer.last().expect("type parameters are in something");
        }
        let scope = &self.scopes[around.scope];
        let mangled = around.mangling.apply(name);
        if scope.kind == Kind::Module || scope.place(&mangled) == Some(Place::GlobalExplicit) {
            return name.clone();
        }
        let is_dotted = scope.kind == Kind::Class || scope.kind.is_comprehension();
        let infix = if is_dotted { "." } else { ".<locals>." };
        format!("{}{infix}{name}", around.qualified_name).into()
    }

    /// Gives registers to the names of the unit's scope.
    fn lay_out(&mut self, parameters: &[Rc<str>]) {
        let scope = &self.scopes[self.unit.scope];
        let unit = &mut self.unit;
        unit.has_walrus = scope.has_walrus;
        let mut rows: Vec<(Rc<str>, u8)> = Vec::new();
        for name in parameters {
            rows.push((name.clone(), u8::from(scope.place(name) == Some(Place::Cell))));
        }
        let others = |place| scope.placed(place).filter(|name| !parameters.contains(name));
        if scope.kind.is_function() {
            rows.extend(others(Place::Local).map(|name| (name.clone(), 0)));
        }
        unit.hidden_first = rows.len() as u32;
        rows.extend(scope.hidden.iter().map(|name| (name.clone(), 4)));
        let hidden_end = rows.len();
        if scope.kind.is_function() {
            rows.extend(others(Place::Cell).map(|name| (name.clone(), 1)));
        }
        if scope.needs_class {
            unit.class_cell = Some(rows.len() as u16);
            rows.push(("__class__".into(), 1));
        }
        if scope.needs_class_dict {
            rows.push(("__classdict__".into(), 1));
        }
        rows.extend(scope.free.iter().map(|name| (name.clone(), 2)));
        if scope.kind != Kind::Module {
            unit.free_count = scope.free.len() as u16;
        }
        if rows.len() >= 0xF000 {
            unit.overflow = true;
            rows.truncate(0xF000);
        }
        for (index, (name, kind)) in rows.into_iter().enumerate() {
            let register = index as u16;
            if kind & 4 == 0 {
                unit.registers.insert(name.clone(), (register, kind != 0));
            }
            if scope.uses(&name) & uses::DELETED != 0 && (index as u32) < unit.hidden_first {
                unit.deletable.insert(register);
            }
            if index < parameters.len() {
                unit.bound.insert(register);
            }
            unit.local_names.push(name);
            unit.local_kinds.push(kind);
        }
        debug_assert!(hidden_end <= unit.local_names.len() || unit.overflow);
        unit.next = unit.local_names.len() as u32;
        unit.highest = unit.next;
        if scope.nested && scope.kind.is_function() {
            unit.flags |= flags::NESTED;
        }
        self.span = NOWHERE;
        for register in 0..self.unit.local_kinds.len() {
            if self.unit.local_kinds[register] == 1 {
                self.op(Opcode::MakeCell, register as u16, 0, 0);
            }
        }
    }

    /// Ends the code object and goes back to the one around.
    pub(super) fn leave(&mut self) -> Result<Rc<Code>, Fault> {
        let code = self.finish();
        self.unit = self.outer.pop().expect("every unit that is left was entered");
        code
    }

    /// Makes the code object of the unit.
    fn finish(&mut self) -> Result<Rc<Code>, Fault> {
        if self.unit.overflow {
            let message = "code is too large: too many names, constants or values at a time";
            return Err(Fault::new(SyntaxErrorKind::TooComplex, message, Span::default()));
        }
        let unit = &mut self.unit;
        if self.future_annotations {
            unit.flags |= flags::FUTURE_ANNOTATIONS;
        }
        if self.native_in_cpython {
            unit.flags |= flags::NATIVE_IN_CPYTHON;
        }
        let assembled = std::mem::take(&mut unit.assembler).finish();
        let code = Rc::new(Code {
            name: unit.name.clone(),
            qualified_name: unit.qualified_name.clone(),
            filename: self.source.filename.clone(),
            first_line: unit.first_line,
            flags: unit.flags,
            argument_count: unit.argument_count,
            positional_only_count: unit.positional_only_count,
            keyword_only_count: unit.keyword_only_count,
            local_names: std::mem::take(&mut unit.local_names).into(),
            local_kinds: std::mem::take(&mut unit.local_kinds).into(),
            hidden: assembled.hidden.into(),
            free_count: unit.free_count,
            register_count: unit.highest as u16,
            words: assembled.words.into(),
            constants: std::mem::take(&mut unit.constants).into(),
            names: std::mem::take(&mut unit.names).into(),
            handlers: assembled.handlers.into(),
            positions: assembled.positions.into(),
            passed_lines: assembled.passed_lines.into(),
        });
        #[cfg(debug_assertions)]
        if let Err(complaint) = crate::code::verify::verify(&code) {
            panic!("{complaint}\n{}", crate::code::disassemble::disassemble(&code));
        }
        Ok(code)
    }

    // ---- instructions ----

    pub(super) fn op(&mut self, op: Opcode, a: u16, b: u16, c: u16) {
        self.op_x(op, 0, a, b, c);
    }

    pub(super) fn op_x(&mut self, op: Opcode, x: u8, a: u16, b: u16, c: u16) {
        self.emit(Instruction { op, x, a, b, c }, None);
    }

    pub(super) fn op_wide(&mut self, op: Opcode, a: u16, wide: i32) {
        self.emit(Instruction { op, x: 0, a, b: 0, c: 0 }.with_wide(wide), None);
    }

    /// `a = op b, c`, consuming temporaries.
    pub(super) fn binary(&mut self, op: Opcode, x: u8, a: u16, b: Value, c: Value) {
        self.op_x(op, x | take(false, b.temporary, c.temporary), a, b.register, c.register);
    }

    /// `a = op b`, consuming a temporary.
    pub(super) fn unary(&mut self, op: Opcode, a: u16, b: Value) {
        self.op_x(op, take(false, b.temporary, false), a, b.register, 0);
    }

    pub(super) fn emit(&mut self, instruction: Instruction, target: Option<Label>) {
        if !self.unit.reachable {
            return;
        }
        if let Some(label) = target {
            self.unit.jumps_to(label);
        }
        let position = self.position(self.span);
        self.unit.assembler.emit(instruction, target, position, self.unit.handler);
        use Opcode::*;
        if matches!(instruction.op, Jump | JumpBack | Return | ReturnConst | Raise | Reraise) {
            self.unit.reachable = false;
        }
    }

    /// The way leads through the line of the span, whether or not an instruction comes of it.
    pub(super) fn pass_line(&mut self, span: Span) {
        if self.unit.reachable {
            let line = self.position(span).line;
            self.unit.assembler.pass_line(line);
        }
    }

    fn position(&self, span: Span) -> Position {
        if span == NOWHERE {
            return Position::default();
        }
        let (line, column) = self.source.lines.position(span.start);
        let (end_line, end_column) = self.source.lines.position(span.end);
        Position { line, end_line, column, end_column }
    }

    pub(super) fn label(&mut self) -> Label {
        self.unit.assembler.label()
    }

    pub(super) fn place(&mut self, label: Label) {
        self.unit.place(label);
    }

    pub(super) fn jump(&mut self, label: Label) {
        self.emit(Instruction::new(Opcode::Jump), Some(label));
    }

    pub(super) fn jump_back(&mut self, label: Label) {
        self.emit(Instruction::new(Opcode::JumpBack), Some(label));
    }

    /// A jump that tests one register.
    pub(super) fn jump_test(&mut self, op: Opcode, value: Value, label: Label) {
        let x = take(value.temporary, false, false);
        self.emit(Instruction { op, x, a: value.register, b: 0, c: 0 }, Some(label));
    }

    /// A jump that keeps a temporary where it jumps and releases it where it does not.
    pub(super) fn jump_or_pop(&mut self, op: Opcode, register: u16, label: Label) {
        self.emit(Instruction { op, x: 0, a: register, b: 0, c: 0 }, Some(label));
    }

    pub(super) fn release(&mut self, register: u16) {
        self.op(Opcode::Release, register, 0, 0);
    }

    /// Releases a value that nobody wants if it is a temporary.
    pub(super) fn discard(&mut self, value: Value) {
        if value.temporary {
            self.release(value.register);
        }
    }

    /// Moves a value to a register.
    pub(super) fn transfer(&mut self, to: u16, value: Value) {
        if to != value.register {
            let op = if value.temporary { Opcode::Take } else { Opcode::Move };
            self.op(op, to, value.register, 0);
        }
    }

    pub(super) fn load_constant(&mut self, to: u16, constant: Constant) {
        match constant {
            Constant::Int(value) if i32::try_from(value).is_ok() => {
                self.op_wide(Opcode::LoadInt, to, value as i32);
            }
            constant if self.unit.reachable => {
                let index = self.unit.constant(constant);
                self.op_wide(Opcode::LoadConst, to, index as i32);
            }
            _ => {}
        }
    }

    pub(super) fn load_text(&mut self, to: u16, text: &str) {
        self.load_constant(to, Constant::Str(text.as_bytes().into()));
    }

    pub(super) fn return_value(&mut self, value: Value) {
        self.op(Opcode::Return, value.register, 0, 0);
    }

    pub(super) fn return_none(&mut self) {
        if self.unit.reachable {
            let index = self.unit.constant(Constant::None);
            self.op_wide(Opcode::ReturnConst, 0, index as i32);
        }
    }

    /// Runs what needs temporaries and gives them back.
    pub(super) fn scoped<T>(&mut self, run: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        let next = self.unit.next;
        let result = run(self);
        self.unit.next = next;
        result
    }

    /// The index of a name, mangled where it is private.
    pub(super) fn name_index(&mut self, name: &Rc<str>) -> u16 {
        let mangled = self.mangled(name);
        self.unit.name(&mangled)
    }

    pub(super) fn mangled(&self, name: &Rc<str>) -> Rc<str> {
        self.unit.mangling.apply(name)
    }
}

/// Is this `__native_in_cpython__ = True`? A library module says so of itself where CPython has no Python code.
fn says_native_in_cpython(statement: &ast::Stmt) -> bool {
    let StmtKind::Assign { targets, value } = &statement.node else { return false };
    let is_mark = |target: &Expr| match &target.node {
        ExprKind::Name { id, .. } => &**id == "__native_in_cpython__",
        _ => false,
    };
    targets.iter().any(is_mark) && matches!(value.node, ExprKind::Constant(ast::Constant::True))
}

/// The error, as a result.
pub(super) fn fail<T>(message: impl Into<std::borrow::Cow<'static, str>>, span: Span) -> Result<T, Fault> {
    Err(Fault::syntax(message, span))
}
