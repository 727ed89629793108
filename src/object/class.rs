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
use super::word::Bits;
use crate::gil::{Gil, Guarded};
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
    /// Instances have the places of `__slots__` and no dict.
    pub const SLOTS_ONLY: u32 = 1024;
    /// Items are not at positions 0, 1, 2...: there is no iterating by them.
    pub const NO_POSITIONS: u32 = 8192;
    /// Instances cannot be made by calling the type.
    pub const NO_INSTANCES: u32 = 2048;
    /// Instances have fields that those of the base have not, though the payload is the same.
    pub const OWN_FIELDS: u32 = 4096;
}

/// The payload of `type`.
pub struct Type {
    /// `__name__`.
    name: RefCell<Rc<str>>,
    /// The name in messages where that is not `__name__`: built-in types of a library module tell the module.
    told_name: RefCell<Option<Rc<str>>>,
    /// `__qualname__`.
    qualified_name: RefCell<Rc<str>>,
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
        // SAFETY: the collector holds the GIL.
        self.changed(unsafe { Gil::assume() });
        self.leave_bases();
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
    /// Names of `__slots__`, those of the bases first.
    pub slot_names: Vec<Ref<Text>>,
}

/// The type `type` itself, whose own type it is. It lives for ever.
pub fn bootstrap(gil: Gil<'_>, slots: &SlotTable, flags: u32) -> Ref<Type> {
    let place = Box::leak(Box::new(std::mem::MaybeUninit::<super::Object<Type>>::uninit()));
    let pointer = NonNull::from(&mut *place).cast::<super::Object<Type>>();
    let shape = Shape::root(gil, pointer, Type::layout(), Storage::Nothing, 0, &[]);
    let parts = TypeParts {
        name: "type",
        layout: Type::layout(),
        storage: Storage::Nothing,
        base: None,
        bases: Vec::new(),
        slots,
        flags,
        slot_names: Vec::new(),
    };
    place.write(super::Object { header: super::Header::new(shape), payload: Type::of_parts(parts) });
    // SAFETY: the object is whole now. The box is leaked, and the second reference, never given back, keeps it.
    let class = unsafe { Ref::from_pointer(pointer.as_ptr()) };
    std::mem::forget(class.clone());
    class.roots.borrow_mut().push(shape);
    class.root.set(Some(shape));
    class
}

/// So many attributes are expected of the instances of a class of Python code before one has been seen.
const EXPECTED: u16 = 3;

impl Ref<Type> {
    /// A new type of metatype `meta`, not yet in its own method resolution order. None of its bases knows it yet.
    pub fn new_type(gil: Gil<'_>, meta: &'static Shape, parts: TypeParts<'_>) -> Ref<Type> {
        let class = Ref::with_shape(gil, meta, Type::of_parts(parts));
        let slots = class.slot_names.borrow().len() as u16;
        let keeps_any = class.has(flags::HEAP) && !class.has(flags::SLOTS_ONLY);
        class.new_root(gil, if keeps_any { slots + EXPECTED } else { slots });
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
        let names = self.slot_names.borrow();
        let shape = Shape::root(gil, self.pointer(), self.layout, Storage::Dict, inline_capacity, &names);
        self.roots.borrow_mut().push(shape);
        self.dict_root.set(Some(shape));
        shape
    }

    /// Notes that an instance has had so many attribute slots: later ones get room for as many inside, and for a few
    /// more, so that a class learns in few steps.
    pub fn learn(&self, gil: Gil<'_>, slots: usize) {
        const STEPS: [u16; 9] = [3, 5, 8, 12, 16, 24, 32, 48, 64];
        let most = super::shape::MOST_SLOTS + self.slot_names.borrow().len();
        let step = STEPS.into_iter().find(|&step| usize::from(step) >= slots).unwrap_or(64);
        let slots = step.min(most as u16);
        if self.storage == Storage::Slots && slots > self.learned.get() {
            self.new_root(gil, slots);
        }
    }

    fn new_root(&self, gil: Gil<'_>, inline_capacity: u16) {
        self.learned.set(inline_capacity);
        let shape = self.root_with_capacity(gil, inline_capacity);
        self.root.set(Some(shape));
    }

