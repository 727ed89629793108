//! Decides where each name lives, which cells and closures there are, and which comprehensions are inlined.
//!
//! An inlined comprehension (PEP 709) keeps a scope of its own: its variables are hidden registers of the code around
//! it, and names that it does not bind are those of the scope around it.

use std::collections::HashSet;
use std::rc::Rc;

use super::scope::{Kind, Place, ScopeId, Scopes, uses};
use crate::syntax::error::Fault;

type Names = HashSet<Rc<str>>;

/// Resolves all names of all scopes.
pub(super) fn resolve(scopes: &mut Scopes) -> Result<(), Fault> {
    choose_inlined(scopes);
    for scope in &mut scopes.all {
        scope.own = scope.names.len();
    }
    visit(scopes, ScopeId(0), &Names::new())?;
    Ok(())
}

fn choose_inlined(scopes: &mut Scopes) {
    for index in 0..scopes.all.len() {
        let scope = &scopes.all[index];
        let Some(parent) = scope.parent else { continue };
        // A comprehension in a scope that sees a class does not see it itself.
        let inlined =
            scope.kind.is_comprehension() && scope.kind != Kind::Generator && !scopes[parent].sees_class;
        scopes.all[index].inlined = inlined;
    }
}

/// Resolves a scope and all below it. Gives the names that it needs from around it, those of functions inside an
/// inlined comprehension included.
fn visit(scopes: &mut Scopes, id: ScopeId, around: &Names) -> Result<Names, Fault> {
    stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || visit_here(scopes, id, around))
}

fn visit_here(scopes: &mut Scopes, id: ScopeId, around: &Names) -> Result<Names, Fault> {
    let mut needed = place_names(scopes, id, around)?;
    let inner = names_for_children(scopes, id, around);
    for child in scopes[id].children.clone() {
        let wanted = visit(scopes, child, &inner)?;
        for name in wanted {
            supply(scopes, id, child, name, &mut needed);
        }
    }
    let scope = &mut scopes[id];
    needed.extend(scope.placed(Place::Free).cloned());
    if !scope.inlined {
        let mut free: Vec<Rc<str>> = needed.iter().cloned().collect();
        free.sort();
        scope.free = free;
    }
    count_hidden(scopes, id);
    Ok(needed)
}

/// Places the names that the scope itself uses; gives those that it needs from functions around.
fn place_names(scopes: &mut Scopes, id: ScopeId, around: &Names) -> Result<Names, Fault> {
    let mut needed = Names::new();
    let class_above = class_around(scopes, id);
    let class_globals = class_globals(scopes, id);
    let type_parameters = type_parameters_around(scopes, id);
    let parent_is_class = scopes[id].parent.is_some_and(|parent| scopes[parent].kind == Kind::Class);
    let scope = &mut scopes[id];
    for name in scope.names.clone() {
        let used = scope.uses(&name);
        let outside = around.contains(&name);
        let place = if used & uses::GLOBAL != 0 {
            Place::GlobalExplicit
        } else if used & uses::NONLOCAL != 0 {
            if !outside {
                let span =
                    scope.declared.iter().find(|(declared, _)| *declared == name).map(|(_, span)| *span);
                let message = format!("no binding for nonlocal '{name}' found");
                return Err(Fault::syntax(message, span.unwrap_or_default()));
            }
            if type_parameters.contains(&name) {
                let span =
                    scope.declared.iter().find(|(declared, _)| *declared == name).map(|(_, span)| *span);
                let message = format!("nonlocal binding not allowed for type parameter '{name}'");
                return Err(Fault::syntax(message, span.unwrap_or_default()));
            }
            if scope.inlined { Place::Inherited } else { Place::Free }
        } else if used & uses::BOUND != 0 {
            Place::Local
        } else if class_globals.contains(&name) {
            Place::GlobalExplicit
        } else if scope.inlined && !parent_is_class {
            Place::Inherited
        } else if class_above.as_ref().is_some_and(|bound| bound.contains(&name)) {
            // Looked up in the class's namespace at run time.
            Place::GlobalImplicit
        } else if scope.inlined && parent_is_class && &*name == "__class__" {
            // The class is not made yet, so that in its body only a global can be meant.
            Place::GlobalImplicit
        } else if outside {
            Place::Free
        } else {
            Place::GlobalImplicit
        };
        if place == Place::Free {
            needed.insert(name.clone());
        }
        scope.symbols.get_mut(&name).expect("the name is in the scope").place = place;
    }
    // What an inlined comprehension inherits, the scope around must know.
    if scope.inlined && !parent_is_class {
        let inherited: Vec<Rc<str>> = scope.placed(Place::Inherited).cloned().collect();
        let parent = scopes[id].parent.expect("an inlined comprehension is in something");
        inherit(scopes, parent, inherited, around);
    }
    Ok(needed)
}

/// For an annotation scope that sees a class: the names that the class declares global.
fn class_globals(scopes: &Scopes, id: ScopeId) -> Names {
    let mut found = Names::new();
    let mut at = scopes[id].parent.filter(|_| scopes[id].sees_class);
    while let Some(id) = at {
        let scope = &scopes[id];
        if scope.kind == Kind::Class {
            let declared = scope.names.iter().filter(|name| scope.uses(name) & uses::GLOBAL != 0);
            found.extend(declared.cloned());
            return found;
        }
        at = scope.parent;
    }
    found
}

