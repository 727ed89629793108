//! The records of a timeline: names in a part of their own, events in a ring that overwrites its oldest.
//!
//! A store is a mapping of words, of memory or of a file:
//!
//! | words | what |
//! |---|---|
//! | 0 | a number that says what this is |
//! | 1 | process in the lower half, its parent in the upper |
//! | 2 | when it began |
//! | 3 | how many events have been pushed; the next one's place is that modulo the length of the ring |
//! | 4 | how many names have been written |
//! | 8 on | `NAMES` records of names |
//! | then | the ring |
//!
//! Invariant: a record is written before the count that includes it, so that whoever reads the file of a process that
//! was killed finds whole records.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::fd::AsRawFd;
use std::path::Path;
use std::ptr::{self, NonNull};
use std::slice;

use super::Recording;
use super::record::{Name, Record, WORDS};
use crate::gil::clock;

const MAGIC: u64 = u64::from_le_bytes(*b"gilly tl");
const HEADER: usize = 8;
/// Names beyond these are not kept.
const NAMES: usize = 1023;
const RING: usize = HEADER + NAMES * WORDS;

/// See the module's text.
pub struct Store {
    start: NonNull<u64>,
    length: usize,
}

// SAFETY: the mapping is the store's own and belongs to no thread.
unsafe impl Send for Store {}

impl Store {
    /// A store in memory for so many events.
    pub fn in_memory(limit: usize) -> io::Result<Store> {
        Store::map(None, RING + limit.max(1) * WORDS).map(Store::begun)
    }

