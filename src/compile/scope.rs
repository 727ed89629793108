//! Scopes as data: which names a block has, how each is used and where it lives.
//!
//! `symbols` collects them from the tree, `resolve` decides; the code generator only reads.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::syntax::Span;
use crate::syntax::ast::{TypeParam, TypeParamKind};

/// A scope of one compilation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ScopeId(pub(super) usize);

/// What kind of block a scope belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Module,
    Class,
    Function,
    Lambda,
    Generator,
    ListComprehension,
    SetComprehension,
    DictComprehension,
    /// The parameters of a generic function, class or alias.
    TypeParameters,
    /// The value of a `type` statement.
    TypeAlias,
    /// The bound, constraints or default of a type parameter.
    TypeVariable(Part),
}

/// Which part of a type parameter is a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Bound,
    Constraints,
    Default(TypeParamKind),
}

impl Part {
    /// As errors tell it.
    pub(super) fn told(self) -> &'static str {
        match self {
            Part::Bound => "a TypeVar bound",
            Part::Constraints => "a TypeVar constraint",
            Part::Default(TypeParamKind::TypeVar) => "a TypeVar default",
            Part::Default(TypeParamKind::TypeVarTuple) => "a TypeVarTuple default",
            Part::Default(TypeParamKind::ParamSpec) => "a ParamSpec default",
        }
    }
}

impl Kind {
    pub(super) fn is_comprehension(self) -> bool {
        use Kind::*;
        matches!(self, Generator | ListComprehension | SetComprehension | DictComprehension)
    }

    /// Annotation scopes see the names of the class around them.
    pub(super) fn is_annotation(self) -> bool {
        matches!(self, Kind::TypeParameters | Kind::TypeAlias | Kind::TypeVariable(_))
    }

    /// Names bound here are local variables that inner functions may capture.
    pub(super) fn is_function(self) -> bool {
        !matches!(self, Kind::Module | Kind::Class)
    }
}

/// How a name is used in a scope, as bits.
pub(super) mod uses {
    pub const GLOBAL: u16 = 1;
    pub const LOCAL: u16 = 2;
    pub const PARAMETER: u16 = 4;
    pub const NONLOCAL: u16 = 8;
    pub const USE: u16 = 16;
    pub const ANNOTATED: u16 = 32;
    pub const ITERATION: u16 = 64;
    pub const TYPE_PARAMETER: u16 = 128;
    pub const DELETED: u16 = 256;
    pub const IMPORTED: u16 = 512;
    pub const BOUND: u16 = LOCAL | PARAMETER | TYPE_PARAMETER | IMPORTED;
}

/// Where a name lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A register of the function; in a module or class, its namespace.
    Local,
    /// A cell made here.
    Cell,
    /// A cell of a function around.
    Free,
    /// Declared global.
    GlobalExplicit,
    /// Bound nowhere around: a global or built-in.
    GlobalImplicit,
    /// In an inlined comprehension: as in the scope around it.
    Inherited,
}

/// A name in a scope.
#[derive(Clone, Debug)]
pub(super) struct Symbol {
    pub(super) uses: u16,
    pub(super) place: Place,
}

/// One block's names.
#[derive(Debug)]
pub(super) struct Scope {
    pub(super) kind: Kind,
    pub(super) name: Rc<str>,
    /// Where in the source it starts.
    pub(super) start: u32,
    pub(super) parent: Option<ScopeId>,
    pub(super) children: Vec<ScopeId>,
    pub(super) names: Vec<Rc<str>>,
    /// How many of the names come up in the block itself; those behind were added for the blocks inside.
    pub(super) own: usize,
    pub(super) symbols: HashMap<Rc<str>, Symbol>,
    /// Where names were declared global or nonlocal.
    pub(super) declared: Vec<(Rc<str>, Span)>,
    /// Names that a code object gets from its closure.
    pub(super) free: Vec<Rc<str>>,
    /// The comprehension becomes part of the code around it.
    pub(super) inlined: bool,
    /// Registers that inlined comprehensions in here need at most at a time.
    pub(super) hidden: Vec<Rc<str>>,
    /// In a function, at whatever depth.
    pub(super) nested: bool,
    pub(super) has_yield: bool,
    /// Has `await`, `async for`, `async with` or an asynchronous comprehension of its own.
    pub(super) has_await: bool,
    pub(super) is_async: bool,
    pub(super) has_walrus: bool,
    pub(super) has_annotations: bool,
    /// An annotation scope directly in a class.
    pub(super) sees_class: bool,
    /// A method or class body needs the cell `__class__`.
    pub(super) needs_class: bool,
    pub(super) needs_class_dict: bool,
    /// Names assigned through the first parameter of methods, for a class.
    pub(super) static_attributes: Vec<Rc<str>>,
}

