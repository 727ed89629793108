//! Shared memory: `Map`.
//!
//! Other processes change the bytes at any time, so they are reached through atomics alone. Whole items of 2, 4 or 8
//! bytes in their natural places are read and written in one piece, as compiled code would: what a program can lose is
//! an update, never half of one. Longer runs are copied by words of 8 bytes, with single bytes at the edges, and are
//! not one piece.
//!
//! So the same bytes may be reached in different sizes at a time: by two processes, or by the holder of the GIL and a
//! thread that writes the map to a file without it. Rust defines races of atomics only where both are of one size and
//! place; of the others it promises nothing. There we rely on what lies beneath it: a relaxed load or store becomes one
//! plain instruction, and the processor gives for each byte some value that was stored there. No value is invalid, and
//! nothing decides by one whether memory may be touched. The words that processes synchronise by ([`Region::word`] and
//! [`Region::number`]) are reached in their one size.

use std::cell::{Cell, RefCell};
use std::ptr::NonNull;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, AtomicU64};

use crate::gil::Gil;
use crate::modules::convert;
use crate::modules::posix::calls;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{buffer_error, value_error};
use crate::object::{
    Arguments, Exposed, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value, class, exposed,
};
use crate::payload;

/// A mapping. It ends with the last of its owners, so that nobody waits at an address that is gone.
pub struct Region {
    start: NonNull<u8>,
    size: usize,
}

// SAFETY: the memory is reached through atomics only, which any thread may use; unmapping takes the last owner.
unsafe impl Send for Region {}
// SAFETY: as above.
unsafe impl Sync for Region {}

impl Region {
    /// Maps a file that has at least so many bytes, to be read and written by all.
    pub fn map(descriptor: i32, size: usize) -> std::result::Result<Region, i32> {
        Region::mapped(descriptor, size, libc::PROT_READ | libc::PROT_WRITE, libc::MAP_SHARED, 0)
    }

    /// Maps a part of a file, or memory of no file, as `mmap` does. Whoever leaves out `PROT_READ` must not read, nor
    /// write without `PROT_WRITE`.
    pub fn mapped(
        descriptor: i32,
        size: usize,
        protection: i32,
        flags: i32,
        offset: i64,
    ) -> std::result::Result<Region, i32> {
        // A given place could be that of other memory.
        let flags = flags & !(libc::MAP_FIXED | libc::MAP_FIXED_NOREPLACE);
        // SAFETY: the kernel chooses the place, so that no other memory is touched.
        let start = unsafe { libc::mmap(std::ptr::null_mut(), size, protection, flags, descriptor, offset) };
        match NonNull::new(start.cast::<u8>()) {
            Some(address) if start != libc::MAP_FAILED => Ok(Region { start: address, size }),
            _ => Err(calls::errno()),
        }
    }

    /// Makes it larger or smaller; it may move.
    pub fn resize(&mut self, size: usize) -> std::result::Result<(), i32> {
        // SAFETY: the mapping is this one's, and `&mut` says that nobody refers to its bytes.
        let start =
            unsafe { libc::mremap(self.start.as_ptr().cast(), self.size, size, libc::MREMAP_MAYMOVE) };
        match NonNull::new(start.cast::<u8>()) {
            Some(address) if start != libc::MAP_FAILED => {
                (self.start, self.size) = (address, size);
                Ok(())
            }
            _ => Err(calls::errno()),
        }
    }

    /// Writes changes of a part back to the file.
    pub fn flush(&self, place: usize, size: usize) -> std::result::Result<(), i32> {
        let start = self.part(place, size)?;
        // SAFETY: the part is inside of the mapping.
        calls::outcome(unsafe { libc::msync(start, size, libc::MS_SYNC) }).map(drop)
    }

    /// Tells the kernel how a part will be used.
    pub fn advise(&self, place: usize, size: usize, advice: i32) -> std::result::Result<(), i32> {
        let start = self.part(place, size)?;
        // SAFETY: the part is inside of the mapping, whose bytes are reached through atomics only: it does not matter
        // that an advice may change them.
        calls::outcome(unsafe { libc::madvise(start, size, advice) }).map(drop)
    }

    fn part(&self, place: usize, size: usize) -> std::result::Result<*mut libc::c_void, i32> {
        match self.bytes().get(place..).and_then(|rest| rest.get(..size)) {
            Some(part) => Ok(part.as_ptr().cast_mut().cast()),
            None => Err(libc::EINVAL),
        }
    }

    /// How many bytes there are.
    pub fn size(&self) -> usize {
        self.size
    }

    /// The bytes.
    fn bytes(&self) -> &[AtomicU8] {
        // SAFETY: the mapping has so many bytes and lives as long as this; an atomic byte has no alignment and no
        // invalid value.
        unsafe { std::slice::from_raw_parts(self.start.as_ptr().cast(), self.size) }
    }

