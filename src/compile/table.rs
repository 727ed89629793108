//! Scopes as symbol tables show them: comprehensions that are inlined vanish in what is around them.

use super::scope::{Kind, Place, Scope, ScopeId, Scopes, uses};
use crate::code::block::{self, Block, Symbol, flags};
use crate::syntax::location::LineIndex;

/// The blocks of a compilation; the first is the module's.
pub(super) fn blocks(scopes: &Scopes, lines: &LineIndex) -> Vec<Block> {
    let shown: Vec<usize> = (0..scopes.all.len()).filter(|index| !scopes.all[*index].inlined).collect();
    let place_of = |id: ScopeId| shown.binary_search(&id.0).expect("what is not inlined is shown");
    let block = |index: &usize| {
        let scope = &scopes.all[*index];
        Block {
            kind: kind(scope.kind),
            name: scope.name.to_string(),
            line: if scope.kind == Kind::Module { 0 } else { lines.line(scope.start) },
            nested: scope.nested,
            symbols: symbols(scopes, scope),
            children: children(scopes, scope).into_iter().map(place_of).collect(),
        }
    };
    shown.iter().map(block).collect()
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Module => "module",
        Kind::Class => "class",
        Kind::TypeParameters => "type parameters",
        Kind::TypeAlias => "type alias",
        Kind::TypeVariable(_) => "type variable",
        _ => "function",
    }
}

/// The blocks directly inside, those of inlined comprehensions in the comprehension's place.
fn children(scopes: &Scopes, scope: &Scope) -> Vec<ScopeId> {
    let inside = |id: &ScopeId| match scopes[*id].inlined {
        true => children(scopes, &scopes[*id]),
        false => vec![*id],
    };
    scope.children.iter().flat_map(inside).collect()
}

fn symbols(scopes: &Scopes, scope: &Scope) -> Vec<Symbol> {
    let mut found = Vec::new();
    let (own, added) = scope.names.split_at(scope.own.min(scope.names.len()));
    add(&mut found, scope, own, scope);
    add_inlined(scopes, scope, scope, &mut found);
    add(&mut found, scope, added, scope);
    found
}

fn add_inlined(scopes: &Scopes, scope: &Scope, outer: &Scope, found: &mut Vec<Symbol>) {
    for child in scope.children.iter().map(|id| &scopes[*id]).filter(|child| child.inlined) {
        add(found, child, &child.names[..child.own], outer);
        add_inlined(scopes, child, outer, found);
    }
}

/// Adds names of a scope to the symbols of the block in which it is shown.
fn add(found: &mut Vec<Symbol>, scope: &Scope, names: &[std::rc::Rc<str>], outer: &Scope) {
    for name in names {
        let used = scope.uses(name);
        if scope.inlined && used & uses::PARAMETER != 0 || found.iter().any(|symbol| *symbol.name == **name) {
            continue;
        }
        let mut place = scope.place(name).unwrap_or(Place::GlobalImplicit);
        if place == Place::Inherited {
            place = outer.place(name).unwrap_or(Place::GlobalImplicit);
        }
        // What a scope only passes on to those inside it is not used there.
        let flags = if used == 0 { 0 } else { flags_of(used) };
        found.push(Symbol { name: name.to_string(), flags, place: shown_place(place) });
    }
}

fn shown_place(place: Place) -> block::Place {
    match place {
        Place::Local => block::Place::Local,
        Place::Cell => block::Place::Cell,
        Place::Free => block::Place::Free,
        Place::GlobalExplicit => block::Place::GlobalExplicit,
        Place::GlobalImplicit | Place::Inherited => block::Place::GlobalImplicit,
    }
}

fn flags_of(used: u16) -> u16 {
    let same = uses::GLOBAL | uses::LOCAL | uses::PARAMETER | uses::NONLOCAL | uses::USE;
    let others = [
        (uses::ANNOTATED, flags::ANNOTATED),
        (uses::ITERATION, flags::ITERATION),
        (uses::TYPE_PARAMETER, flags::TYPE_PARAMETER),
        (uses::IMPORTED, flags::IMPORT),
    ];
    let more = others.iter().filter(|(bit, _)| used & bit != 0).map(|(_, flag)| flag);
    (used & same) | more.sum::<u16>()
}
