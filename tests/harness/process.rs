//! One child process with a time limit: what it was asked, what it said, how it ended.
//!
//! Invariant: [`Request::run`] returns soon after the limit at the latest, and leaves no process of the child's group.

use std::io::{Read, Write};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

/// How long a script may take in a test.
pub const LIMIT: Duration = Duration::from_secs(60);

/// What to run.
pub struct Request {
    pub program: PathBuf,
    pub arguments: Vec<String>,
    pub environment: Vec<(String, String)>,
    pub stdin: Vec<u8>,
    /// Sends the child this signal after this time.
    pub signal: Option<(Duration, i32)>,
}

/// How it went.
pub struct Outcome {
    pub stdout: String,
    pub stderr: String,
    /// The exit status, or the negated number of the signal that killed the child.
    pub exit: i32,
    pub timed_out: bool,
}

impl Request {
    /// Runs `program` with `arguments`, without input.
    pub fn new(program: PathBuf, arguments: &[&str]) -> Self {
        let arguments = arguments.iter().map(|argument| argument.to_string()).collect();
        Self { program, arguments, environment: Vec::new(), stdin: Vec::new(), signal: None }
    }

    /// Starts the child in an empty folder of its own and waits for its end.
    pub fn run(&self) -> Outcome {
        let folder = Scratch::new();
        let mut child = self.command(&folder.0).spawn().expect("the program under test starts");
        feed(&mut child, self.stdin.clone());
        let stdout = collect(child.stdout.take().expect("stdout is a pipe"));
        let stderr = collect(child.stderr.take().expect("stderr is a pipe"));
        if let Some((delay, signal)) = self.signal {
            std::thread::sleep(delay);
            // SAFETY: kill takes numbers only; the child has not been waited for, so its id is still its own.
            unsafe { libc::kill(child.id() as i32, signal) };
        }
        let deadline = Instant::now() + LIMIT;
        let status = wait(&mut child, deadline);
        let timed_out = status.is_none();
        if timed_out {
            kill_group(&child);
        }
        let (stdout, hung_stdout) = finish(&stdout, &child, deadline);
        let (stderr, hung_stderr) = finish(&stderr, &child, deadline);
        kill_group(&child);
        let status = status.unwrap_or_else(|| child.wait().expect("a killed child ends"));
        Outcome {
            stdout,
            stderr,
            exit: exit_number(status),
            timed_out: timed_out || hung_stdout || hung_stderr,
        }
    }

    fn command(&self, folder: &Path) -> Command {
        // Tests that run in the background of a shell are made to ignore interrupts; what they start is not to.
        static HEEDED: Once = Once::new();
        // SAFETY: the call takes numbers only.
        HEEDED.call_once(|| unsafe {
            libc::signal(libc::SIGINT, libc::SIG_DFL);
        });
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).current_dir(folder).process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("PYTHON") {
                command.env_remove(name);
            }
        }
        command.env("PYTHONHASHSEED", "0").env("PYTHONDONTWRITEBYTECODE", "1").env("NO_COLOR", "1");
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// A folder that goes away with its owner.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("gilly-test-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a scratch folder can be made");
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn feed(child: &mut Child, bytes: Vec<u8>) {
    let mut stdin = child.stdin.take().expect("stdin is a pipe");
    // A child that does not read its input closes the pipe; that is no failure of the test.
    std::thread::spawn(move || stdin.write_all(&bytes));
}

fn collect(mut pipe: impl Read + Send + 'static) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = pipe.read_to_end(&mut bytes);
        let _ = sender.send(bytes);
    });
    receiver
}

/// What a pipe brought, and whether a process had to be killed for it to end.
fn finish(pipe: &Receiver<Vec<u8>>, child: &Child, deadline: Instant) -> (String, bool) {
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    match pipe.recv_timeout(deadline.saturating_duration_since(Instant::now()).max(Duration::from_secs(1))) {
        Ok(bytes) => (text(bytes), false),
        Err(_) => {
            kill_group(child);
            (pipe.recv_timeout(Duration::from_secs(5)).map(text).unwrap_or_default(), true)
        }
    }
}

fn wait(child: &mut Child, deadline: Instant) -> Option<ExitStatus> {
    let mut pause = Duration::from_micros(500);
    while Instant::now() < deadline {
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            return Some(status);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
    None
}

fn kill_group(child: &Child) {
    // SAFETY: kill takes numbers only. The group was made for this child and is empty or its own.
    unsafe { libc::kill(-(child.id() as i32), libc::SIGKILL) };
}

fn exit_number(status: ExitStatus) -> i32 {
    status.code().unwrap_or_else(|| -status.signal().unwrap_or(0))
}
