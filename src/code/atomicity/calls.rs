//! What calls of a module's own functions and methods load and store, where it can be known: the function is defined once,
//! at the module's top or in a class there, nothing else is ever bound to its name, and it is no generator. A method is known
//! by `self` in a method of its class, unless a subclass replaces it, and by a global that is an instance of the class.
//!
//! Of such a function a summary is made: which shared places what it returns is made of, and to which places it stores
//! what was made of which parameter. At a call the names of parameters in places become those of the arguments.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::names::{Bound, Names};
use super::{Analysis, analyse, writes};
use crate::code::Code;
use crate::code::disassemble::instructions;
use crate::code::object::flags;

/// The functions of a module of which something is known.
#[derive(Default)]
pub struct Functions {
    names: Names,
    /// By the function's name, and by those of the class and the method.
    functions: BTreeMap<Rc<str>, Summary>,
    methods: BTreeMap<(Rc<str>, Rc<str>), Summary>,
    /// By the qualified name and the first line of a method: its class.
    owners: BTreeMap<(Rc<str>, u32), Rc<str>>,
}

/// See the module's text.
pub(super) struct Summary {
    locals: Box<[Rc<str>]>,
    parameters: usize,
    returned: Vec<String>,
    /// Parameters and places.
    stored: Vec<(u16, String)>,
}

/// How often functions that call functions are looked at again.
const ROUNDS: usize = 4;

impl Functions {
    /// What is known of the functions of a module, by its code.
    pub fn of(module: &Code) -> Functions {
        let names = Names::of(module);
        let mut plain = Vec::new();
        let mut of_classes = Vec::new();
        for (name, bound) in &names.bound {
            match bound {
                Bound::Function(code) if is_plain(code) => plain.push((name.clone(), code.clone())),
                Bound::Class(class) => {
                    let methods =
                        class.members.iter().filter_map(|(name, code)| Some((name, code.as_ref()?)));
                    let methods = methods.filter(|(_, code)| is_plain(code));
                    of_classes
                        .extend(methods.map(|(method, code)| ((name.clone(), method.clone()), code.clone())));
                }
                _ => {}
            }
        }
        let owners = of_classes.iter().filter(|(_, code)| keeps_first(code));
        let owners = owners.map(|((class, _), code)| (key(code), class.clone())).collect();
        let mut functions = Functions { names, owners, ..Functions::default() };
        for _ in 0..ROUNDS {
            let plain = summaries(&plain, &functions);
            let methods = summaries(&of_classes, &functions);
            (functions.functions, functions.methods) = (plain, methods);
        }
        functions
    }

    /// What is known of a global function that code calls by this name; a local variable of the name is another thing.
    pub(super) fn find(&self, code: &Code, name: &str) -> Option<&Summary> {
        if is_local(code, name) { None } else { self.functions.get(name) }
    }

    /// What is known of a method that code calls of an object, which a source would call so.
    pub(super) fn find_method(&self, code: &Code, object: &str, method: &Rc<str>) -> Option<&Summary> {
        let is_own = code.local_names.first().is_some_and(|first| **first == *object);
        let class = match is_own {
            true => {
                self.owners.get(&key(code)).filter(|class| !self.names.is_replaced(class, method))?.clone()
            }
            false if is_local(code, object) => return None,
            false => self.names.class_of(object)?,
        };
        self.methods.get(&(self.names.definer(&class, method)?, method.clone()))
    }
}

impl Summary {
    /// The places that what the function returns is made of, by the names of the arguments.
    pub(super) fn returned(&self, argument: impl Fn(u16) -> Option<String>) -> Vec<String> {
        self.returned.iter().filter_map(|place| self.at_call(place, &argument)).collect()
    }

    /// The parameters that the function stores something made of, and the places.
    pub(super) fn stored(&self, argument: impl Fn(u16) -> Option<String>) -> Vec<(u16, String)> {
        let stored = self.stored.iter();
        stored.filter_map(|(parameter, place)| Some((*parameter, self.at_call(place, &argument)?))).collect()
    }

    /// A place as the caller would call it; none if only the function itself knows it.
    fn at_call(&self, place: &str, argument: impl Fn(u16) -> Option<String>) -> Option<String> {
        let end = place.find(['.', '[']).unwrap_or(place.len());
        let (first, rest) = place.split_at(end);
        match self.locals.iter().position(|local| **local == *first) {
            None => Some(place.to_owned()),
            Some(local) if local < self.parameters && !rest.is_empty() => {
                Some(argument(local as u16)? + rest)
            }
            Some(_) => None,
        }
    }
}

fn is_plain(code: &Code) -> bool {
    code.flags & (flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR) == 0
}

fn is_local(code: &Code, name: &str) -> bool {
    code.local_names.iter().any(|local| **local == *name)
}

/// Tells code objects of a module apart, also copies of them.
fn key(code: &Code) -> (Rc<str>, u32) {
    (code.qualified_name.clone(), code.first_line)
}

/// Is the first parameter the object that a method was called of, all the time?
fn keeps_first(code: &Code) -> bool {
    code.argument_count > 0 && !instructions(code).any(|(_, instruction)| writes(instruction).contains(&0))
}

fn summaries<Key: Ord + Clone>(known: &[(Key, Rc<Code>)], functions: &Functions) -> BTreeMap<Key, Summary> {
    known.iter().map(|(key, code)| (key.clone(), summary(code, functions))).collect()
}

fn summary(code: &Code, functions: &Functions) -> Summary {
    let Analysis { returned, stored, .. } = analyse(code, functions);
    Summary {
        locals: code.local_names.clone(),
        parameters: usize::from(code.argument_count),
        returned: returned.into_iter().collect(),
        stored,
    }
}
