//! Types: the payload of `type`.
//!
//! A type owns its namespace, its place among the others (bases, method resolution order, subclasses), its slots and its
//! shapes. What a class statement does, descriptors and all, is the types room's; here is what every lookup needs.

use std::cell::{Cell, RefCell};
use std::ptr::NonNull;
use std::rc::Rc;

use super::header::{Layout, Payload, Visit};
use super::shape::{Shape, Storage};
use super::slots::{SlotTable, Slots};
use super::table::Table;
use super::text::Text;
use super::value::{Ref, Value};
use crate::gil::Gil;
use crate::payload;

/// Flags of a type.
pub mod flags {
    /// Made by a class statement: its instances count as references to it, and its attributes can be set.
    pub const HEAP: u32 = 1;
    /// Can be a base.
    pub const BASE: u32 = 2;
    /// Has abstract methods: no instances.
    pub const ABSTRACT: u32 = 4;
    /// Instances can be weakly referenced.
    pub const WEAKLY_REFERENCED: u32 = 8;
    /// Matches sequence patterns.
    pub const SEQUENCE: u32 = 16;
    /// Matches mapping patterns.
    pub const MAPPING: u32 = 32;
    /// A class pattern with one positional subpattern binds the subject itself.
    pub const MATCH_SELF: u32 = 64;
    /// A method looked up on the class and called on an instance needs no bound method (functions).
    pub const METHOD_DESCRIPTOR: u32 = 128;
    /// `__getattribute__`, `__getattr__` or `__setattr__` are the class's own: attribute caches do not apply.
    pub const CUSTOM_ATTRIBUTES: u32 = 256;
    /// Attributes of the type itself cannot be set, though it is a heap type.
    pub const IMMUTABLE: u32 = 512;
}

/// The payload of `type`.
pub struct Type {
    /// `__name__`.
    name: RefCell<Rc<str>>,
    /// How instances' payloads are handled.
    pub layout: &'static Layout,
    /// How instances keep attributes.
    pub storage: Storage,
    /// `__base__`: whose layout it extends.
    pub base: RefCell<Option<Ref<Type>>>,
    pub bases: RefCell<Vec<Ref<Type>>>,
    /// The method resolution order, itself first.
    mro: RefCell<Rc<[Ref<Type>]>>,
    /// The namespace.
    pub attributes: RefCell<Table>,
    pub slots: Slots,
    pub flags: Cell<u32>,
    /// Not counted: a subclass that ends takes itself off.
    subclasses: RefCell<Vec<NonNull<super::Object<Type>>>>,
    /// Names of `__slots__` in the order of their places at the front of the attribute slots.
    pub slot_names: RefCell<Vec<Ref<Text>>>,
    /// The shape of new instances.
    root: Cell<Option<&'static Shape>>,
    /// The shape of instances whose attributes are in a dict.
    dict_root: Cell<Option<&'static Shape>>,
    /// The most attribute slots that an instance has had: new instances have room for as many.
    learned: Cell<u16>,
    /// Every root shape there has been, to be invalidated together.
    roots: RefCell<Vec<&'static Shape>>,
}

impl Payload for Type {
    payload!(Type, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.attributes.borrow().traverse(visit);
        let base = self.base.borrow();
        for class in base.iter().chain(self.bases.borrow().iter()).chain(self.mro.borrow().iter()) {
            visit(class.as_value());
        }
    }

    fn clear(&self) {
        let attributes = self.attributes.borrow_mut().take();
        let (bases, mro) = (self.bases.take(), self.mro.replace(Rc::new([])));
        drop((attributes, bases, mro));
    }
}

/// What a new type is made of.
pub struct TypeParts<'a> {
    pub name: &'a str,
    pub layout: &'static Layout,
    pub storage: Storage,
    pub base: Option<Ref<Type>>,
    pub bases: Vec<Ref<Type>>,
    pub slots: &'a SlotTable,
    pub flags: u32,
}

impl Ref<Type> {
    /// A new type of metatype `meta`, not yet in its own method resolution order. None of its bases knows it yet.
    pub fn new_type(gil: Gil<'_>, meta: &'static Shape, parts: TypeParts<'_>) -> Ref<Type> {
        let class = Ref::with_shape(
            gil,
            meta,
            Type {
                name: RefCell::new(parts.name.into()),
                layout: parts.layout,
                storage: parts.storage,
                base: RefCell::new(parts.base),
                bases: RefCell::new(parts.bases),
                mro: RefCell::new(Rc::new([])),
                attributes: RefCell::default(),
                slots: Slots::new(parts.slots),
                flags: Cell::new(parts.flags),
                subclasses: RefCell::default(),
                slot_names: RefCell::default(),
                root: Cell::new(None),
                dict_root: Cell::new(None),
                learned: Cell::new(0),
                roots: RefCell::default(),
            },
        );
        class.new_root(gil, 0);
        class
    }