/// The names that stand for type parameters of what is around, and for nothing nearer.
fn type_parameters_around(scopes: &Scopes, id: ScopeId) -> Names {
    let (mut parameters, mut nearer) = (Names::new(), Names::new());
    let mut at = scopes[id].parent;
    while let Some(id) = at {
        let scope = &scopes[id];
        if scope.kind.is_function() || scope.kind.is_annotation() {
            for name in scope.names.iter().filter(|name| scope.uses(name) & uses::BOUND != 0) {
                if nearer.insert(name.clone()) && scope.uses(name) & uses::TYPE_PARAMETER != 0 {
                    parameters.insert(name.clone());
                }
            }
        }
        at = scope.parent;
    }
    parameters
}

/// For an annotation scope that sees a class: the names bound in that class.
fn class_around(scopes: &Scopes, id: ScopeId) -> Option<Names> {
    if !scopes[id].sees_class {
        return None;
    }
    let mut above = scopes[id].parent;
    while let Some(id) = above {
        let scope = &scopes[id];
        if scope.kind == Kind::Class {
            let is_bound = |name: &&Rc<str>| {
                scope.uses(name) & uses::BOUND != 0 && scope.uses(name) & uses::NONLOCAL == 0
            };
            return Some(scope.names.iter().filter(is_bound).cloned().collect());
        }
        above = scope.parent;
    }
    None
}

/// Makes names known in the scope in which an inlined comprehension uses them.
fn inherit(scopes: &mut Scopes, id: ScopeId, names: Vec<Rc<str>>, around: &Names) {
    let mut further = Vec::new();
    for name in names {
        if scopes[id].symbols.contains_key(&name) {
            continue;
        }
        let in_class = scopes[id].parent.is_some_and(|parent| scopes[parent].kind == Kind::Class);
        let place = if scopes[id].inlined && in_class {
            // A comprehension does not see the names of the class that it stands in.
            let free = around.contains(&name) && &*name != "__class__";
            if free { Place::Free } else { Place::GlobalImplicit }
        } else if scopes[id].inlined {
            further.push(name.clone());
            Place::Inherited
        } else if around.contains(&name) && scopes[id].kind.is_function() {
            Place::Free
        } else {
            Place::GlobalImplicit
        };
        scopes[id].add(&name, uses::USE);
        scopes[id].symbols.get_mut(&name).expect("just added").place = place;
    }
    if let (false, Some(parent)) = (further.is_empty(), scopes[id].parent) {
        inherit(scopes, parent, further, around);
    }
}

/// The names that functions inside the scope may capture.
fn names_for_children(scopes: &Scopes, id: ScopeId, around: &Names) -> Names {
    let scope = &scopes[id];
    let mut inner = around.clone();
    match scope.kind {
        Kind::Module => inner.clear(),
        Kind::Class => inner.extend(["__class__".into(), "__classdict__".into()]),
        _ => {
            for name in &scope.names {
                match scope.place(name) {
                    Some(Place::Local) => inner.insert(name.clone()),
                    Some(Place::GlobalExplicit) => inner.remove(name),
                    _ => false,
                };
            }
        }
    }
    inner
}

/// A child needs a name: makes it a cell here, or passes the need on.
fn supply(scopes: &mut Scopes, id: ScopeId, child: ScopeId, name: Rc<str>, needed: &mut Names) {
    let direct = scopes[child].inlined;
    let scope = &mut scopes[id];
    if scope.kind == Kind::Class {
        match &*name {
            "__class__" => scope.needs_class = true,
            "__classdict__" => scope.needs_class_dict = true,
            _ => {
                needed.insert(name);
            }
        }
        return;
    }
    if scope.sees_class && scope.place(&name) == Some(Place::GlobalImplicit) {
        // Its own uses still mean the class's name, those inside the variable of a function around.
        needed.insert(name);
        return;
    }
    match scope.place(&name) {
        Some(Place::Local | Place::Cell) => {
            scope.symbols.get_mut(&name).expect("the name has a place").place = Place::Cell;
        }
        Some(Place::Free) => {
            needed.insert(name);
        }
        Some(Place::Inherited) => {
            needed.insert(name);
        }
        _ if scope.kind == Kind::Module => {}
        _ => {
            let place = if scope.inlined { Place::Inherited } else { Place::Free };
            scope.add(&name, if direct { uses::USE } else { 0 });
            scope.symbols.get_mut(&name).expect("just added").place = place;
            needed.insert(name);
        }
    }
}

/// Counts the registers for the variables of inlined comprehensions: those side by side share.
fn count_hidden(scopes: &mut Scopes, id: ScopeId) {
    let mut hidden: Vec<Rc<str>> = Vec::new();
    for child in &scopes[id].children {
        let child = &scopes[*child];
        if !child.inlined {
            continue;
        }
        let own = child.names.iter().filter(|name| is_variable(child, name));
        let all: Vec<Rc<str>> = own.chain(&child.hidden).cloned().collect();
        for (index, name) in all.into_iter().enumerate() {
            if index >= hidden.len() {
                hidden.push(name);
            }
        }
    }
    scopes[id].hidden = hidden;
}

/// Is it a variable of this inlined comprehension?
pub(super) fn is_variable(scope: &super::scope::Scope, name: &str) -> bool {
    matches!(scope.place(name), Some(Place::Local | Place::Cell)) && name != ".0"
}
