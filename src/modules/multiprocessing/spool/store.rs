//! Messages in a file without a name that many processes write to and read from.
//!
//! The file's first page is mapped; it holds a lock, two words on which processes sleep, and the state: where the
//! messages begin and end, and how many there are. The messages lie behind it, one after the other. The state is there
//! twice: who changes it, under the lock, fills the copy that is not in use and then names that one, by a single store.
//! So a process may be killed at any moment: what it was doing has happened wholly or not at all, and the lock goes to
//! the next (`owned`).
//!
//! Descriptors go through a pair of sockets, under the same lock, before their message is published. Each carries the
//! number of its message and its process's name, so that those of a process that died in between are known.
//!
//! Must not know: objects, the GIL.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::{AsRawFd, FromRawFd};
use std::os::unix::fs::FileExt;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release, SeqCst};
use std::time::Duration;

use super::super::map::Region;
use super::super::message::{self, Received};
use super::super::owned;
use crate::modules::posix::calls;

/// The page before the messages.
const PAGE: u64 = 4096;

/// Bytes before each message: its length, the number of its descriptors, the process that wrote it, its number.
const HEAD: usize = 24;

/// Bytes read at once with the head, in the hope that they are the whole message.
const GUESS: usize = 8 << 10;

/// What is read is given back to the system in steps of so many bytes.
const STEP: u64 = 1 << 20;

/// How long who waits sleeps at most, in case that who should wake it was killed.
const NAP: Duration = Duration::from_millis(250);

// Places of the words in the page.
const LOCK: usize = 0;
const LOCK_WAITERS: usize = 4;
const CURRENT: usize = 8;
const ADDED: usize = 12;
const READERS: usize = 16;
const REMOVED: usize = 20;
const WRITERS: usize = 24;
const STATES: [usize; 2] = [64, 128];

/// Error numbers of the system, or its own words for them.
pub type Outcome<T> = std::result::Result<T, i32>;

/// What there is in the file.
#[derive(Clone, Copy)]
struct State {
    /// Where the oldest message begins and the latest ends, counted from the end of the page.
    head: u64,
    tail: u64,
    /// How many messages there are.
    count: u64,
    /// How many there ever were.
    total: u64,
}

/// The files of a queue.
pub struct Store {
    page: Region,
    file: File,
    /// Readable while there are messages, for those who wait for several things.
    bell: File,
    /// The sockets for descriptors: where they arrive and where they are sent.
    arrivals: File,
    departures: File,
}

/// A message and its descriptors, which belong to nobody yet.
pub type Message = (Vec<u8>, Received);

/// What came of an attempt to add or to take something.
pub enum Attempt<T> {
    Done(T),
    /// Somebody else holds the lock, there is no room, nothing is there: wait and try again.
    Wait,
}

impl Store {
    /// An empty store.
    pub fn new() -> Outcome<Store> {
        // SAFETY: the name ends in a zero byte. The descriptor is new.
        let file = unsafe { owned_file(libc::memfd_create(c"gilly-queue".as_ptr(), libc::MFD_CLOEXEC))? };
        file.set_len(PAGE).map_err(|error| number_of(&error))?;
        // SAFETY: the call takes numbers only. The descriptor is new.
        let bell = unsafe { owned_file(libc::eventfd(0, libc::EFD_CLOEXEC | libc::EFD_NONBLOCK))? };
        let [arrivals, departures] = message::pair(libc::SOCK_SEQPACKET)?;
        // SAFETY: the sockets are new.
        let [arrivals, departures] = unsafe { [File::from_raw_fd(arrivals), File::from_raw_fd(departures)] };
        let page = Region::map(file.as_raw_fd(), PAGE as usize)?;
        let store = Store { page, file, bell, arrivals, departures };
        store.word(LOCK).store(owned::FREE, SeqCst);
        Ok(store)
    }

    /// The store of these descriptors, which it owns from now on.
    ///
    /// # Safety
    /// Nobody else closes them.
    pub unsafe fn of(descriptors: [i32; 4]) -> Outcome<Store> {
        // SAFETY: the caller's promise.
        let [file, bell, arrivals, departures] =
            descriptors.map(|number| unsafe { File::from_raw_fd(number) });
        let page = Region::map(file.as_raw_fd(), PAGE as usize)?;
        Ok(Store { page, file, bell, arrivals, departures })
    }

    /// The descriptors, in the order in which `of` takes them.
    pub fn descriptors(&self) -> [i32; 4] {
        [&self.file, &self.bell, &self.arrivals, &self.departures].map(File::as_raw_fd)
    }

    fn word(&self, place: usize) -> &AtomicU32 {
        match self.page.word(place) {
            Some(word) => word,
            None => unreachable!("the words lie within the page"),
        }
    }

    fn state(&self) -> State {
        let start = STATES[self.word(CURRENT).load(Acquire) as usize & 1];
        let [head, tail, count, total] =
            [0, 8, 16, 24].map(|place| self.page.number(start + place).map_or(0, |n| n.load(Acquire)));
        State { head, tail, count, total }
    }