    /// The shape of a new instance.
    #[inline(always)]
    pub fn root(&self) -> &'static Shape {
        match self.root.get() {
            Some(root) => root,
            None => unreachable!("a type is made with a root shape"),
        }
    }

    /// The shape of an instance whose attributes are in a dict.
    pub fn dict_root(&self, gil: Gil<'_>, inline_capacity: u16) -> &'static Shape {
        if let Some(shape) = self.dict_root.get().filter(|shape| shape.inline_capacity == inline_capacity) {
            return shape;
        }
        let shape = Shape::root(gil, self.pointer(), self.layout, Storage::Dict, inline_capacity);
        self.roots.borrow_mut().push(shape);
        self.dict_root.set(Some(shape));
        shape
    }

    /// Notes that an instance has had so many attribute slots: later ones get room for as many inside.
    pub fn learn(&self, gil: Gil<'_>, slots: usize) {
        let slots = slots.min(super::shape::MOST_SLOTS) as u16;
        if self.storage == Storage::Slots && slots > self.learned.get() {
            self.new_root(gil, slots);
        }
    }

    fn new_root(&self, gil: Gil<'_>, inline_capacity: u16) {
        self.learned.set(inline_capacity);
        let shape = Shape::root(gil, self.pointer(), self.layout, self.storage, inline_capacity);
        self.roots.borrow_mut().push(shape);
        self.root.set(Some(shape));
    }

    /// Changes the method resolution order and tells the bases.
    pub fn set_mro(&self, gil: Gil<'_>, mro: Vec<Ref<Type>>) {
        let old = self.mro.replace(mro.into());
        self.changed(gil);
        drop(old);
    }

    /// Enters this type among the subclasses of its bases.
    pub fn register(&self) {
        for base in self.bases.borrow().iter() {
            base.subclasses.borrow_mut().push(self.pointer());
        }
    }

    /// The direct subclasses that are alive.
    pub fn subclasses(&self) -> Vec<Ref<Type>> {
        let subclasses = self.subclasses.borrow();
        subclasses
            .iter()
            .map(|class| {
                // SAFETY: a type takes itself off its bases' lists before it ends, see `Drop`; `Ref` is the pointer.
                unsafe { &*(&raw const *class).cast::<Ref<Type>>() }.clone()
            })
            .collect()
    }

    /// Voids what caches know of this type and its subclasses. Called after every change of its attributes.
    pub fn changed(&self, gil: Gil<'_>) {
        for root in self.roots.borrow().iter() {
            root.invalidate(gil);
        }
        for class in self.subclasses() {
            class.changed(gil);
        }
    }

    /// Is it `other` or derived from it?
    pub fn is_subtype(&self, other: &Ref<Type>) -> bool {
        self.is(other) || self.mro.borrow().iter().any(|class| class.is(other))
    }
}

impl Type {
    /// `__name__`.
    pub fn name(&self) -> Rc<str> {
        self.name.borrow().clone()
    }

    /// Sets `__name__`.
    pub fn set_name(&self, name: &str) {
        *self.name.borrow_mut() = name.into();
    }

    /// The method resolution order.
    pub fn mro(&self) -> Rc<[Ref<Type>]> {
        self.mro.borrow().clone()
    }

    /// Has it a flag of [`flags`]?
    #[inline]
    pub fn has(&self, flag: u32) -> bool {
        self.flags.get() & flag != 0
    }

    /// Sets or clears a flag.
    pub fn set_flag(&self, flag: u32, on: bool) {
        let word = self.flags.get();
        self.flags.set(if on { word | flag } else { word & !flag });
    }

    /// The attribute of an interned name in the order of resolution.
    pub fn lookup(&self, name: &Ref<Text>) -> Option<Value> {
        self.mro.borrow().iter().find_map(|class| class.attributes.borrow().get_text(name).cloned())
    }

    /// The same with the type that has it.
    pub fn lookup_with_owner(&self, name: &Ref<Text>) -> Option<(Ref<Type>, Value)> {
        let found =
            |class: &Ref<Type>| Some((class.clone(), class.attributes.borrow().get_text(name)?.clone()));
        self.mro.borrow().iter().find_map(found)
    }
}

impl Drop for Type {
    fn drop(&mut self) {
        let me: *const Type = self;
        for base in self.bases.borrow().iter() {
            // SAFETY: only addresses are compared; those in the list are of live types or of this one.
            let is_me = |class: &NonNull<super::Object<Type>>| {
                std::ptr::eq(unsafe { &raw const class.as_ref().payload }, me)
            };
            base.subclasses.borrow_mut().retain(|class| !is_me(class));
        }
    }
}
