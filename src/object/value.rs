//! Owning values: [`Value`], a word that counts as a reference, and [`Ref`], one whose payload type is known.

use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::num::NonZeroU64;
use std::ops::Deref;
use std::ptr::NonNull;

use super::class::Type;
use super::exposed::Exposed;
use super::header::{Header, Object, Payload};
use super::heap;
use super::shape::{self, Shape};
use super::word::Bits;
use crate::gil::Gil;

/// A Python value that owns its reference. `Option<Value>` is one word too.
///
/// Invariant: the word is not [`Bits::EMPTY`], and if it is a pointer, one of the object's references is this one.
#[repr(transparent)]
pub struct Value(NonZeroU64, PhantomData<*mut ()>);

/// A value known to be an object with payload `T`: its reference, typed.
///
/// Invariant: as of [`Value`], and the object's layout is `T`'s.
#[repr(transparent)]
pub struct Ref<T>(NonNull<Object<T>>);

impl Value {
    pub const NONE: Value = Value::immediate(Bits::NONE);
    pub const FALSE: Value = Value::immediate(Bits::FALSE);
    pub const TRUE: Value = Value::immediate(Bits::TRUE);
    pub const ELLIPSIS: Value = Value::immediate(Bits::ELLIPSIS);
    pub const NOT_IMPLEMENTED: Value = Value::immediate(Bits::NOT_IMPLEMENTED);

    const fn immediate(bits: Bits) -> Value {
        match NonZeroU64::new(bits.raw()) {
            Some(word) => Value(word, PhantomData),
            None => panic!("an immediate is never zero"),
        }
    }

    /// A truth value.
    pub fn bool(truth: bool) -> Value {
        if truth { Value::TRUE } else { Value::FALSE }
    }

    /// A float.
    pub fn float(number: f64) -> Value {
        Value::immediate(Bits::from_float(number))
    }

    /// An int, if it fits into the word.
    pub fn small_int(number: i64) -> Option<Value> {
        Bits::from_int(number).map(Value::immediate)
    }

    /// The word, which goes on being owned by this value.
    #[inline(always)]
    pub fn bits(&self) -> Bits {
        Bits::of_raw(self.0.get())
    }

    /// The word, which from now on owns the reference.
    pub fn into_bits(self) -> Bits {
        ManuallyDrop::new(self).bits()
    }

    /// The owner of a word's reference.
    ///
    /// # Safety
    /// The word is not empty, and if it is a pointer, a reference of its object is given up to this value.
    #[inline(always)]
    pub unsafe fn from_bits(bits: Bits) -> Value {
        // SAFETY: no word in use is zero: a pointer is not null, the other kinds have a tag.
        Value(unsafe { NonZeroU64::new_unchecked(bits.raw()) }, PhantomData)
    }

    /// A register's word seen as a value without taking it.
    ///
    /// # Safety
    /// The word is not empty, and it owns its reference as long as the borrow lives.
    #[inline(always)]
    pub unsafe fn borrow(bits: &Bits) -> &Value {
        // SAFETY: both are transparent over one 64-bit word, which is not zero.
        unsafe { &*(&raw const *bits).cast::<Value>() }
    }

    /// Is it the same object?
    pub fn is(&self, other: &Value) -> bool {
        self.0 == other.0
    }

    /// Is it None?
    pub fn is_none(&self) -> bool {
        self.bits() == Bits::NONE
    }

    /// The header of the object, if it is one.
    #[inline(always)]
    pub fn header(&self) -> Option<&Header> {
        self.bits().is_heap().then(|| {
            // SAFETY: a word that is a pointer points to a live object while this value owns a reference.
            unsafe { &*self.bits().pointer() }
        })
    }

    /// The shape of the object, if it is one.
    pub fn shape(&self) -> Option<&'static Shape> {
        self.header().map(Header::shape)
    }

    /// The shape, also of values that are no pointers.
    #[inline]
    pub fn shape_of(&self, gil: Gil<'_>) -> &'static Shape {
        self.shape().unwrap_or_else(|| shape::immediate(gil, self.bits()))
    }

    /// The type.
    #[inline]
    pub fn class<'a>(&'a self, gil: Gil<'a>) -> &'a Ref<Type> {
        self.shape_of(gil).class()
    }

    /// Is it of exactly the built-in type with payload `T`? The type may be one of a module that nobody imported yet.
    #[inline]
    pub fn is_exact<T: Payload>(&self, _gil: Gil<'_>) -> bool {
        self.shape().is_some_and(|shape| T::layout().exact.is(shape))
    }

    /// This value as an object with payload `T` (also of a subclass), if it is one.
    #[inline(always)]
    pub fn downcast<T: Payload>(&self) -> Option<&Ref<T>> {
        let shape = self.shape()?;
        std::ptr::eq(shape.layout, T::layout()).then(|| {
            // SAFETY: the layout says that the payload is a `T`; `Value` and `Ref` are both the pointer alone.
            unsafe { &*(&raw const *self).cast::<Ref<T>>() }
        })
    }

    /// The bytes that the object lets others at, if it is of that kind.
    pub fn exposed(&self) -> Option<&dyn Exposed> {
        let header = self.header()?;
        // SAFETY: the function is that of the object's own payload, which lives while this value owns a reference.
        unsafe { (header.shape().layout.exposed)(header) }
    }

    /// This value as an object with payload `T`, or back what it was.
    pub fn try_into_ref<T: Payload>(self) -> Result<Ref<T>, Value> {
        match self.downcast::<T>() {
            // SAFETY: the payload is a `T`, and the reference passes from one owner to the other.
            Some(_) => Ok(unsafe { Ref::from_pointer(self.into_bits().pointer().cast_mut().cast()) }),
            None => Err(self),
        }
    }
}

