//! `_heapq`: heaps in lists, under `heapq`.
//!
//! An item changes places with its parent or child before the next comparison, so that whatever a comparison sees or
//! raises, the list holds all its items.

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::native::Function;
use crate::object::raised::{index_error, runtime_error, type_error};
use crate::object::{Arguments, Comparison, Ref, Result, Value, operations};
use crate::types::list::List;
use crate::types::module::{Module, ModuleSpec};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_heapq",
    doc: "Heap queue algorithm (a.k.a. priority queue).",
    functions: &[
        Function::new(
            "heappush",
            "($module, heap, item, /)",
            "Push item onto heap, maintaining the heap invariant.",
            push,
        ),
        Function::new(
            "heappushpop",
            "($module, heap, item, /)",
            "Push item on the heap, then pop and return the smallest item from the heap.\n\nThe combined action runs more \
             efficiently than heappush() followed by\na separate call to heappop().",
            push_pop,
        ),
        Function::new(
            "heappop",
            "($module, heap, /)",
            "Pop the smallest item off the heap, maintaining the heap invariant.",
            |gil, arguments| pop(gil, arguments, "heappop", Order::Smallest),
        ),
        Function::new(
            "heapreplace",
            "($module, heap, item, /)",
            "Pop and return the current smallest value, and add the new item.\n\nThis is more efficient than heappop() \
             followed by heappush(), and can be\nmore appropriate when using a fixed-size heap.  Note that the \
             value\nreturned may be larger than item!  That constrains reasonable uses of\nthis routine unless written \
             as part of a conditional replacement:\n\n    if item > heap[0]:\n        item = heapreplace(heap, item)",
            |gil, arguments| replace(gil, arguments, "heapreplace", Order::Smallest),
        ),
        Function::new(
            "heapify",
            "($module, heap, /)",
            "Transform list into a heap, in-place, in O(len(heap)) time.",
            |gil, arguments| heapify(gil, arguments, "heapify", Order::Smallest),
        ),
        Function::new(
            "_heappop_max",
            "($module, heap, /)",
            "Maxheap variant of heappop.",
            |gil, arguments| pop(gil, arguments, "_heappop_max", Order::Largest),
        ),
        Function::new(
            "_heapreplace_max",
            "($module, heap, item, /)",
            "Maxheap variant of heapreplace.",
            |gil, arguments| replace(gil, arguments, "_heapreplace_max", Order::Largest),
        ),
        Function::new(
            "_heapify_max",
            "($module, heap, /)",
            "Maxheap variant of heapify.",
            |gil, arguments| heapify(gil, arguments, "_heapify_max", Order::Largest),
        ),
    ],
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "__about__", convert::text(gil, "Heaps in lists, the smallest item first."));
    Ok(())
}

/// Which item comes first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Smallest,
    Largest,
}

/// A list that is a heap, or is becoming one.
struct Heap<'a> {
    gil: Gil<'a>,
    list: &'a Ref<List>,
    order: Order,
}

