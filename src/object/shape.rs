//! Shapes (hidden classes): what an object is an instance of, and which attribute lies in which slot.
//!
//! All objects of a type start at one of its root shapes; storing a new attribute moves an object along a transition to
//! the shape with one name more. Objects that got the same attributes in the same order share a shape, so an inline
//! cache needs to remember only the shape's number and the slot.
//!
//! The number (`id`) is drawn afresh for all shapes of a class and its subclasses whenever the class changes. So one
//! comparison guards both the place of an instance's attribute and everything found on its class.
//!
//! Shapes are few and live as long as the process: a cache can never see a number come back.

use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

use super::class::Type;
use super::header::{Layout, Object};
use super::text::Text;
use super::value::Ref;
use super::word::Bits;
use crate::gil::{Gil, Guarded};

/// How an object keeps its attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// It has none of its own.
    Nothing,
    /// In slots, named by the shape; an attribute area follows the payload.
    Slots,
    /// In a dict, which the attribute area's first word holds: `__dict__` was asked for, an attribute was deleted, or
    /// there are too many for slots.
    Dict,
}

/// A shape. See the module's head. What caches and calls look at stands in one line of the processor's cache.
#[repr(C, align(64))]
pub struct Shape {
    id: Cell<u32>,
    /// How the payload is handled, and which Rust type it is.
    pub layout: &'static Layout,
    /// The type; the type owns its shapes in turn, so this is no counted reference.
    class: NonNull<Object<Type>>,
    pub storage: Storage,
    /// Attribute slots inside the object, after the area's first word; further ones are in a block of their own.
    pub inline_capacity: u16,
    /// Whether objects end in the plain way, see `heap`: 0 until the first ends, then 1 for no and 2 for yes.
    pub ends_plainly: Cell<u8>,
    /// Bytes of an object.
    pub size: usize,
    /// The attribute names in slot order, interned.
    names: Box<[Ref<Text>]>,
    /// So many slots at the front are those of `__slots__`: reached by the class's descriptors, not by name, and
    /// perhaps empty. All of them are inline.
    pub reserved: u16,
    transitions: RefCell<Vec<(Ref<Text>, &'static Shape)>>,
}

/// Attributes beyond this many go into a dict.
pub const MOST_SLOTS: usize = 48;

static NEXT_ID: Guarded<Cell<u32>> = Guarded::new(Cell::new(1));

fn draw_id(gil: Gil<'_>) -> u32 {
    let next = NEXT_ID.get(gil);
    // Once the numbers are used up all new shapes are number zero, which no cache ever holds.
    let id = next.get();
    next.set(if id == 0 { 0 } else { id.wrapping_add(1) });
    id
}

impl Shape {
    /// A shape without attributes but those of `__slots__`, of a class whose object is at `class`. It lives for ever.
    pub fn root(
        gil: Gil<'_>,
        class: NonNull<Object<Type>>,
        layout: &'static Layout,
        storage: Storage,
        inline_capacity: u16,
        slot_names: &[Ref<Text>],
    ) -> &'static Shape {
        let reserved = slot_names.len() as u16;
        Shape::leak(gil, class, layout, storage, inline_capacity, slot_names.into(), reserved)
    }