    /// A store in a new file of the folder.
    pub fn in_folder(folder: &Path, limit: usize) -> io::Result<Store> {
        let length = RING + limit.max(1) * WORDS;
        let mut path = folder.join(format!("{}.events", std::process::id()));
        let mut again = 1;
        let file = loop {
            match OpenOptions::new().read(true).write(true).create_new(true).open(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    again += 1;
                    path = folder.join(format!("{}-{again}.events", std::process::id()));
                }
                result => break result?,
            }
        };
        // The file has holes: room on the disk is taken as events are written.
        file.set_len((length * size_of::<u64>()) as u64)?;
        Store::map(Some(&file), length).map(Store::begun)
    }

    /// The store in a file.
    pub fn open(path: &Path) -> io::Result<Store> {
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        let length = file.metadata()?.len() as usize / size_of::<u64>();
        let not_one = || io::Error::new(io::ErrorKind::InvalidData, "not a timeline");
        if length < RING + WORDS {
            return Err(not_one());
        }
        let store = Store::map(Some(&file), length)?;
        if store.words()[0] == MAGIC { Ok(store) } else { Err(not_one()) }
    }

    fn map(file: Option<&File>, length: usize) -> io::Result<Store> {
        let (flags, descriptor) = match file {
            Some(file) => (libc::MAP_SHARED, file.as_raw_fd()),
            None => (libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE, -1),
        };
        let protection = libc::PROT_READ | libc::PROT_WRITE;
        let bytes = length.checked_mul(size_of::<u64>()).ok_or(io::ErrorKind::OutOfMemory)?;
        // SAFETY: a new mapping at a place of the system's choice touches nothing that exists.
        let start = unsafe { libc::mmap(ptr::null_mut(), bytes, protection, flags, descriptor, 0) };
        if start == libc::MAP_FAILED {
            return Err(io::Error::last_os_error());
        }
        let start = NonNull::new(start.cast::<u64>()).ok_or(io::ErrorKind::OutOfMemory)?;
        Ok(Store { start, length })
    }

    fn begun(mut self) -> Store {
        // SAFETY: the calls take nothing and touch no memory.
        let (process, parent) = unsafe { (libc::getpid(), libc::getppid()) };
        let words = self.words_mut();
        words[1] = u64::from(process as u32) | u64::from(parent as u32) << 32;
        words[2] = clock::now();
        words[0] = MAGIC;
        self
    }

    fn words(&self) -> &[u64] {
        // SAFETY:
        // - the mapping is `length` words long, readable, aligned to a page, and lives as long as the store;
        // - words may have any content;
        // - nobody else in this process writes to it; a file is written by its own process only, and read by another
        //   when that one has ended, or for a look that may be a moment late.
        unsafe { slice::from_raw_parts(self.start.as_ptr(), self.length) }
    }

    fn words_mut(&mut self) -> &mut [u64] {
        // SAFETY: as above, and the store is borrowed for writing.
        unsafe { slice::from_raw_parts_mut(self.start.as_ptr(), self.length) }
    }

    /// How many events the ring holds.
    pub fn limit(&self) -> usize {
        (self.length - RING) / WORDS
    }

    /// Writes an event, over the oldest if the ring is full.
    pub fn push(&mut self, record: &Record) {
        let limit = self.limit();
        let words = self.words_mut();
        let count = words[3];
        let at = RING + (count % limit as u64) as usize * WORDS;
        words[at..at + WORDS].copy_from_slice(&record.0);
        words[3] = count + 1;
    }

    /// Writes a name.
    pub fn name(&mut self, name: &Name) {
        let words = self.words_mut();
        let count = words[4] as usize;
        if count < NAMES {
            let at = HEADER + count * WORDS;
            words[at..at + WORDS].copy_from_slice(&Record::of_name(name).0);
            words[4] = count as u64 + 1;
        }
    }

    /// How many events it holds.
    pub fn count(&self) -> usize {
        self.words()[3].min(self.limit() as u64) as usize
    }

    /// What the store holds, of the events the last `most` at most; the last name of a thread counts.
    pub fn read(&self, most: usize) -> Recording {
        let words = self.words();
        let limit = self.limit() as u64;
        let count = words[3];
        let record = |at: usize| Record(std::array::from_fn(|word| words[at + word]));
        let dropped = count - self.count().min(most) as u64;
        let mut recording = Recording {
            process: words[1] as u32 as i32,
            parent: (words[1] >> 32) as i32,
            began: words[2],
            dropped,
            ..Recording::default()
        };
        let places = (dropped..count).map(|place| RING + (place % limit) as usize * WORDS);
        recording.events = places.filter_map(|at| record(at).event()).collect();
        for place in 0..(words[4] as usize).min(NAMES) {
            match record(HEADER + place * WORDS).name() {
                Some(Name { thread: Some(thread), text }) => {
                    recording.threads.retain(|(known, _)| *known != thread);
                    recording.threads.push((thread, text));
                }
                Some(Name { thread: None, text }) => recording.name = text,
                None => {}
            }
        }
        recording
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // SAFETY: the mapping is the store's own, and nothing borrows from it any more.
        unsafe { libc::munmap(self.start.as_ptr().cast(), self.length * size_of::<u64>()) };
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Event, Mark, Phase};
    use super::*;
    use crate::gil::thread::ThreadId;

    fn mark(number: u64) -> Record {
        let thread = ThreadId::numbered(1).expect("not zero");
        Record::of_mark(&Mark {
            at: number,
            thread,
            phase: Phase::Begin,
            text: String::new(),
            amount: number,
            since: 0,
        })
    }

    #[test]
    fn the_ring_keeps_the_last() {
        let mut store = Store::in_memory(3).expect("memory");
        (0..5).for_each(|number| store.push(&mark(number)));
        assert_eq!(store.read(2).events, store.read(3).events[1..]);
        assert_eq!(store.read(2).dropped, 3);
        let recording = store.read(usize::MAX);
        assert_eq!(recording.dropped, 2);
        let kept: Vec<Option<Event>> = (2..5).map(|number| mark(number).event()).collect();
        assert_eq!(recording.events.into_iter().map(Some).collect::<Vec<_>>(), kept);
        assert_eq!(recording.process, std::process::id() as i32);
    }

    #[test]
    fn a_file_is_read_by_whoever_opens_it() {
        let folder = std::env::temp_dir().join(format!("gilly-timeline-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let mut store = Store::in_folder(&folder, 10).expect("a file");
        store.push(&mark(7));
        store.name(&Name { thread: ThreadId::numbered(1), text: "first".into() });
        store.name(&Name { thread: ThreadId::numbered(1), text: "renamed".into() });
        store.name(&Name { thread: None, text: "worker".into() });
        let path = folder.join(format!("{}.events", std::process::id()));
        let recording = Store::open(&path).expect("the file").read(usize::MAX);
        assert_eq!(recording.events.len(), 1);
        assert_eq!(recording.name, "worker");
        assert_eq!(recording.threads.len(), 1);
        assert_eq!(recording.threads[0].1, "renamed");
        std::fs::write(&path, "no timeline").expect("written");
        assert!(Store::open(&path).is_err());
        std::fs::remove_dir_all(&folder).expect("removed");
    }
}