    /// The root shape with this room inside.
    pub fn root_with_capacity(&self, gil: Gil<'_>, inline_capacity: u16) -> &'static Shape {
        let is_it =
            |shape: &&Shape| shape.storage == self.storage && shape.inline_capacity == inline_capacity;
        if let Some(shape) = self.roots.borrow().iter().find(|shape| is_it(shape)) {
            return shape;
        }
        let names = self.slot_names.borrow();
        let shape = Shape::root(gil, self.pointer(), self.layout, self.storage, inline_capacity, &names);
        self.roots.borrow_mut().push(shape);
        shape
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

    /// Is it `other` or derived from it?
    pub fn is_subtype(&self, other: &Ref<Type>) -> bool {
        self.is(other) || self.mro.borrow().iter().any(|class| class.is(other))
    }
}

impl Type {
    fn of_parts(parts: TypeParts<'_>) -> Type {
        Type {
            name: RefCell::new(parts.name.into()),
            told_name: RefCell::default(),
            qualified_name: RefCell::new(parts.name.into()),
            layout: parts.layout,
            storage: parts.storage,
            base: RefCell::new(parts.base),
            bases: RefCell::new(parts.bases),
            mro: RefCell::new(Rc::new([])),
            attributes: RefCell::default(),
            slots: Slots::new(parts.slots),
            flags: Cell::new(parts.flags),
            subclasses: RefCell::default(),
            slot_names: RefCell::new(parts.slot_names),
            root: Cell::new(None),
            dict_root: Cell::new(None),
            learned: Cell::new(0),
            roots: RefCell::default(),
        }
    }

    /// The name in messages.
    pub fn name(&self) -> Rc<str> {
        self.told_name.borrow().as_ref().unwrap_or(&self.name.borrow()).clone()
    }

    /// `__name__`.
    pub fn own_name(&self) -> Rc<str> {
        self.name.borrow().clone()
    }

    /// Has messages name the type with its module.
    pub fn tell_module(&self, module: &str) {
        *self.told_name.borrow_mut() = Some(format!("{module}.{}", self.own_name()).into());
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

    /// Sets `__name__`.
    pub fn set_name(&self, name: &str) {
        *self.name.borrow_mut() = name.into();
        *self.told_name.borrow_mut() = None;
    }

    /// `__qualname__`.
    pub fn qualified_name(&self) -> Rc<str> {
        self.qualified_name.borrow().clone()
    }

    /// Sets `__qualname__`.
    pub fn set_qualified_name(&self, name: &str) {
        *self.qualified_name.borrow_mut() = name.into();
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

    /// The attribute of a name in the order of resolution.
    #[inline]
    pub fn lookup(&self, name: &Ref<Text>) -> Option<Value> {
        let Some(memo) = self.memo(name) else { return self.search(name) };
        memo.answer(self, name)
    }

    /// The place in the memo for a name of this type; None where answers cannot be kept.
    #[inline]
    fn memo(&self, name: &Ref<Text>) -> Option<&'static Memo> {
        let id = self.root.get()?.id();
        if id == 0 || !name.is_interned() {
            return None;
        }
        let place = id as usize ^ (name.as_value().bits().raw() as usize >> 4);
        // SAFETY: types are reached only under the GIL.
        let memo = MEMO.get(unsafe { Gil::assume() });
        Some(&memo[place & (MEMOS - 1)])
    }

    fn search(&self, name: &Ref<Text>) -> Option<Value> {
        self.mro.borrow().iter().find_map(|class| class.attributes.borrow().get_text(name).cloned())
    }

    /// The same with the type that has it.
    pub fn lookup_with_owner(&self, name: &Ref<Text>) -> Option<(Ref<Type>, Value)> {
        let found =
            |class: &Ref<Type>| Some((class.clone(), class.attributes.borrow().get_text(name)?.clone()));
        self.mro.borrow().iter().find_map(found)
    }
}

/// Answers of [`Type::lookup`], by the number of the type's root shape, which changes whenever an answer could, and by
/// the interned name. What was found is not counted: as long as the number is the same, the type that has it keeps it.
struct Memo {
    id: Cell<u32>,
    name: Cell<Bits>,
    found: Cell<Bits>,
}

const MEMOS: usize = 4096;

static MEMO: Guarded<[Memo; MEMOS]> = Guarded::new(
    [const { Memo { id: Cell::new(0), name: Cell::new(Bits::EMPTY), found: Cell::new(Bits::EMPTY) } }; MEMOS],
);

impl Memo {
    #[inline]
    fn answer(&self, class: &Type, name: &Ref<Text>) -> Option<Value> {
        let id = class.root.get().map_or(0, Shape::id);
        let key = name.as_value().bits();
        if self.id.get() != id || self.name.get() != key {
            let found = class.search(name);
            self.id.set(id);
            self.name.set(key);
            self.found.set(found.as_ref().map_or(Bits::EMPTY, Value::bits));
            return found;
        }
        let found = self.found.get();
        // SAFETY: the number is the same, so a type in the order of resolution still owns what was found.
        (found != Bits::EMPTY).then(|| unsafe { Value::borrow(&found) }.clone())
    }
}

impl Type {
    /// Takes this type off its bases' lists of subclasses.
    fn leave_bases(&self) {
        let me: *const Type = self;
        let Ok(bases) = self.bases.try_borrow() else { return };
        for base in bases.iter() {
            // SAFETY: only addresses are compared; those in the list are of live types or of this one.
            let is_me = |class: &NonNull<super::Object<Type>>| {
                std::ptr::eq(unsafe { &raw const class.as_ref().payload }, me)
            };
            base.subclasses.borrow_mut().retain(|class| !is_me(class));
        }
    }

    /// Changes the bases, in which this type is entered among the subclasses.
    pub fn replace_bases(&self, bases: Vec<Ref<Type>>) -> Vec<Ref<Type>> {
        self.leave_bases();
        self.bases.replace(bases)
    }
}

impl Ref<Type> {
    /// Sets an attribute of the namespace, or removes it, and voids what caches know. False if it was to be removed
    /// and is not there.
    pub fn set_entry(&self, gil: Gil<'_>, name: &Ref<Text>, value: Option<Value>) -> bool {
        let name = super::text::intern_text(gil, name);
        let mut table = self.attributes.borrow_mut();
        let (done, old) = match value {
            Some(value) => (true, table.set_text(&name, value)),
            None => match table.find_text(&name) {
                Some(position) => (true, table.remove(position).map(|entry| entry.value)),
                None => (false, None),
            },
        };
        drop(table);
        self.changed(gil);
        drop(old);
        done
    }

    /// An attribute of the namespace itself, not of the bases'.
    pub fn entry(&self, name: &Ref<Text>) -> Option<Value> {
        self.attributes.borrow().get_text(name).cloned()
    }
}

impl Drop for Type {
    fn drop(&mut self) {
        self.leave_bases();
    }
}
