//! Class statements: the body is code that fills a namespace.

use std::rc::Rc;

use super::call::Window;
use super::emit::{Compiler, NOWHERE, Outcome, Value};
use super::scope::{Mangling, Role};
use crate::code::opcode::NONE;
use crate::code::{Code, Constant, Intrinsic, Opcode};
use crate::syntax::Span;
use crate::syntax::ast::{ClassDef, Expr, ExprKind};
use crate::syntax::error::Fault;

impl<'a> Compiler<'a> {
    pub(super) fn class(&mut self, class: &'a ClassDef, span: Span) -> Outcome {
        let next = self.unit.next;
        let result = self.unit.push();
        let windows = self.decorators(&class.decorator_list)?;
        let to = windows.last().map_or(result, |base| base + 2);
        if !windows.is_empty() {
            self.unit.push();
        }
        let first = class.decorator_list.first().map_or(span.start, |first| first.span.start);
        if class.type_params.is_empty() {
            self.scoped(|this| this.build_class(class, first, span, None, to))?;
        } else {
            self.scoped(|this| this.generic_class(class, first, span, to))?;
        }
        self.apply_decorators(&class.decorator_list, &windows, result);
        self.span = span;
        self.store_name(&class.name, Value::temporary(result));
        self.unit.next = next;
        Ok(())
    }

    /// Builds the class; `after` names one more base.
    pub(super) fn build_class(
        &mut self,
        class: &'a ClassDef,
        first: u32,
        span: Span,
        after: Option<&'static str>,
        to: u16,
    ) -> Outcome {
        let base = self.unit.push_many(4);
        let code = self.class_code(class, first)?;
        self.span = span;
        self.op(Opcode::LoadBuildClass, base, 0, 0);
        let defaults = self.unit.next as u16;
        self.make_function(base + 2, code, defaults, 0);
        self.load_text(base + 3, &class.name);
        let whole = Expr { span, node: ExprKind::Constant(crate::syntax::ast::Constant::None) };
        self.arguments(
            &whole,
            Window { base, before: 2, after, is_method: false },
            &class.bases,
            &class.keywords,
            to,
        )
    }

    fn class_code(&mut self, class: &'a ClassDef, first: u32) -> Result<Rc<Code>, Fault> {
        let scope = self.scopes.of(class, Role::Body);
        self.enter(scope, class.name.clone(), first, &[]);
        self.unit.mangling = Mangling::in_class(&class.name);
        self.class_preamble(!class.type_params.is_empty());
        if self.scopes[scope].has_annotations {
            self.op(Opcode::SetupAnnotations, 0, 0, 0);
        }
        let body = self.docstring(&class.body)?;
        self.body(body)?;
        self.class_end();
        self.leave()
    }

    fn class_preamble(&mut self, is_generic: bool) {
        let scope = self.unit.scope;
        self.copy_name("__name__", "__module__");
        let qualified = self.unit.qualified_name.clone();
        self.set_name("__qualname__", Constant::Str(qualified.as_bytes().into()));
        let line = self.unit.first_line;
        self.set_name("__firstlineno__", Constant::Int(i64::from(line)));
        if is_generic {
            self.copy_name(".type_params", "__type_params__");
        }
        if self.scopes[scope].needs_class_dict {
            let namespace = self.unit.push();
            self.op(Opcode::LoadLocals, namespace, 0, 0);
            let cell = self.cell_register(&"__classdict__".into());
            self.op_x(Opcode::StoreCell, 2, cell, namespace, 0);
            self.unit.next -= 1;
        }
    }

    fn copy_name(&mut self, from: &str, to: &str) {
        let register = self.unit.push();
        self.load_name(register, &from.into());
        self.store_name(&to.into(), Value::temporary(register));
        self.unit.next -= 1;
    }

    fn set_name(&mut self, name: &str, constant: Constant) {
        let value = self.constant_operand(constant);
        self.store_name(&name.into(), value);
        self.unit.next -= 1;
    }

    /// What follows the body: the names set on `self`, the cells that the class fills.
    fn class_end(&mut self) {
        self.span = NOWHERE;
        let scope = &self.scopes[self.unit.scope];
        let (needs_class, needs_dict) = (scope.needs_class, scope.needs_class_dict);
        let text = |name: &Rc<str>| Constant::Str(self.mangled(name).as_bytes().into());
        let attributes: Vec<Constant> = scope.static_attributes.iter().map(text).collect();
        self.set_name("__static_attributes__", Constant::Tuple(attributes.into()));
        if needs_dict {
            let value = self.unit.push();
            let cell = self.cell_register(&"__classdict__".into());
            self.op(Opcode::Move, value, cell, 0);
            self.store_name(&"__classdictcell__".into(), Value::temporary(value));
            self.unit.next -= 1;
        }
        if !needs_class {
            self.return_none();
            return;
        }
        let value = self.unit.push();
        let cell = self.captured_register(&"__class__".into());
        self.op(Opcode::Move, value, cell, 0);
        self.store_name(&"__classcell__".into(), Value::temporary(value).borrowed());
        self.return_value(Value::temporary(value));
    }

    /// `class C[T](bases)`: the parameters are a scope of their own, called at once.
    fn generic_class(&mut self, class: &'a ClassDef, first: u32, span: Span, to: u16) -> Outcome {
        let base = self.unit.push_many(2);
        let scope = self.scopes.of(class, Role::TypeParameters);
        self.enter(scope, format!("<generic parameters of {}>", class.name).into(), first, &[]);
        self.mark_function();
        self.unit.mangling = Mangling::around_class(&class.name, &class.type_params);
        let parameters = self.type_parameters(&class.type_params)?;
        self.store_name(&".type_params".into(), Value::temporary(parameters));
        let (generic, argument) = (self.unit.push(), self.unit.push());
        self.span = span;
        self.load_name(argument, &".type_params".into());
        self.op_x(Opcode::Intrinsic, Intrinsic::SubscriptGeneric as u8, generic, NONE, argument);
        self.store_name(&".generic_base".into(), Value::temporary(generic));
        let result = self.unit.push();
        self.build_class(class, first, span, Some(".generic_base"), result)?;
        self.return_value(Value::temporary(result));
        let code = self.leave()?;
        self.span = span;
        let defaults = self.unit.next as u16;
        self.make_function(base, code, defaults, 0);
        self.op_x(Opcode::Call, 0, to, base, 0);
        Ok(())
    }
}
