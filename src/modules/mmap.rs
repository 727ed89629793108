//! `_mmap`: mapped files, which `mmap` makes objects that look like bytes and like files.
//!
//! The bytes are those of [`Region`]: other processes may change them at any time.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use super::convert;
use super::multiprocessing::Region;
use crate::gil::Gil;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{buffer_error, value_error};
use crate::object::{
    Arguments, Exposed, Payload, Ref, Result, SlotTable, Storage, Type, Value, class, exposed,
};
use crate::payload;
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};

/// The module.
pub static MODULE: ModuleSpec =
    ModuleSpec { name: "_mmap", doc: "Mapped files.", functions: &[], set_up: Some(set_up) };

macro_rules! constants {
    ($($name:ident)*) => {
        const CONSTANTS: &[(&str, i64)] = &[$((stringify!($name), libc::$name as i64),)*];
    };
}

constants! {
    PROT_READ PROT_WRITE PROT_EXEC MAP_SHARED MAP_PRIVATE MAP_ANON MAP_ANONYMOUS MAP_DENYWRITE MAP_EXECUTABLE
    MAP_POPULATE MAP_STACK MAP_NORESERVE MADV_NORMAL MADV_RANDOM MADV_SEQUENTIAL MADV_WILLNEED MADV_DONTNEED MADV_REMOVE
    MADV_DONTFORK MADV_DOFORK MADV_HWPOISON MADV_MERGEABLE MADV_UNMERGEABLE MADV_HUGEPAGE MADV_NOHUGEPAGE MADV_DONTDUMP
    MADV_DODUMP MADV_FREE
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "Map", builder::build(gil, &SPEC).into_value());
    for (name, number) in CONSTANTS {
        module.set(gil, name, convert::int(gil, *number));
    }
    // SAFETY: it takes a number.
    let page = unsafe { libc::sysconf(libc::_SC_PAGESIZE) };
    for name in ["PAGESIZE", "ALLOCATIONGRANULARITY"] {
        module.set(gil, name, convert::int(gil, page));
    }
    Ok(())
}

/// The payload of `Map`: the mapping until it is closed.
pub struct Map {
    region: RefCell<Option<Arc<Region>>>,
    can_read: bool,
    can_write: bool,
    views: Cell<usize>,
}

impl Payload for Map {
    payload!(Map, untracked);

    fn exposed(&self) -> Option<&dyn Exposed> {
        Some(self)
    }
}

impl Exposed for Map {
    fn length(&self) -> usize {
        self.region.borrow().as_ref().map_or(0, |region| region.size())
    }

    fn is_read_only(&self) -> bool {
        !self.can_write
    }

    fn read(&self, place: usize, into: &mut [u8]) -> bool {
        self.can_read && self.region.borrow().as_ref().is_some_and(|region| region.read(place, into))
    }

    fn write(&self, place: usize, from: &[u8]) -> bool {
        self.can_write && self.region.borrow().as_ref().is_some_and(|region| region.write(place, from))
    }

    fn shared(&self) -> Option<Arc<dyn exposed::Shared>> {
        let region = self.region.borrow().clone().filter(|_| self.can_read);
        region.map(|region| region as Arc<dyn exposed::Shared>)
    }

    fn hold(&self) {
        self.views.set(self.views.get() + 1);
    }

    fn let_go(&self) {
        self.views.set(self.views.get().saturating_sub(1));
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.exactly::<5>(gil, "Map")?;
    let descriptor = convert::to_i32(gil, &values[0])?;
    let size = convert::to_i64(gil, &values[1])?;
    let (flags, protection) = (convert::to_i32(gil, &values[2])?, convert::to_i32(gil, &values[3])?);
    let offset = convert::to_i64(gil, &values[4])?;
    let size =
        usize::try_from(size).map_err(|_| value_error(gil, "the size of a map must not be negative"))?;
    let region = Region::mapped(descriptor, size, protection, flags, offset)
        .map_err(|errno| convert::os_error(gil, errno))?;
    let allowed = |bit: i32| protection & bit != 0;
    let map = Map {
        region: RefCell::new(Some(Arc::new(region))),
        can_read: allowed(libc::PROT_READ),
        can_write: allowed(libc::PROT_WRITE),
        views: Cell::new(0),
    };
    Ok(Ref::with_shape(gil, class.root(), map).into_value())
}

fn this(value: &Value) -> &Ref<Map> {
    match value.downcast() {
        Some(map) => map,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [map] = arguments.exactly::<1>(gil, "close")?;
    let map = this(map);
    if map.views.get() > 0 {
        return Err(buffer_error(gil, "cannot close exported pointers exist"));
    }
    drop(map.region.take());
    Ok(Value::NONE)
}

fn resize(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [map, size] = arguments.exactly(gil, "resize")?;
    let (map, size) = (this(map), convert::to_i64(gil, size)?);
    if map.views.get() > 0 {
        return Err(buffer_error(gil, "mmap can't resize with extant buffers exported."));
    }
    let mut region = map.region.borrow_mut();
    // A reader without the GIL may still have the memory of an array that is gone.
    let outcome = match (region.as_mut().and_then(Arc::get_mut), usize::try_from(size)) {
        (Some(region), Ok(size)) => region.resize(size),
        _ => Err(libc::EINVAL),
    };
    outcome.map(|()| Value::NONE).map_err(|errno| convert::os_error(gil, errno))
}

fn sized(gil: Gil<'_>, values: &[Value]) -> Result<(usize, usize)> {
    let number = |value: &Value| {
        convert::to_i64(gil, value).map(|number| usize::try_from(number).unwrap_or(usize::MAX))
    };
    Ok((number(&values[0])?, number(&values[1])?))
}

fn flush(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.exactly::<3>(gil, "flush")?;
    let (place, size) = sized(gil, &values[1..])?;
    let outcome =
        this(&values[0]).region.borrow().as_ref().map_or(Err(libc::EINVAL), |map| map.flush(place, size));
    outcome.map(|()| Value::NONE).map_err(|errno| convert::os_error(gil, errno))
}

fn advise(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.exactly::<4>(gil, "madvise")?;
    let (place, size) = sized(gil, &values[1..3])?;
    let advice = convert::to_i32(gil, &values[3])?;
    let region = this(&values[0]).region.borrow();
    let outcome = region.as_ref().map_or(Err(libc::EINVAL), |map| map.advise(place, size, advice));
    outcome.map(|()| Value::NONE).map_err(|errno| convert::os_error(gil, errno))
}

static SPEC: TypeSpec = TypeSpec {
    name: "Map",
    module: "_mmap",
    signature: "",
    doc: "A mapping of a file or of memory: descriptor, size, flags, protection, offset.",
    base: None,
    layout: Map::layout,
    storage: Storage::Nothing,
    flags: class::flags::BASE | class::flags::WEAKLY_REFERENCED,
    slots: SlotTable { new: Some(new), ..SlotTable::EMPTY },
    methods: &[
        Function::new("_close", "($self, /)", "Unmap the memory.", close),
        Function::new("_resize", "($self, size, /)", "Make it larger or smaller.", resize),
        Function::new("_flush", "($self, place, size, /)", "Write changes back to the file.", flush),
        Function::new("_advise", "($self, place, size, advice, /)", "Tell how a part will be used.", advise),
    ],
    attributes: &[Attribute::read_only("_is_open", "Whether it is mapped.", |_, value| {
        Ok(Value::bool(this(value).region.borrow().is_some()))
    })],
};
