//! An event of the timeline as eight words, the same in memory and in files.
//!
//! | word | hand-over | mark | name |
//! |---|---|---|---|
//! | 0 | kind (1), reason + 1 (0 for none) in the next byte | kind (2), phase, length of the text | kind (3), length |
//! | 1 | when | when | |
//! | 2 | from (0 for nobody) | thread | thread (0 for the process) |
//! | 3 | to | amount | |
//! | 4 | ticks | text, to word 7 | text, to word 7 |
//! | 5 | asked | | |
//! | 6 | target | | |
//! | 7 | | since, of what took some time; text otherwise | |
//!
//! Invariant: words of any content decode to an event or to nothing.

use super::{Event, Handover, Mark, Phase};
use crate::gil::ledger::Reason;
use crate::gil::thread::ThreadId;

/// The words of a record.
pub const WORDS: usize = 8;

/// The words that hold text, and how many bytes go into them.
const TEXT: usize = 4;
const MOST: usize = (WORDS - TEXT) * size_of::<u64>();

/// The word of `since`, and how many bytes of text go before it.
const SINCE: usize = WORDS - 1;
const MOST_WITH_SINCE: usize = (SINCE - TEXT) * size_of::<u64>();

const HANDOVER: u64 = 1;
const MARK: u64 = 2;
const NAME: u64 = 3;

/// An event as words.
#[derive(Clone, Copy, Default)]
pub struct Record(pub [u64; WORDS]);

/// What a thread is called, or the process.
pub struct Name {
    pub thread: Option<ThreadId>,
    pub text: String,
}

impl Record {
    pub fn of_handover(handover: &Handover) -> Record {
        let reason = handover.reason.map_or(0, |reason| reason as u64 + 1);
        let number = |thread: Option<ThreadId>| thread.map_or(0, ThreadId::get);
        Record([
            HANDOVER | reason << 8,
            handover.at,
            number(handover.from),
            number(handover.to),
            handover.ticks,
            handover.asked,
            handover.target as u64,
            0,
        ])
    }

    pub fn of_mark(mark: &Mark) -> Record {
        let mut record = Record::default();
        let takes_time = mark.phase == Phase::Took;
        let length = record.set_text(&mark.text, if takes_time { MOST_WITH_SINCE } else { MOST });
        if takes_time {
            record.0[SINCE] = mark.since;
        }
        record.0[0] = MARK | (mark.phase as u64) << 8 | length << 16;
        record.0[1] = mark.at;
        record.0[2] = mark.thread.get();
        record.0[3] = mark.amount;
        record
    }

    pub fn of_name(name: &Name) -> Record {
        let mut record = Record::default();
        let length = record.set_text(&name.text, MOST);
        record.0[0] = NAME | length << 16;
        record.0[2] = name.thread.map_or(0, ThreadId::get);
        record
    }

    /// The event, if it is one.
    pub fn event(&self) -> Option<Event> {
        let Record(words) = self;
        let thread = |word: usize| ThreadId::numbered(words[word]);
        match words[0] & 0xFF {
            HANDOVER => Some(Event::Handover(Handover {
                at: words[1],
                from: thread(2),
                reason: self.second_byte().checked_sub(1).and_then(|place| Reason::ALL.get(place)).copied(),
                target: words[6] as usize,
                ticks: words[4],
                to: thread(3),
                asked: words[5],
            })),
            MARK => Some(Event::Mark(self.mark(thread(2)?)?)),
            _ => None,
        }
    }

    fn mark(&self, thread: ThreadId) -> Option<Mark> {
        let Record(words) = self;
        let phases = [Phase::Begin, Phase::End, Phase::Took, Phase::Waits];
        let phase = phases.get(self.second_byte()).copied()?;
        let since = if phase == Phase::Took { words[SINCE] } else { 0 };
        Some(Mark { at: words[1], thread, phase, text: self.text(), amount: words[3], since })
    }

    /// The name, if it is one.
    pub fn name(&self) -> Option<Name> {
        let is_name = self.0[0] & 0xFF == NAME;
        is_name.then(|| Name { thread: ThreadId::numbered(self.0[2]), text: self.text() })
    }

    fn second_byte(&self) -> usize {
        usize::from((self.0[0] >> 8) as u8)
    }

    /// Puts text into the last words, at most so many bytes; its length.
    fn set_text(&mut self, text: &str, most: usize) -> u64 {
        let end = (0..=most.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
        let text = &text[..end.unwrap_or(0)];
        for (word, bytes) in self.0[TEXT..].iter_mut().zip(text.as_bytes().chunks(size_of::<u64>())) {
            let mut whole = [0; size_of::<u64>()];
            whole[..bytes.len()].copy_from_slice(bytes);
            *word = u64::from_le_bytes(whole);
        }
        text.len() as u64
    }

    fn text(&self) -> String {
        let length = usize::from((self.0[0] >> 16) as u8).min(MOST);
        let bytes: Vec<u8> = self.0[TEXT..].iter().flat_map(|word| word.to_le_bytes()).take(length).collect();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_come_back_as_they_were() {
        let handover = Handover {
            at: 5,
            from: ThreadId::numbered(1),
            reason: Some(Reason::Exit),
            target: 77,
            ticks: 1000,
            to: ThreadId::numbered(2),
            asked: 4,
        };
        assert_eq!(Record::of_handover(&handover).event(), Some(Event::Handover(handover)));
        let free = Handover { from: None, reason: None, to: None, ..handover };
        assert_eq!(Record::of_handover(&free).event(), Some(Event::Handover(free)));
        let thread = ThreadId::numbered(3).expect("not zero");
        let mark = Mark { at: 9, thread, phase: Phase::Took, text: "täsk".into(), amount: 12, since: 7 };
        assert_eq!(Record::of_mark(&mark).event(), Some(Event::Mark(mark.clone())));
        let text = "a text of all thirty-two letters".to_owned();
        let mark = Mark { phase: Phase::Waits, since: 0, text, ..mark };
        assert_eq!(Record::of_mark(&mark).event(), Some(Event::Mark(mark)));
    }

    #[test]
    fn long_text_is_cut_between_characters() {
        let text = "a".repeat(31) + "éé";
        let name = Record::of_name(&Name { thread: None, text }).name().expect("a name");
        assert_eq!(name.text, "a".repeat(31));
        assert!(name.thread.is_none());
    }

    #[test]
    fn any_words_are_read_without_harm() {
        for word in [0, u64::MAX, 0xFF02, 0x00FF_0203, 0x00FF_FF01] {
            let record = Record([word; WORDS]);
            let _ = (record.event(), record.name());
        }
        assert!(Record::default().event().is_none());
    }
}
