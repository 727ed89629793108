//! The prompt as a person meets it: on a terminal, here a pseudo-terminal whose other end the test holds.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

/// How long an answer may take.
const LIMIT: Duration = Duration::from_secs(60);

/// A prompt and what it has shown since the last look.
struct Conversation {
    child: Child,
    keyboard: File,
    screen: Receiver<Vec<u8>>,
    shown: String,
}

impl Conversation {
    fn start(environment: &[(&str, &str)]) -> Conversation {
        let (mut ours, mut theirs) = (0, 0);
        let none = std::ptr::null_mut();
        // SAFETY: both places are written before they are read; the other arguments may be null.
        let failed = unsafe { libc::openpty(&mut ours, &mut theirs, none, none.cast(), none.cast()) };
        assert_eq!(failed, 0, "a pseudo-terminal can be opened");
        // SAFETY: the descriptors are new, and nobody else closes them.
        let (ours, theirs) = unsafe { (OwnedFd::from_raw_fd(ours), OwnedFd::from_raw_fd(theirs)) };
        let end = || theirs.try_clone().expect("a descriptor can be duplicated");
        let mut command = Command::new(crate::gilly());
        command.args(["-q"]).env("TERM", "xterm").env_remove("NO_COLOR").env_remove("HOME");
        command.envs(environment.iter().copied()).stdin(end()).stdout(end()).stderr(end());
        let terminal = theirs.as_raw_fd();
        // SAFETY: only calls that may be made between fork and exec.
        unsafe {
            command.pre_exec(move || {
                libc::setsid();
                libc::ioctl(terminal, libc::TIOCSCTTY, 0);
                Ok(())
            });
        }
        let child = command.spawn().expect("gilly starts");
        let keyboard = File::from(ours);
        let mut display = keyboard.try_clone().expect("a descriptor can be duplicated");
        let (sender, screen) = mpsc::channel();
        std::thread::spawn(move || {
            let mut block = [0; 4096];
            while let Ok(count @ 1..) = display.read(&mut block) {
                if sender.send(block[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Conversation { child, keyboard, screen, shown: String::new() }
    }

    fn type_in(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the terminal takes what is typed");
    }

    /// Waits until the text is shown; what came before it is done with.
    #[track_caller]
    fn expect(&mut self, text: &str) {
        let deadline = Instant::now() + LIMIT;
        loop {
            if let Some(place) = self.shown.find(text) {
                self.shown.drain(..place + text.len());
                return;
            }
            match self.screen.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(more) => self.shown.push_str(&String::from_utf8_lossy(&more)),
                Err(_) => panic!("{text:?} was not shown, but\n{:?}", self.shown),
            }
        }
    }
}

impl Drop for Conversation {
    fn drop(&mut self) {
        let _ended_before = self.child.kill();
        let _status = self.child.wait();
    }
}

/// What the terminal gets when the prompt is ready for the next statement.
const READY: &str = "\x1b[?2004h";

#[test]
fn statements_of_several_lines_and_their_values() {
    let mut prompt = Conversation::start(&[("NO_COLOR", "1")]);
    prompt.expect(READY);
    prompt.type_in("def twice(x):\r    return x * 2\r\r");
    prompt.expect(READY);
    prompt.type_in("twice(21)\r");
    prompt.expect("\r\n42\r\n");
    prompt.expect(READY);
    prompt.type_in("1 / 0\r");
    prompt.expect("  File \"<python-input-2>\", line 1, in <module>\r\n    1 / 0\r\n    ~~^~~\r\n");
    prompt.expect(READY);
    prompt.type_in("twi\t(4)\r");
    prompt.expect("\r\n8\r\n");
    prompt.expect(READY);
    prompt.type_in("exit(3)\r");
    assert_eq!(prompt.child.wait().expect("it ends").code(), Some(3));
}

#[test]
fn an_interrupt_ends_the_statement_and_not_the_prompt() {
    let mut prompt = Conversation::start(&[("NO_COLOR", "1")]);
    prompt.expect(READY);
    prompt.type_in("print('go'); import time; time.sleep(100)\r");
    prompt.expect("\r\ngo\r\n");
    prompt.type_in("\x03");
    prompt.expect("KeyboardInterrupt\r\n");
    prompt.expect(READY);
    prompt.type_in("half\x03");
    prompt.expect("KeyboardInterrupt\r\n");
    prompt.expect(READY);
    prompt.type_in("\x04");
    assert_eq!(prompt.child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn colours() {
    let mut prompt = Conversation::start(&[]);
    prompt.expect(READY);
    prompt.type_in("not 'a'");
    prompt.expect("\x1b[1;34mnot\x1b[0m \x1b[32m'a'\x1b[0m");
}