impl Heap<'_> {
    fn length(&self) -> usize {
        self.list.items.borrow().len()
    }

    fn item(&self, place: usize) -> Result<Value> {
        let item = self.list.items.borrow().get(place).cloned();
        item.ok_or_else(|| index_error(self.gil, "index out of range"))
    }

    /// Does the item at one place come before that at another?
    fn precedes(&self, first: usize, second: usize) -> Result<bool> {
        let (first, second) = match self.order {
            Order::Smallest => (first, second),
            Order::Largest => (second, first),
        };
        let (first, second, length) = {
            let items = self.list.items.borrow();
            match (items.get(first), items.get(second)) {
                (Some(left), Some(right)) => match (left.bits().as_int(), right.bits().as_int()) {
                    (Some(left), Some(right)) => return Ok(left < right),
                    _ => (left.clone(), right.clone(), items.len()),
                },
                _ => return Err(index_error(self.gil, "index out of range")),
            }
        };
        let answer = operations::compares(self.gil, Comparison::Less, &first, &second)?;
        if self.length() != length {
            return Err(runtime_error(self.gil, "list changed size during iteration"));
        }
        Ok(answer)
    }

    fn swap(&self, first: usize, second: usize) {
        self.list.items.borrow_mut().swap(first, second);
    }

    /// Lets the item at a place rise while it comes before its parent, up to `top`.
    fn rise(&self, top: usize, mut place: usize) -> Result<()> {
        while place > top {
            let parent = (place - 1) / 2;
            if !self.precedes(place, parent)? {
                break;
            }
            self.swap(place, parent);
            place = parent;
        }
        Ok(())
    }

    /// Brings the item at a place, whose children are heaps, to its place: down to a leaf, and from there up again. A
    /// last item mostly belongs near the leaves, and this way costs one comparison a level.
    fn sink(&self, mut place: usize) -> Result<()> {
        let (top, end) = (place, self.length());
        if place >= end {
            return Err(index_error(self.gil, "index out of range"));
        }
        while place < end / 2 {
            let mut child = 2 * place + 1;
            if child + 1 < end && !self.precedes(child, child + 1)? {
                child += 1;
            }
            self.swap(child, place);
            place = child;
        }
        self.rise(top, place)
    }

    /// Puts an item in the first one's place; gives that back.
    fn replace_first(&self, item: Value) -> Result<Value> {
        let first = {
            let mut items = self.list.items.borrow_mut();
            match items.first_mut() {
                Some(first) => std::mem::replace(first, item),
                None => return Err(index_error(self.gil, "index out of range")),
            }
        };
        self.sink(0)?;
        Ok(first)
    }
}

fn list<'a>(gil: Gil<'_>, value: &'a Value, what: &str) -> Result<&'a Ref<List>> {
    value.downcast::<List>().ok_or_else(|| {
        let got = value.class(gil).name();
        type_error(gil, format!("{what} must be list, not {got}"))
    })
}

fn push(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.no_keywords(gil, "_heapq.heappush")?;
    let [heap, item] = arguments.exactly(gil, "heappush")?;
    let heap = Heap { gil, list: list(gil, heap, "heappush() argument 1")?, order: Order::Smallest };
    heap.list.items.borrow_mut().push(item.clone());
    heap.rise(0, heap.length() - 1)?;
    Ok(Value::NONE)
}

fn pop(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, order: Order) -> Result<Value> {
    let [heap] = arguments.exactly(gil, &format!("_heapq.{name}"))?;
    let heap = Heap { gil, list: list(gil, heap, &format!("{name}() argument"))?, order };
    let last = heap.list.items.borrow_mut().pop();
    let last = last.ok_or_else(|| index_error(gil, "index out of range"))?;
    if heap.length() == 0 { Ok(last) } else { heap.replace_first(last) }
}

fn replace(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, order: Order) -> Result<Value> {
    arguments.no_keywords(gil, &format!("_heapq.{name}"))?;
    let [heap, item] = arguments.exactly(gil, name)?;
    Heap { gil, list: list(gil, heap, &format!("{name}() argument 1"))?, order }.replace_first(item.clone())
}

fn push_pop(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.no_keywords(gil, "_heapq.heappushpop")?;
    let [heap, item] = arguments.exactly(gil, "heappushpop")?;
    let heap = Heap { gil, list: list(gil, heap, "heappushpop() argument 1")?, order: Order::Smallest };
    if heap.length() == 0 {
        return Ok(item.clone());
    }
    if !operations::compares(gil, Comparison::Less, &heap.item(0)?, item)? {
        return Ok(item.clone());
    }
    heap.replace_first(item.clone())
}

fn heapify(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, order: Order) -> Result<Value> {
    let [heap] = arguments.exactly(gil, &format!("_heapq.{name}"))?;
    let heap = Heap { gil, list: list(gil, heap, &format!("{name}() argument"))?, order };
    for place in (0..heap.length() / 2).rev() {
        heap.sink(place)?;
    }
    Ok(Value::NONE)
}