    /// Changes the state in one step; under the lock.
    fn publish(&self, state: State) {
        let next = 1 - (self.word(CURRENT).load(Relaxed) & 1);
        let values = [state.head, state.tail, state.count, state.total];
        for (place, value) in values.into_iter().enumerate() {
            if let Some(number) = self.page.number(STATES[next as usize] + 8 * place) {
                number.store(value, Release);
            }
        }
        self.word(CURRENT).store(next, SeqCst);
    }

    /// How many messages there are.
    pub fn count(&self) -> u64 {
        self.state().count
    }

    /// Runs some work under the lock, if it can be had within the time.
    fn locked<T>(&self, time: Duration, work: impl FnOnce() -> Outcome<Attempt<T>>) -> Outcome<Attempt<T>> {
        let (lock, waiters) = (self.word(LOCK), self.word(LOCK_WAITERS));
        if !owned::take_within(lock, waiters, time) {
            return Ok(Attempt::Wait);
        }
        let done = work();
        owned::free(lock, waiters);
        done
    }

    /// Sleeps until the word changes that was seen, a while, or the time.
    fn nap(&self, word: usize, sleepers: usize, seen: u32, time: Duration) {
        self.word(sleepers).fetch_add(1, SeqCst);
        let _interrupted = owned::sleep(self.word(word), seen, Some(time.min(NAP)));
        self.word(sleepers).fetch_sub(1, SeqCst);
    }

    fn tell(&self, word: usize, sleepers: usize) {
        self.word(word).fetch_add(1, SeqCst);
        if self.word(sleepers).load(SeqCst) > 0 {
            owned::wake(self.word(word), 1);
        }
    }

    // Adding.

    /// Adds a message unless there are `most` already; waits a while where it cannot.
    pub fn try_put(
        &self,
        data: &[u8],
        descriptors: &[i32],
        most: u64,
        time: Duration,
    ) -> Outcome<Attempt<()>> {
        let seen = self.word(REMOVED).load(SeqCst);
        let full = || most > 0 && self.state().count >= most;
        if !full() {
            let put = || if full() { Ok(Attempt::Wait) } else { self.put(data, descriptors) };
            if let Attempt::Done(()) = self.locked(time, put)? {
                self.tell(ADDED, READERS);
                return Ok(Attempt::Done(()));
            }
        }
        if !time.is_zero() {
            self.nap(REMOVED, WRITERS, seen, time);
        }
        Ok(Attempt::Wait)
    }

    /// Adds a message; under the lock.
    fn put(&self, data: &[u8], descriptors: &[i32]) -> Outcome<Attempt<()>> {
        let state = self.state();
        let writer = self.word(LOCK).load(Relaxed);
        if !descriptors.is_empty() && !self.send(&tag(state.total, writer), descriptors)? {
            return Ok(Attempt::Wait);
        }
        let mut record = Vec::with_capacity(HEAD + data.len().min(GUESS));
        record.extend((data.len() as u64).to_le_bytes());
        record.extend((descriptors.len() as u32).to_le_bytes());
        record.extend(writer.to_le_bytes());
        record.extend(state.total.to_le_bytes());
        let start = PAGE + state.tail;
        let end = if data.len() <= GUESS {
            record.extend_from_slice(data);
            self.file.write_all_at(&record, start)
        } else {
            let written = self.file.write_all_at(&record, start);
            written.and_then(|()| self.file.write_all_at(data, start + HEAD as u64))
        };
        end.map_err(|error| number_of(&error))?;
        let tail = state.tail + (HEAD + data.len()) as u64;
        self.publish(State { tail, count: state.count + 1, total: state.total + 1, ..state });
        if state.count == 0 {
            self.ring();
        }
        Ok(Attempt::Done(()))
    }

    fn send(&self, tag: &[u8], descriptors: &[i32]) -> Outcome<bool> {
        let socket = self.departures.as_raw_fd();
        match calls::outcome(message::send_descriptors(socket, tag, descriptors, libc::MSG_DONTWAIT)) {
            Ok(_) => Ok(true),
            Err(libc::EAGAIN) => Ok(false),
            Err(errno) => Err(errno),
        }
    }

    /// Makes the bell readable.
    fn ring(&self) {
        // It can only fail by being readable already.
        let _full = (&self.bell).write(&1_u64.to_ne_bytes());
    }

    // Taking.

    /// Takes the oldest message; waits a while where there is none.
    pub fn try_get(&self, time: Duration) -> Outcome<Attempt<Message>> {
        let seen = self.word(ADDED).load(SeqCst);
        let get = || if self.state().count == 0 { Ok(Attempt::Wait) } else { self.get().map(Attempt::Done) };
        if self.state().count > 0
            && let Attempt::Done(message) = self.locked(time, get)?
        {
            self.tell(REMOVED, WRITERS);
            return Ok(Attempt::Done(message));
        }
        if !time.is_zero() {
            self.nap(ADDED, READERS, seen, time);
        }
        Ok(Attempt::Wait)
    }