impl Clone for Value {
    #[inline(always)]
    fn clone(&self) -> Value {
        if let Some(header) = self.header() {
            header.retain();
        }
        Value(self.0, PhantomData)
    }
}

impl Drop for Value {
    #[inline(always)]
    fn drop(&mut self) {
        if self.header().is_some_and(Header::release) {
            // SAFETY: this was the last reference, so nobody else reaches the object.
            unsafe { heap::bury(self.bits().pointer().cast_mut()) }
        }
    }
}

impl std::fmt::Debug for Value {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.bits().fmt(formatter)
    }
}

impl<T: Payload> Ref<T> {
    /// A new object of the built-in type itself.
    #[inline]
    pub fn new(gil: Gil<'_>, payload: T) -> Ref<T> {
        Ref::with_shape(gil, T::layout().exact.get(gil), payload)
    }

    /// As [`Ref::new`] for large payloads: `make` writes the payload where it is to be.
    #[inline(always)]
    pub fn made(gil: Gil<'_>, make: impl FnOnce() -> T) -> Ref<T> {
        heap::allocate_made(gil, T::layout().exact.get(gil), make)
    }

    /// A new object of a type with this payload, its attributes empty. `shape` is the root of a type whose layout is
    /// `T`'s.
    pub fn with_shape(gil: Gil<'_>, shape: &'static Shape, payload: T) -> Ref<T> {
        assert!(std::ptr::eq(shape.layout, T::layout()), "the shape of another payload");
        heap::allocate(gil, shape, payload)
    }

    /// The pointer, which stays owned by this value.
    pub fn pointer(&self) -> NonNull<Object<T>> {
        self.0
    }

    /// The owner of an object's reference.
    ///
    /// # Safety
    /// The pointer is to a live object with payload `T`, one of whose references is given up to this value.
    pub unsafe fn from_pointer(pointer: *mut Object<T>) -> Ref<T> {
        // SAFETY: a live object is not at null.
        Ref(unsafe { NonNull::new_unchecked(pointer) })
    }

    /// The header.
    pub fn header(&self) -> &Header {
        // SAFETY: the object lives while this value owns a reference.
        unsafe { &self.0.as_ref().header }
    }

    /// The same reference, its type forgotten.
    pub fn as_value(&self) -> &Value {
        // SAFETY: `Value` and `Ref` are both the pointer alone.
        unsafe { &*(&raw const *self).cast::<Value>() }
    }

    /// The value that owns this reference from now on.
    pub fn into_value(self) -> Value {
        let pointer = ManuallyDrop::new(self).0;
        // SAFETY: the reference passes from one owner to the other.
        unsafe { Value::from_bits(Bits::of_pointer(pointer.as_ptr().cast())) }
    }

    /// Another owner, as a value.
    pub fn to_value(&self) -> Value {
        self.as_value().clone()
    }

    /// Is it the same object?
    pub fn is(&self, other: &Ref<T>) -> bool {
        self.0 == other.0
    }
}

impl<T> Deref for Ref<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: the object lives while this value owns a reference.
        unsafe { &self.0.as_ref().payload }
    }
}

impl<T> Clone for Ref<T> {
    #[inline(always)]
    fn clone(&self) -> Ref<T> {
        // SAFETY: the object lives while this value owns a reference.
        unsafe { self.0.as_ref().header.retain() };
        Ref(self.0)
    }
}

impl<T> Drop for Ref<T> {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: the object lives while this value owns a reference; after the last one nobody else reaches it.
        unsafe {
            if self.0.as_ref().header.release() {
                heap::bury(self.0.as_ptr().cast());
            }
        }
    }
}

impl<T: Payload> From<Ref<T>> for Value {
    fn from(object: Ref<T>) -> Value {
        object.into_value()
    }
}
