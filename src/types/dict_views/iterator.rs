//! Iterators over the keys, the values and the items of a dict, forwards and backwards.

use std::cell::{Cell, RefCell};

use super::super::dict::Dict;
use super::super::{int, list, sequence};
use super::{Part, part};
use crate::gil::Gil;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::runtime_error;
use crate::object::table::Entry;
use crate::object::{Arguments, Payload, Ref, Result, Table, Value, Visit};
use crate::payload;

/// A walk over a dict, which it lets go of at its end.
pub struct Walk {
    pub dict: RefCell<Option<Ref<Dict>>>,
    next: Cell<usize>,
    /// The number of keys at the start, which must not change; none once it has.
    length: Cell<Option<usize>>,
    /// How many are still to come.
    left: Cell<usize>,
}

impl Walk {
    fn new(dict: &Ref<Dict>, backwards: bool) -> Walk {
        let table = dict.table.borrow();
        Walk {
            dict: RefCell::new(Some(dict.clone())),
            next: Cell::new(if backwards { table.positions() } else { 0 }),
            length: Cell::new(Some(table.length())),
            left: Cell::new(table.length()),
        }
    }

    #[inline]
    fn advance(&self, gil: Gil<'_>, seen: Part, backwards: bool) -> Result<Option<Value>> {
        let found = {
            let dict = self.dict.borrow();
            let Some(dict) = dict.as_ref() else { return Ok(None) };
            let table = dict.table.borrow();
            if self.length.get() != Some(table.length()) {
                self.length.set(None);
                return Err(runtime_error(gil, "dictionary changed size during iteration"));
            }
            let place = self.next.get();
            if backwards {
                let entry = |place: usize| Some((place, part(gil, seen, table.entry(place)?)));
                (0..place).rev().find_map(entry)
            } else {
                table.next_from(place).map(|(place, entry)| (place + 1, part(gil, seen, entry)))
            }
        };
        let Some((next, item)) = found else {
            drop(self.dict.take());
            return Ok(None);
        };
        let Some(left) = self.left.get().checked_sub(1) else {
            drop(self.dict.take());
            return Err(runtime_error(gil, "dictionary keys changed during iteration"));
        };
        self.left.set(left);
        self.next.set(next);
        Ok(Some(item))
    }

    /// As `advance`, forwards, for the machine; None at the end and where something is wrong, which is left to others.
    #[inline(always)]
    pub fn advance_plainly<'a>(&self, table: &'a Table) -> Option<&'a Entry> {
        if self.length.get() != Some(table.length()) {
            return None;
        }
        let left = self.left.get().checked_sub(1)?;
        let (place, entry) = table.next_from(self.next.get())?;
        self.left.set(left);
        self.next.set(place + 1);
        Some(entry)
    }

    fn is_current(&self) -> bool {
        let dict = self.dict.borrow();
        let length = dict.as_ref().map(|dict| dict.table.borrow().length());
        length.is_some() && length == self.length.get()
    }

    /// What is still to come, without going on.
    fn rest(&self, gil: Gil<'_>, seen: Part, backwards: bool) -> Result<Vec<Value>> {
        let copy = Walk {
            dict: RefCell::new(self.dict.borrow().clone()),
            next: self.next.clone(),
            length: self.length.clone(),
            left: self.left.clone(),
        };
        let mut rest = Vec::new();
        while let Some(item) = copy.advance(gil, seen, backwards)? {
            rest.push(item);
        }
        Ok(rest)
    }
}

macro_rules! iterators {
    ($($spec:ident $name:ident $python:literal $part:ident $backwards:literal;)*) => {
        $(
            #[doc = concat!("`", $python, "`.")]
            pub struct $name(pub Walk);

            impl Payload for $name {
                payload!($name, tracked);

                fn traverse(&self, visit: Visit<'_>) {
                    if let Some(dict) = &*self.0.dict.borrow() {
                        visit(dict.as_value());
                    }
                }

                fn clear(&self) {
                    drop(self.0.dict.take());
                }
            }

            impl $name {
                /// The next one.
                #[inline]
                pub fn advance(&self, gil: Gil<'_>) -> Result<Option<Value>> {
                    self.0.advance(gil, Part::$part, $backwards)
                }
            }

            #[doc = concat!("`", $python, "`.")]
            pub static $spec: TypeSpec = spec($python, $name::layout, |gil, value| {
                value.downcast::<$name>().map_or(Ok(None), |iterator| iterator.advance(gil))
            });
        )*

        /// An iterator over a part of each entry.
        pub fn iterate(gil: Gil<'_>, dict: &Ref<Dict>, part: Part, backwards: bool) -> Value {
            let walk = Walk::new(dict, backwards);
            match (part, backwards) {
                $((Part::$part, $backwards) => Ref::new(gil, $name(walk)).into_value(),)*
            }
        }

        /// An iterator's walk, what of the entries it sees, and whether it goes backwards.
        fn walk(value: &Value) -> Option<(&Walk, Part, bool)> {
            $(if let Some(iterator) = value.downcast::<$name>() {
                return Some((&iterator.0, Part::$part, $backwards));
            })*
            None
        }
    };
}

iterators! {
    KEYS KeyIterator "dict_keyiterator" Key false;
    VALUES ValueIterator "dict_valueiterator" Value false;
    ITEMS ItemIterator "dict_itemiterator" Both false;
    REVERSE_KEYS ReverseKeyIterator "dict_reversekeyiterator" Key true;
    REVERSE_VALUES ReverseValueIterator "dict_reversevalueiterator" Value true;
    REVERSE_ITEMS ReverseItemIterator "dict_reverseitemiterator" Both true;
}

fn length_hint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__length_hint__")?;
    let left = walk(value).filter(|(walk, ..)| walk.is_current()).map_or(0, |(walk, ..)| walk.left.get());
    Ok(int::from_i64(gil, left as i64))
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let rest =
        walk(value).map_or(Ok(Vec::new()), |(walk, seen, backwards)| walk.rest(gil, seen, backwards))?;
    sequence::iterator::remade(gil, "iter", list::of(gil, rest), None)
}

static METHODS: [Function; 2] = [
    Function::new(
        "__length_hint__",
        "",
        "Private method returning an estimate of len(list(it)).",
        length_hint,
    ),
    Function::new("__reduce__", "", "Return state information for pickling.", reduce),
];

const fn spec(
    name: &'static str,
    layout: fn() -> &'static crate::object::Layout,
    next: crate::object::slots::Next,
) -> TypeSpec {
    TypeSpec::iterator(name, layout, next, &METHODS)
}