    /// Takes a message; under the lock.
    fn get(&self) -> Outcome<Message> {
        let state = self.state();
        let start = PAGE + state.head;
        let mut room = [0; HEAD + GUESS];
        let wanted = room.len().min((state.tail - state.head) as usize);
        self.file.read_exact_at(&mut room[..wanted], start).map_err(|error| number_of(&error))?;
        let field = |place: usize| room[place..place + 4].try_into().map_or(0, u32::from_le_bytes);
        let long = |place: usize| u64::from(field(place)) | u64::from(field(place + 4)) << 32;
        let (length, descriptors, tag) = (long(0), field(8) as usize, tag(long(16), field(12)));
        let length = usize::try_from(length).map_err(|_| libc::ENOMEM)?;
        let mut data = Vec::new();
        data.try_reserve_exact(length).map_err(|_| libc::ENOMEM)?;
        data.extend_from_slice(&room[HEAD..wanted.min(HEAD + length)]);
        let known = data.len();
        data.resize(length, 0);
        let rest = self.file.read_exact_at(&mut data[known..], start + (HEAD + known) as u64);
        rest.map_err(|error| number_of(&error))?;
        let received = if descriptors > 0 { self.receive(&tag)? } else { Received::default() };
        self.remove(state, (HEAD + length) as u64);
        Ok((data, received))
    }

    /// The descriptors of the message with this tag. Those before it belong to messages that never came.
    fn receive(&self, wanted: &[u8]) -> Outcome<Received> {
        loop {
            let mut tag = [0; 12];
            let mut received = Received::default();
            let socket = self.arrivals.as_raw_fd();
            let flags = libc::MSG_DONTWAIT;
            match calls::outcome(message::receive_batch(socket, &mut tag, &mut received.0, flags)) {
                Ok(_) if tag == wanted => return Ok(received),
                Ok(_) => {}
                // A reader that died had taken them: the message comes without.
                Err(libc::EAGAIN) => return Ok(Received::default()),
                Err(errno) => return Err(errno),
            }
        }
    }

    /// Moves on by the length of the oldest message; under the lock.
    fn remove(&self, state: State, length: u64) {
        let (head, count) = (state.head + length, state.count - 1);
        if count > 0 {
            self.publish(State { head, count, ..state });
            self.give_back(state.head, head);
            return;
        }
        self.publish(State { head: 0, tail: 0, count: 0, ..state });
        let mut silence = [0; 8];
        let _silent = (&self.bell).read(&mut silence);
        if head > STEP {
            // What is not needed now can be had again.
            let _kept = self.file.set_len(PAGE);
        }
    }

    /// Gives the system back the steps of the file that lie wholly before `now` and did not before.
    fn give_back(&self, before: u64, now: u64) {
        let (from, to) = (before / STEP * STEP, now / STEP * STEP);
        if to > from {
            let mode = libc::FALLOC_FL_PUNCH_HOLE | libc::FALLOC_FL_KEEP_SIZE;
            let (place, length) = ((PAGE + from) as libc::off_t, (to - from) as libc::off_t);
            // SAFETY: the call takes numbers only.
            unsafe { libc::fallocate(self.file.as_raw_fd(), mode, place, length) };
        }
    }
}

/// What the descriptors of a message carry.
fn tag(number: u64, writer: u32) -> [u8; 12] {
    let mut tag = [0; 12];
    tag[..8].copy_from_slice(&number.to_le_bytes());
    tag[8..].copy_from_slice(&writer.to_le_bytes());
    tag
}

fn number_of(error: &std::io::Error) -> i32 {
    error.raw_os_error().unwrap_or(libc::EIO)
}

/// # Safety
/// The descriptor, if it is one, is the caller's to give.
unsafe fn owned_file(descriptor: i32) -> Outcome<File> {
    // SAFETY: the caller's promise.
    calls::outcome(descriptor).map(|number| unsafe { File::from_raw_fd(number) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(store: &Store) -> Option<Vec<u8>> {
        match store.try_get(Duration::ZERO) {
            Ok(Attempt::Done((data, _))) => Some(data),
            _ => None,
        }
    }

    fn add(store: &Store, data: &[u8], most: u64) -> bool {
        matches!(store.try_put(data, &[], most, Duration::ZERO), Ok(Attempt::Done(())))
    }

    #[test]
    fn messages_come_in_order_and_room_is_used_again() {
        let store = Store::new().expect("there is room for files");
        let large = vec![7; 3 << 20];
        for round in 0..3_u8 {
            assert!(add(&store, &[round], 0) && add(&store, &large, 0) && add(&store, b"", 3));
            assert!(!add(&store, b"x", 3) && store.count() == 3);
            assert_eq!(take(&store), Some(vec![round]));
            assert_eq!(take(&store).map(|data| data.len()), Some(large.len()));
            assert_eq!(take(&store), Some(Vec::new()));
            assert_eq!(take(&store), None);
            assert_eq!(store.state().tail, 0);
        }
    }

    #[test]
    fn what_is_not_published_never_was() {
        let store = Store::new().expect("there is room for files");
        store.file.write_all_at(&[255; 100], PAGE).expect("the file can grow");
        assert_eq!(take(&store), None);
        assert!(add(&store, b"first", 0));
        assert_eq!(take(&store), Some(b"first".to_vec()));
    }
}
