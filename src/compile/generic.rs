//! Type parameters, generic functions, `type` statements.

use std::rc::Rc;

use super::emit::{Compiler, Outcome, Value};
use super::scope::{Role, ScopeId};
use crate::code::object::flags;
use crate::code::opcode::NONE;
use crate::code::{Intrinsic, Opcode};
use crate::syntax::Span;
use crate::syntax::ast::{Expr, ExprKind, FunctionDef, Stmt, TypeParam, TypeParamKind};
use crate::syntax::error::Fault;

impl<'a> Compiler<'a> {
    pub(super) fn mark_function(&mut self) {
        self.unit.flags |= flags::OPTIMIZED | flags::NEWLOCALS;
    }

    fn intrinsic(&mut self, which: Intrinsic, to: u16, b: u16, c: u16) {
        self.op_x(Opcode::Intrinsic, which as u8, to, b, c);
    }

    /// Makes and binds type parameters; gives the tuple of them in a new temporary.
    pub(super) fn type_parameters(&mut self, parameters: &'a [TypeParam]) -> Result<u16, Fault> {
        let tuple = self.unit.push();
        let base = self.unit.push_many(parameters.len() as u32);
        for (index, parameter) in parameters.iter().enumerate() {
            self.scoped(|this| this.type_parameter(parameter, base + index as u16))?;
        }
        self.op(Opcode::BuildTuple, tuple, base, parameters.len() as u16);
        self.unit.next = u32::from(tuple) + 1;
        Ok(tuple)
    }

    fn type_parameter(&mut self, parameter: &'a TypeParam, to: u16) -> Outcome {
        let made = self.unit.push();
        let name = self.unit.push();
        self.span = parameter.span;
        self.load_text(name, &parameter.name);
        let (which, bound) = match (parameter.kind, &parameter.bound) {
            (TypeParamKind::TypeVarTuple, _) => (Intrinsic::TypeVarTuple, NONE),
            (TypeParamKind::ParamSpec, _) => (Intrinsic::ParamSpec, NONE),
            (TypeParamKind::TypeVar, None) => (Intrinsic::TypeVar, NONE),
            (TypeParamKind::TypeVar, Some(bound)) => {
                let function = self.unit.push();
                self.lazy(parameter, Role::Bound, &parameter.name, bound, function)?;
                let is_tuple = matches!(bound.node, ExprKind::Tuple { .. });
                let which =
                    if is_tuple { Intrinsic::TypeVarWithConstraints } else { Intrinsic::TypeVarWithBound };
                (which, function)
            }
        };
        self.span = parameter.span;
        self.intrinsic(which, made, name, bound);
        if let Some(default) = &parameter.default_value {
            let function = self.unit.push();
            self.lazy(parameter, Role::Default, &parameter.name, default, function)?;
            self.span = parameter.span;
            self.intrinsic(Intrinsic::SetTypeParamDefault, to, made, function);
        } else {
            self.op(Opcode::Take, to, made, 0);
        }
        self.store_name(&parameter.name, Value::temporary(to).borrowed());
        Ok(())
    }

    /// A function that computes an expression when it is asked.
    fn lazy<T>(&mut self, node: &T, role: Role, name: &Rc<str>, value: &'a Expr, to: u16) -> Outcome {
        let scope: ScopeId = self.scopes.of(node, role);
        self.enter(scope, name.clone(), value.span.start, &[]);
        self.mark_function();
        // `*Ts = *default` unpacks to a tuple's one item.
        let value_register = self.unit.push();
        self.annotation_value(value, value_register)?;
        self.return_value(Value::temporary(value_register));
        let code = self.leave()?;
        self.span = value.span;
        let base = self.unit.next as u16;
        self.make_function(to, code, base, 0);
        Ok(())
    }

    fn annotation_value(&mut self, value: &'a Expr, to: u16) -> Outcome {
        let stringise = std::mem::replace(&mut self.future_annotations, false);
        let outcome = self.annotation_into(value, to);
        self.future_annotations = stringise;
        outcome
    }

    /// `def f[T](...)`: the parameters are a scope of their own, called at once with the defaults.
    pub(super) fn generic_function(&mut self, function: &'a FunctionDef, first: u32, to: u16) -> Outcome {
        let window = self.unit.push_many(2);
        let x = self.defaults(&function.args)?;
        let scope = self.scopes.of(function, Role::TypeParameters);
        let mut parameters: Vec<Rc<str>> = Vec::new();
        for (bit, name) in [(1, ".defaults"), (2, ".kwdefaults")] {
            if x & bit != 0 {
                parameters.push(name.into());
            }
        }
        let count = parameters.len();
        self.enter(scope, format!("<generic parameters of {}>", function.name).into(), first, &parameters);
        self.mark_function();
        self.unit.argument_count = count as u16;
        let type_parameters = self.type_parameters(&function.type_params)?;
        let made = self.unit.push();
        self.scoped(|this| {
            let base = this.unit.push_many(count as u32);
            for index in 0..count as u16 {
                this.op(Opcode::Move, base + index, index, 0);
            }
            this.plain_function(function, first, base, x, made)
        })?;
        let result = self.unit.push();
        self.intrinsic(Intrinsic::SetTypeParams, result, made, type_parameters);
        self.return_value(Value::temporary(result));
        let code = self.leave()?;
        self.span = function.name_span;
        let defaults = self.unit.next as u16;
        self.make_function(window, code, defaults, 0);
        self.op_x(Opcode::Call, count as u8, to, window, 0);
        Ok(())
    }

    pub(super) fn type_alias(
        &mut self,
        statement: &'a Stmt,
        name: &'a Expr,
        parameters: &'a [TypeParam],
        value: &'a Expr,
    ) -> Outcome {
        let ExprKind::Name { id, .. } = &name.node else { return Ok(()) };
        let result = self.unit.push();
        if parameters.is_empty() {
            self.alias(statement, id, None, value, result)?;
        } else {
            let window = self.unit.push_many(2);
            let scope = self.scopes.of(statement, Role::TypeParameters);
            let generic = format!("<generic parameters of {id}>").into();
            self.enter(scope, generic, statement.span.start, &[]);
            self.mark_function();
            let tuple = self.type_parameters(parameters)?;
            let made = self.unit.push();
            self.alias(statement, id, Some(tuple), value, made)?;
            self.return_value(Value::temporary(made));
            let code = self.leave()?;
            self.span = statement.span;
            let base = self.unit.next as u16;
            self.make_function(window, code, base, 0);
            self.op_x(Opcode::Call, 0, result, window, 0);
        }
        self.span = statement.span;
        self.store_name(id, Value::temporary(result));
        Ok(())
    }

    fn alias(
        &mut self,
        statement: &Stmt,
        id: &Rc<str>,
        parameters: Option<u16>,
        value: &'a Expr,
        to: u16,
    ) -> Outcome {
        self.scoped(|this| {
            let parts = this.unit.push_many(3);
            let span: Span = statement.span;
            this.span = span;
            this.load_text(parts, id);
            match parameters {
                Some(tuple) => this.op(Opcode::Take, parts + 1, tuple, 0),
                None => this.load_constant(parts + 1, crate::code::Constant::None),
            }
            this.lazy(statement, Role::Body, id, value, parts + 2)?;
            let tuple = this.unit.push();
            this.span = span;
            this.op(Opcode::BuildTuple, tuple, parts, 3);
            this.intrinsic(Intrinsic::TypeAlias, to, tuple, NONE);
            Ok(())
        })
    }
}