impl Scope {
    pub(super) fn new(kind: Kind, parent: Option<ScopeId>, nested: bool) -> Scope {
        Scope {
            kind,
            name: "top".into(),
            start: 0,
            own: 0,
            parent,
            children: Vec::new(),
            names: Vec::new(),
            symbols: HashMap::new(),
            declared: Vec::new(),
            free: Vec::new(),
            inlined: false,
            hidden: Vec::new(),
            nested,
            has_yield: false,
            has_await: false,
            is_async: false,
            has_walrus: false,
            has_annotations: false,
            sees_class: false,
            needs_class: false,
            needs_class_dict: false,
            static_attributes: Vec::new(),
        }
    }

    pub(super) fn uses(&self, name: &str) -> u16 {
        self.symbols.get(name).map_or(0, |symbol| symbol.uses)
    }

    pub(super) fn place(&self, name: &str) -> Option<Place> {
        self.symbols.get(name).map(|symbol| symbol.place)
    }

    pub(super) fn add(&mut self, name: &Rc<str>, uses: u16) {
        match self.symbols.get_mut(name) {
            Some(symbol) => symbol.uses |= uses,
            None => {
                self.names.push(name.clone());
                self.symbols.insert(name.clone(), Symbol { uses, place: Place::GlobalImplicit });
            }
        }
    }

    /// Names that have a place, in the order in which they came up.
    pub(super) fn placed(&self, place: Place) -> impl Iterator<Item = &Rc<str>> {
        self.names.iter().filter(move |name| self.place(name) == Some(place))
    }
}

/// Which scope of a node: some have two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Role {
    Body,
    TypeParameters,
    Bound,
    Default,
}

/// All scopes of a compilation; the first is the module's.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    pub(super) all: Vec<Scope>,
    /// By the address of the node, which does not move while the tree is borrowed.
    pub(super) by_node: HashMap<(usize, Role), ScopeId>,
}

impl Scopes {
    pub(super) fn of<T>(&self, node: &T, role: Role) -> ScopeId {
        self.by_node[&(address(node), role)]
    }
}

impl std::ops::Index<ScopeId> for Scopes {
    type Output = Scope;

    fn index(&self, id: ScopeId) -> &Scope {
        &self.all[id.0]
    }
}

impl std::ops::IndexMut<ScopeId> for Scopes {
    fn index_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.all[id.0]
    }
}

/// The address of a node, as its identity.
pub(super) fn address<T>(node: &T) -> usize {
    std::ptr::from_ref(node).addr()
}

/// Which private names are mangled in a block, and with the name of which class.
#[derive(Clone, Debug, Default)]
pub(super) struct Mangling {
    class: Option<Rc<str>>,
    /// Where the type parameters and bases of a class stand, only those parameters are mangled.
    only: Option<Rc<HashSet<Rc<str>>>>,
}

impl Mangling {
    /// In the body of a class.
    pub(super) fn in_class(class: &Rc<str>) -> Mangling {
        Mangling { class: Some(class.clone()), only: None }
    }

    /// In the type parameters, bases and keywords of a generic class.
    pub(super) fn around_class(class: &Rc<str>, parameters: &[TypeParam]) -> Mangling {
        let only = parameters.iter().map(|parameter| parameter.name.clone()).collect();
        Mangling { class: Some(class.clone()), only: Some(Rc::new(only)) }
    }

    /// The private name `__x` of a class, as it is known outside; other names unchanged.
    pub(super) fn apply(&self, name: &Rc<str>) -> Rc<str> {
        let private = name.starts_with("__") && !name.ends_with("__") && !name.contains('.');
        let class = self.class.as_ref().map_or("", |class| class.trim_start_matches('_'));
        if !private || class.is_empty() || self.only.as_ref().is_some_and(|only| !only.contains(name)) {
            return name.clone();
        }
        format!("_{class}{name}").into()
    }
}