    /// The 32-bit word at a place, if there is one and it is aligned.
    pub fn word(&self, place: usize) -> Option<&AtomicU32> {
        self.item(place)
    }

    /// The 64-bit word at a place, if there is one and it is aligned.
    pub fn number(&self, place: usize) -> Option<&AtomicU64> {
        self.item(place)
    }

    /// The item at a place, if it is inside and in its natural place.
    fn item<T: Item>(&self, place: usize) -> Option<&T> {
        let size = size_of::<T>();
        let inside =
            place.is_multiple_of(size) && place.checked_add(size).is_some_and(|end| end <= self.size);
        // SAFETY: the item is inside of the mapping, which begins at a page, and aligned; it lives as long as this, and
        // an atomic number has no invalid value. What races of items of different sizes mean is told at the top of the
        // file.
        inside.then(|| unsafe { &*self.start.as_ptr().add(place).cast::<T>() })
    }

    /// Copies bytes out; false if there are not so many.
    pub fn read(&self, place: usize, into: &mut [u8]) -> bool {
        match into.len() {
            2 if self.read_item::<AtomicU16>(place, into) => true,
            4 if self.read_item::<AtomicU32>(place, into) => true,
            8 if self.read_item::<AtomicU64>(place, into) => true,
            size => {
                let Some(end) = place.checked_add(size) else { return false };
                let Some(bytes) = self.bytes().get(place..end) else { return false };
                read_many(bytes, into);
                true
            }
        }
    }

    fn read_item<T: Item>(&self, place: usize, into: &mut [u8]) -> bool {
        self.item::<T>(place).is_some_and(|item| item.read(into))
    }

    /// Copies bytes in; false if there are not so many.
    pub fn write(&self, place: usize, from: &[u8]) -> bool {
        match from.len() {
            2 if self.write_item::<AtomicU16>(place, from) => true,
            4 if self.write_item::<AtomicU32>(place, from) => true,
            8 if self.write_item::<AtomicU64>(place, from) => true,
            size => {
                let Some(end) = place.checked_add(size) else { return false };
                let Some(bytes) = self.bytes().get(place..end) else { return false };
                write_many(bytes, from);
                true
            }
        }
    }

    fn write_item<T: Item>(&self, place: usize, from: &[u8]) -> bool {
        self.item::<T>(place).is_some_and(|item| item.write(from))
    }
}

/// The words among the bytes, and what lies before and behind them.
fn words(bytes: &[AtomicU8]) -> (&[AtomicU8], &[AtomicU64], &[AtomicU8]) {
    // SAFETY: `align_to` makes words of whole, aligned groups of eight bytes, and an atomic word has no invalid value.
    // What races of words with bytes mean is told at the top of the file.
    unsafe { bytes.align_to() }
}

/// Copies all bytes out, the words among them in one piece each.
fn read_many(bytes: &[AtomicU8], into: &mut [u8]) {
    let (first, middle, last) = words(bytes);
    let read = |into: &mut [u8], bytes: &[AtomicU8]| {
        into.iter_mut().zip(bytes).for_each(|(byte, shared)| *byte = shared.load(Relaxed));
    };
    let (before, rest) = into.split_at_mut(first.len());
    let (between, behind) = rest.split_at_mut(8 * middle.len());
    read(before, first);
    for (into, word) in between.chunks_exact_mut(8).zip(middle) {
        into.copy_from_slice(&word.load(Relaxed).to_ne_bytes());
    }
    read(behind, last);
}

/// Copies all bytes in, the words among them in one piece each.
fn write_many(bytes: &[AtomicU8], from: &[u8]) {
    let (first, middle, last) = words(bytes);
    let write = |bytes: &[AtomicU8], from: &[u8]| {
        bytes.iter().zip(from).for_each(|(shared, byte)| shared.store(*byte, Relaxed));
    };
    let (before, rest) = from.split_at(first.len());
    let (between, behind) = rest.split_at(8 * middle.len());
    write(first, before);
    for (word, &from) in middle.iter().zip(between.as_chunks().0) {
        word.store(u64::from_ne_bytes(from), Relaxed);
    }
    write(last, behind);
}

impl exposed::Shared for Region {
    fn read(&self, place: usize, into: &mut [u8]) -> bool {
        Region::read(self, place, into)
    }
}

/// An atomic number as an item of so many bytes.
trait Item {
    /// Reads it in one piece.
    fn read(&self, into: &mut [u8]) -> bool;
    /// Writes it in one piece.
    fn write(&self, from: &[u8]) -> bool;
}

macro_rules! items {
    ($($atomic:ty, $number:ty;)*) => {
        $(impl Item for $atomic {
            fn read(&self, into: &mut [u8]) -> bool {
                into.copy_from_slice(&self.load(Relaxed).to_ne_bytes());
                true
            }

            fn write(&self, from: &[u8]) -> bool {
                let number = from.try_into().map(<$number>::from_ne_bytes);
                number.map(|number| self.store(number, Relaxed)).is_ok()
            }
        })*
    };
}