    fn leak(
        gil: Gil<'_>,
        class: NonNull<Object<Type>>,
        layout: &'static Layout,
        storage: Storage,
        inline_capacity: u16,
        names: Box<[Ref<Text>]>,
        reserved: u16,
    ) -> &'static Shape {
        let id = Cell::new(draw_id(gil));
        let transitions = RefCell::default();
        let size = super::heap::size_of_object(layout, storage, inline_capacity);
        Box::leak(Box::new(Shape {
            id,
            layout,
            class,
            storage,
            inline_capacity,
            ends_plainly: Cell::new(0),
            size,
            names,
            reserved,
            transitions,
        }))
    }

    /// The number that caches compare; zero is in no cache.
    #[inline(always)]
    pub fn id(&self) -> u32 {
        self.id.get()
    }

    /// The type whose instance an object of this shape is.
    #[inline(always)]
    pub fn class(&self) -> &Ref<Type> {
        // SAFETY: an object of this shape owns a reference to its type, or the type is built in and lives for ever; a
        // `Ref` is the pointer alone.
        unsafe { &*(&raw const self.class).cast::<Ref<Type>>() }
    }

    /// The number of attribute slots in use, those of `__slots__` included.
    pub fn length(&self) -> usize {
        self.names.len()
    }

    /// The attribute names in slot order.
    pub fn names(&self) -> &[Ref<Text>] {
        &self.names
    }

    /// The slot of an attribute with an interned name. Those of `__slots__` are not found here.
    #[inline]
    pub fn slot(&self, name: &Ref<Text>) -> Option<usize> {
        let reserved = usize::from(self.reserved);
        self.names[reserved..].iter().position(|known| known.is(name)).map(|slot| slot + reserved)
    }

    /// The shape with one attribute more; None where it is time for a dict.
    pub fn with(&'static self, gil: Gil<'_>, name: &Ref<Text>) -> Option<&'static Shape> {
        if let Some((_, next)) = self.transitions.borrow().iter().find(|(known, _)| known.is(name)) {
            return Some(next);
        }
        if self.names.len() - usize::from(self.reserved) >= MOST_SLOTS {
            return None;
        }
        let names = self.names.iter().chain([name]).cloned().collect();
        let next = Shape::leak(
            gil,
            self.class,
            self.layout,
            self.storage,
            self.inline_capacity,
            names,
            self.reserved,
        );
        self.transitions.borrow_mut().push((name.clone(), next));
        Some(next)
    }

    /// Draws new numbers for this shape and all that follow from it: what caches know of them is void.
    pub fn invalidate(&self, gil: Gil<'_>) {
        self.id.set(draw_id(gil));
        for (_, next) in self.transitions.borrow().iter() {
            next.invalidate(gil);
        }
    }
}

/// A variable that holds a shape, to be set once.
pub struct ShapeCell(Cell<Option<&'static Shape>>);

// SAFETY: `get` and `set` demand the token, so one thread after the other reaches the cell and the shape.
unsafe impl Sync for ShapeCell {}

impl ShapeCell {
    /// Not set yet.
    pub const fn new() -> ShapeCell {
        ShapeCell(Cell::new(None))
    }

    /// The shape.
    ///
    /// # Panics
    /// If the built-in types are not set up yet.
    #[inline(always)]
    pub fn get(&self, _gil: Gil<'_>) -> &'static Shape {
        match self.0.get() {
            Some(shape) => shape,
            None => not_set_up(),
        }
    }

    /// Is it this shape?
    #[inline(always)]
    pub fn is(&self, shape: *const Shape) -> bool {
        self.0.get().is_some_and(|own| std::ptr::eq(own, shape))
    }

    /// Is the shape set?
    pub fn is_set(&self, _gil: Gil<'_>) -> bool {
        self.0.get().is_some()
    }

    /// Sets the shape.
    pub fn set(&self, _gil: Gil<'_>, shape: &'static Shape) {
        self.0.set(Some(shape));
    }
}

impl Default for ShapeCell {
    fn default() -> ShapeCell {
        ShapeCell::new()
    }
}

#[cold]
fn not_set_up() -> ! {
    panic!("the built-in types are set up before any value is looked at")
}

/// The shapes of values that are no pointers: ints, floats, then the immediates by number.
static IMMEDIATES: [ShapeCell; 8] = [const { ShapeCell::new() }; 8];

fn immediate_cell(bits: Bits) -> &'static ShapeCell {
    &IMMEDIATES[if bits.is_int() {
        6
    } else if bits.is_float() {
        7
    } else {
        (bits.raw() & 7).min(5) as usize
    }]
}

/// Says which shape the values of the same kind as `example` have.
pub fn set_immediate(gil: Gil<'_>, example: Bits, shape: &'static Shape) {
    immediate_cell(example).set(gil, shape);
}

/// The shape of a value that is no pointer.
pub fn immediate(gil: Gil<'_>, bits: Bits) -> &'static Shape {
    immediate_cell(bits).get(gil)
}
