//! The types of nodes, made of the grammar when the module is first asked for.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::grammar::{self, ATTRIBUTES, Field, GROUPS, Group, Occurrence};
use super::node::{self, Node};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::{
    Arguments, Global, Operator, Payload, Ref, Result, Type, Value, attributes, intern, operations,
};
use crate::types;

/// A kind of node.
pub struct Kind {
    pub name: &'static str,
    /// The group that it belongs to; its own name for a kind that is alone.
    pub group: &'static str,
    pub fields: Vec<Field>,
    class: Value,
    /// The one instance of a kind that has nothing to say, as the parser uses it.
    single: Option<Value>,
}

/// All kinds, and the types of groups.
pub struct Classes {
    base: Value,
    groups: Vec<(&'static str, Value)>,
    kinds: Vec<Kind>,
    /// Positions in `kinds` by name and by the address of the type.
    by_name: HashMap<&'static str, usize>,
    by_class: HashMap<usize, usize>,
}

static CLASSES: Global<RefCell<Option<Rc<Classes>>>> = Global::new(RefCell::new(None));

/// The types; they are made when they are first asked for.
pub fn get(gil: Gil<'_>) -> Result<Rc<Classes>> {
    if let Some(classes) = CLASSES.get(gil).borrow().as_ref() {
        return Ok(classes.clone());
    }
    let classes = Rc::new(make(gil)?);
    *CLASSES.get(gil).borrow_mut() = Some(classes.clone());
    Ok(classes)
}

impl Classes {
    /// Sees each type with its name.
    pub fn each(&self, mut see: impl FnMut(&'static str, &Value)) {
        see("AST", &self.base);
        self.groups.iter().for_each(|(name, class)| see(name, class));
        self.kinds.iter().for_each(|kind| see(kind.name, &kind.class));
    }

    /// The kind of this name.
    pub fn named(&self, name: &str) -> Option<&Kind> {
        self.by_name.get(name).map(|&at| &self.kinds[at])
    }

    /// The kind that an object is of, whether its type is the kind's own or derives from it.
    pub fn kind_of(&self, gil: Gil<'_>, value: &Value) -> Option<&Kind> {
        value.downcast::<Node>()?;
        self.kind_of_class(value.class(gil))
    }

    /// The kind that a type is of.
    pub fn kind_of_class(&self, class: &Ref<Type>) -> Option<&Kind> {
        let known = |class: &Ref<Type>| self.by_class.get(&class.pointer().addr().get());
        let at = known(class).or_else(|| class.mro().iter().find_map(known))?;
        self.kinds.get(*at)
    }
}

impl Kind {
    /// A new node without fields, or the one that all share.
    pub fn instance(&self, gil: Gil<'_>) -> Value {
        match (&self.single, self.class.downcast::<Type>()) {
            (Some(single), _) => single.clone(),
            (None, Some(class)) => Ref::with_shape(gil, class.root(), Node).into_value(),
            (None, None) => Value::NONE,
        }
    }
}

fn make(gil: Gil<'_>) -> Result<Classes> {
    let base = types::builder::build(gil, &node::SPEC).into_value();
    let empty = convert::tuple(gil, Vec::new());
    for name in ["_fields", "__match_args__", "_attributes"] {
        set(gil, &base, name, empty.clone())?;
    }
    let mut classes = Classes {
        base: base.clone(),
        groups: Vec::new(),
        kinds: Vec::new(),
        by_name: HashMap::new(),
        by_class: HashMap::new(),
    };
    for group in GROUPS {
        add_group(gil, &mut classes, group)?;
    }
    for kind in &classes.kinds {
        set_field_types(gil, &classes, kind)?;
    }
    Ok(classes)
}

fn set(gil: Gil<'_>, class: &Value, name: &str, value: Value) -> Result<()> {
    let name = intern(gil, name);
    match class.downcast::<Type>() {
        // The base is a built-in type, which Python code cannot change.
        Some(class) => {
            class.set_entry(gil, &name, Some(value));
            class.changed(gil);
            Ok(())
        }
        None => operations::set_attribute(gil, class, &name, Some(value)),
    }
}

fn class_of(gil: Gil<'_>, name: &str, base: &Value, doc: &str, fields: &[Field]) -> Result<Value> {
    let names = |gil| convert::tuple(gil, fields.iter().map(|field| text(gil, field.name)).collect());
    let mut namespace = vec![
        ("_fields", names(gil)),
        ("__match_args__", names(gil)),
        ("__module__", convert::text(gil, "ast")),
        ("__doc__", convert::text(gil, doc)),
    ];
    let optional = fields.iter().filter(|field| field.occurrence == Occurrence::Optional);
    namespace.extend(optional.map(|field| (field.name, Value::NONE)));
    let namespace = convert::dict(gil, namespace).into_value();
    let parts = [convert::text(gil, name), convert::tuple(gil, vec![base.clone()]), namespace];
    operations::call(gil, base.class(gil).as_value(), Arguments::positional(&parts))
}

fn text(gil: Gil<'_>, name: &str) -> Value {
    intern(gil, name).into_value()
}

fn add_group(gil: Gil<'_>, classes: &mut Classes, group: &'static Group) -> Result<()> {
    let alone = group.nodes.len() == 1 && group.nodes[0].starts_with('(');
    let base = classes.base.clone();
    let class = if alone {
        let (_, fields) = grammar::fields(group.nodes[0]);
        let class = class_of(gil, group.name, &base, &format!("{}{}", group.name, group.nodes[0]), &fields)?;
        add_kind(
            classes,
            Kind { name: group.name, group: group.name, fields, class: class.clone(), single: None },
        );
        class
    } else {
        let simple = !group.nodes.iter().any(|node| node.contains('('));
        let bar = if simple { " | ".to_owned() } else { format!("\n{} | ", " ".repeat(group.name.len())) };
        let doc = format!("{} = {}", group.name, group.nodes.join(&bar));
        let class = class_of(gil, group.name, &base, &doc, &[])?;
        classes.groups.push((group.name, class.clone()));
        class
    };
    let attributes = if group.located { &ATTRIBUTES[..] } else { &[] };
    if group.located || alone {
        let names = attributes.iter().map(|name| text(gil, name)).collect();
        set(gil, &class, "_attributes", convert::tuple(gil, names))?;
    }
    for name in attributes.iter().skip(2) {
        set(gil, &class, name, Value::NONE)?;
    }
    if !alone {
        for node in group.nodes {
            let (name, fields) = grammar::fields(node);
            let own = class_of(gil, name, &class, node, &fields)?;
            let single = match (own.downcast::<Type>(), fields.is_empty() && !group.located) {
                (Some(own), true) => Some(Ref::with_shape(gil, own.root(), Node).into_value()),
                _ => None,
            };
            add_kind(classes, Kind { name, group: group.name, fields, class: own, single });
        }
    }
    Ok(())
}

fn add_kind(classes: &mut Classes, kind: Kind) {
    let at = classes.kinds.len();
    classes.by_name.insert(kind.name, at);
    if let Some(class) = kind.class.downcast::<Type>() {
        classes.by_class.insert(class.pointer().addr().get(), at);
    }
    classes.kinds.push(kind);
}

/// `_field_types`: what a field holds, as an annotation says it.
fn set_field_types(gil: Gil<'_>, classes: &Classes, kind: &Kind) -> Result<()> {
    let list = types::list::List::layout().exact.get(gil).class();
    let mut items = Vec::new();
    for field in &kind.fields {
        let single = match field.kind {
            "identifier" | "string" => crate::object::Text::layout().exact.get(gil).class().to_value(),
            "int" => types::int::class(gil).to_value(),
            "constant" => types::object::class(gil).to_value(),
            group => {
                let found = classes.groups.iter().find(|(name, _)| *name == group);
                let alone = || classes.named(group).map(|kind| kind.class.clone());
                found.map(|(_, class)| class.clone()).or_else(alone).unwrap_or(Value::NONE)
            }
        };
        let held = match field.occurrence {
            Occurrence::Once => single,
            Occurrence::Optional => operations::binary(gil, Operator::BitOr, &single, &Value::NONE)?,
            Occurrence::List => operations::get_item(gil, list.as_value(), &single)?,
        };
        items.push((field.name, held));
    }
    for name in ["_field_types", "__annotations__"] {
        set(gil, &kind.class, name, convert::dict(gil, items.clone()).into_value())?;
    }
    Ok(())
}

/// Gives a node a field.
pub fn put(gil: Gil<'_>, node: &Value, name: &str, value: Value) {
    // Nodes keep any attribute, so nothing comes back.
    let _ = attributes::set(gil, node, &intern(gil, name), value);
}