items! {
    AtomicU16, u16;
    AtomicU32, u32;
    AtomicU64, u64;
}

impl Drop for Region {
    fn drop(&mut self) {
        // SAFETY: the mapping is this one's, and nobody refers to it any more.
        unsafe { libc::munmap(self.start.as_ptr().cast(), self.size) };
    }
}

/// The payload of `Map`: the mapping until it is closed, and the file behind it.
pub struct Map {
    region: RefCell<Option<Arc<Region>>>,
    descriptor: Cell<i32>,
    size: usize,
    /// How many views there are: while there is one, the map stays.
    views: Cell<usize>,
}

impl Map {
    /// The mapping, unless it is closed.
    pub fn region(&self) -> Option<Arc<Region>> {
        self.region.borrow().clone()
    }

    fn close(&self) {
        let descriptor = self.descriptor.replace(-1);
        if descriptor >= 0 {
            // SAFETY: the descriptor is this map's own, and is not used again.
            unsafe { libc::close(descriptor) };
        }
        drop(self.region.take());
    }
}

impl Drop for Map {
    fn drop(&mut self) {
        self.close();
    }
}

impl Payload for Map {
    payload!(Map, untracked);

    fn exposed(&self) -> Option<&dyn Exposed> {
        Some(self)
    }
}

impl Exposed for Map {
    fn length(&self) -> usize {
        if self.region.borrow().is_some() { self.size } else { 0 }
    }

    fn is_read_only(&self) -> bool {
        false
    }

    fn read(&self, place: usize, into: &mut [u8]) -> bool {
        self.region.borrow().as_ref().is_some_and(|region| region.read(place, into))
    }

    fn write(&self, place: usize, from: &[u8]) -> bool {
        self.region.borrow().as_ref().is_some_and(|region| region.write(place, from))
    }

    fn shared(&self) -> Option<Arc<dyn exposed::Shared>> {
        self.region().map(|region| region as Arc<dyn exposed::Shared>)
    }

    fn hold(&self) {
        self.views.set(self.views.get() + 1);
    }

    fn let_go(&self) {
        self.views.set(self.views.get().saturating_sub(1));
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["size", "fd"], 1);
    let [size, descriptor] = arguments.bind(gil, "Map", &SIGNATURE)?;
    let size = convert::to_i64(gil, convert::given(size))?;
    if size <= 0 {
        return Err(value_error(gil, "the size of a map must be positive"));
    }
    let given = descriptor.map_or(Ok(-1), |descriptor| convert::to_i32(gil, descriptor))?;
    let descriptor = if given >= 0 { given } else { anonymous_file(gil, size)? };
    match Region::map(descriptor, size as usize) {
        Ok(region) => {
            let region = RefCell::new(Some(Arc::new(region)));
            let descriptor = Cell::new(descriptor);
            let map = Map { region, descriptor, size: size as usize, views: Cell::new(0) };
            Ok(Ref::with_shape(gil, class.root(), map).into_value())
        }
        Err(errno) => {
            if given < 0 {
                // SAFETY: the descriptor was made here, and nobody else knows of it.
                unsafe { libc::close(descriptor) };
            }
            Err(convert::os_error(gil, errno))
        }
    }
}

/// A file without a name, of so many zeros.
fn anonymous_file(gil: Gil<'_>, size: i64) -> Result<i32> {
    // SAFETY: the name ends in a zero byte; the other calls take numbers only. The descriptor is new.
    unsafe {
        let descriptor = calls::checked(gil, libc::memfd_create(c"gilly".as_ptr(), libc::MFD_CLOEXEC))?;
        if let Err(errno) = calls::outcome(libc::ftruncate(descriptor, size)) {
            libc::close(descriptor);
            return Err(convert::os_error(gil, errno));
        }
        Ok(descriptor)
    }
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
    map.close();
    Ok(Value::NONE)
}

/// `Map`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Map",
    module: "_multiprocessing",
    signature: "",
    doc: "Shared memory of a new anonymous file, or of a descriptor, which the map then owns.",
    base: None,
    layout: Map::layout,
    storage: Storage::Nothing,
    flags: class::flags::WEAKLY_REFERENCED,
    slots: SlotTable { new: Some(new), ..SlotTable::EMPTY },
    methods: &[Function::new("close", "($self, /)", "Unmap the memory and close the file.", close)],
    attributes: &[
        Attribute::read_only("fd", "The descriptor of the file.", |gil, value| {
            Ok(convert::int(gil, this(value).descriptor.get().into()))
        }),
        Attribute::read_only("size", "How many bytes there are.", |gil, value| {
            Ok(convert::int(gil, this(value).size as i64))
        }),
    ],
};
