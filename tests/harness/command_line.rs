//! The command line: how a program is given, exit statuses, signals, and input meant to break the interpreter.

use std::time::Duration;

use crate::process::{Outcome, Request};

fn python(arguments: &[&str]) -> Request {
    Request::new(crate::gilly(), arguments)
}

fn code(source: &str) -> Outcome {
    python(&["-c", source]).run()
}

#[track_caller]
fn expect(outcome: &Outcome, stdout: &str, exit: i32) {
    assert!(!outcome.timed_out, "timed out\n{}", outcome.stderr);
    assert_eq!((outcome.stdout.as_str(), outcome.exit), (stdout, exit), "stderr:\n{}", outcome.stderr);
}

#[track_caller]
fn expect_last_line(outcome: &Outcome, line: &str) {
    assert_eq!(outcome.stderr.lines().last(), Some(line), "stderr:\n{}", outcome.stderr);
}

#[test]
fn a_program_on_the_command_line() {
    expect(&python(&["-c", "import sys; print(sys.argv)", "a", "-b"]).run(), "['-c', 'a', '-b']\n", 0);
}

#[test]
fn a_script_knows_its_whole_path() {
    let name = format!("gilly-path-{}.py", std::process::id());
    let path = std::env::temp_dir().join(&name);
    let script = "import os, sys
print(sys.argv, __file__ == os.getcwd() + '/' + sys.argv[0])
os.chdir('/')
print(os.path.samefile(os.path.dirname(__file__), sys.path[0]))
1 / 0
";
    std::fs::write(&path, script).expect("the folder can be written to");
    let given = format!("../{name}");
    let outcome = python(&[&given]).run();
    std::fs::remove_file(&path).expect("the script is there");
    expect(&outcome, &format!("['{given}'] True\nTrue\n"), 1);
    let line = outcome.stderr.lines().nth(1).unwrap_or_default();
    assert!(
        line.starts_with("  File \"/") && line.ends_with(&format!("{given}\", line 5, in <module>")),
        "{line}"
    );
}

#[test]
fn a_program_from_standard_input() {
    for arguments in [&["-"][..], &[]] {
        let mut request = python(arguments);
        request.stdin = b"x = 6\nprint(x * 7)\n".to_vec();
        expect(&request.run(), "42\n", 0);
    }
}

#[test]
fn a_traceback_shows_the_lines_of_the_command_line() {
    let outcome = code("def f():\n    return 1 / 0\nf()");
    expect(&outcome, "", 1);
    let expected = "\
Traceback (most recent call last):
  File \"<string>\", line 3, in <module>
    f()
    ~^^
  File \"<string>\", line 2, in f
    return 1 / 0
           ~~^~~
ZeroDivisionError: division by zero
";
    assert_eq!(outcome.stderr, expected);
}

#[test]
fn statements_from_what_is_no_terminal() {
    let mut request = python(&["-i", "-q"]);
    request.stdin = b"1 / 0\nx = [1,\n2]\nif x:\n  x\n\ndef f(:\n_\nexit(3)\n".to_vec();
    let outcome = request.run();
    expect(&outcome, "[1, 2]\n[1, 2]\n", 3);
    let expected = "\
>>> Traceback (most recent call last):
  File \"<stdin>\", line 1, in <module>
    1 / 0
    ~~^~~
ZeroDivisionError: division by zero
>>> ... >>> ... ... >>>   File \"<stdin>\", line 1
    def f(:
          ^
SyntaxError: invalid syntax
>>> >>> ";
    assert_eq!(outcome.stderr, expected);
}

#[test]
fn listings_of_what_is_no_program() {
    for study in ["tokens", "ast", "dis"] {
        let mut request = Request::new(
            "/bin/sh".into(),
            &["-c", "printf \"x = 1\\ny = 'a\\n\" > bad.py; exec \"$0\" \"$1\" bad.py"],
        );
        request.arguments.extend([crate::gilly().display().to_string(), study.to_owned()]);
        let outcome = request.run();
        expect(&outcome, "", 1);
        let expected = "  File \"bad.py\", line 2\n    y = 'a\n        ^\n\
            SyntaxError: unterminated string literal (detected at line 2)\n";
        assert_eq!(outcome.stderr, expected);
    }
}

#[test]
fn a_module_by_name() {
    let mut request = python(&["-m", "hello", "there"]);
    let folder = crate::root().join("tests/golden/imports/modules");
    request.environment.push(("PYTHONPATH".into(), folder.to_string_lossy().into_owned()));
    expect(&request.run(), "hello there __main__\n", 0);
}

#[test]
fn a_module_that_is_not_there() {
    let outcome = python(&["-m", "no_such_module"]).run();
    expect(&outcome, "", 1);
    assert!(outcome.stderr.ends_with("No module named no_such_module\n"), "{}", outcome.stderr);
}

#[test]
fn the_version() {
    for option in ["-V", "--version"] {
        let outcome = python(&[option]).run();
        assert_eq!((outcome.exit, outcome.stdout.lines().count()), (0, 1), "{}", outcome.stderr);
        assert!(outcome.stdout.contains("3.13"), "{}", outcome.stdout);
    }
}

#[test]
fn a_missing_file() {
    let outcome = python(&["/no/such/file.py"]).run();
    expect(&outcome, "", 2);
    let message = "can't open file '/no/such/file.py': [Errno 2] No such file or directory";
    assert!(outcome.stderr.trim_end().ends_with(message), "{}", outcome.stderr);
}

#[test]
fn wrong_arguments() {
    let outcome = python(&["--no-such-option"]).run();
    expect(&outcome, "", 2);
    assert!(outcome.stderr.contains("no-such-option"), "{}", outcome.stderr);
    expect(&python(&["-c"]).run(), "", 2);
}

#[test]
fn exit_statuses() {
    let forms = [
        ("import sys; sys.exit()", 0),
        ("import sys; sys.exit(None)", 0),
        ("import sys; sys.exit(3)", 3),
        ("import sys; sys.exit(True)", 1),
        ("import sys; sys.exit(256 + 7)", 7),
        ("import sys; sys.exit(-1)", 255),
        ("import sys; sys.exit('text')", 1),
        ("import sys; sys.exit((1, 2))", 1),
        ("raise SystemExit", 0),
        ("raise SystemExit(4)", 4),
        ("import os; os._exit(5)", 5),
        ("1 / 0", 1),
        ("def", 1),
    ];
    for (source, exit) in forms {
        let outcome = code(source);
        assert_eq!((outcome.exit, outcome.timed_out), (exit, false), "{source}\n{}", outcome.stderr);
    }
    expect_last_line(&code("import sys; sys.exit('text')"), "text");
    expect_last_line(&code("import sys; sys.exit((1, 2))"), "(1, 2)");
}

#[test]
fn an_exit_runs_finally_and_flushes() {
    let outcome =
        code("import sys\ntry:\n    print('a', end='')\n    sys.exit(3)\nfinally:\n    print('b', end='')");
    expect(&outcome, "ab", 3);
}

#[test]
fn an_exception_in_a_thread_leaves_the_status_alone() {
    let outcome = code(
        "import threading\n\
         def work():\n    1 / 0\n\
         t = threading.Thread(target=work, name='worker')\nt.start()\nt.join()\nprint('done')",
    );
    expect(&outcome, "done\n", 0);
    assert!(outcome.stderr.starts_with("Exception in thread worker"), "{}", outcome.stderr);
    expect_last_line(&outcome, "ZeroDivisionError: division by zero");
}

#[test]
fn the_program_waits_for_its_threads_but_not_for_daemons() {
    let outcome = code(
        "import threading, time\n\
         threading.Thread(target=lambda: (time.sleep(0.2), print('late'))).start()\n\
         threading.Thread(target=lambda: time.sleep(1000), daemon=True).start()\nprint('early')",
    );
    expect(&outcome, "early\nlate\n", 0);
}

#[test]
fn an_interrupt_ends_whatever_blocks() {
    let waits = [
        "import time; time.sleep(1000)",
        "import threading, time; l = threading.Lock(); l.acquire()\n\
         threading.Thread(target=time.sleep, args=(1000,), daemon=True).start(); l.acquire()",
        "import threading; threading.Event().wait()",
        "import threading, time\n\
         t = threading.Thread(target=time.sleep, args=(1000,), daemon=True)\nt.start()\nt.join()",
        "import os; r, w = os.pipe(); os.read(r, 1)",
        "while True: pass",
        "import numpy as np; a = np.ones((400, 400))\nwhile True: a @ a",
        "import queue; queue.Queue().get()",
        "import queue; queue.SimpleQueue().get()",
        "import threading; c = threading.Condition()\nwith c: c.wait()",
        "import threading; threading.Semaphore(0).acquire()",
        "import threading; threading.Barrier(2).wait()",
        "import socket; a, b = socket.socketpair(); a.recv(1)",
        "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(); s.accept()",
        "import select, socket; a, b = socket.socketpair(); select.select([a], [], [])",
        "import multiprocessing as m; a, b = m.Pipe(); a.recv()",
        "import multiprocessing as m; m.Queue().get()",
        "import multiprocessing as m; m.Event().wait()",
        "import time, multiprocessing as m; p = m.Pool(2); p.map(time.sleep, [1000, 1000])",
    ];
    std::thread::scope(|scope| {
        for source in waits {
            scope.spawn(move || {
                let mut request = python(&["-c", source]);
                request.signal = Some((Duration::from_secs(1), libc::SIGINT));
                let outcome = request.run();
                assert!(!outcome.timed_out, "{source}: not interrupted");
                assert!(
                    matches!(outcome.exit, 130 | -2),
                    "{source}: exit {}\n{}",
                    outcome.exit,
                    outcome.stderr
                );
                expect_last_line(&outcome, "KeyboardInterrupt");
            });
        }
    });
}

#[test]
fn an_interrupt_can_be_caught() {
    let mut request =
        python(&["-c", "import time\ntry: time.sleep(1000)\nexcept KeyboardInterrupt: print('caught')"]);
    request.signal = Some((Duration::from_secs(1), libc::SIGINT));
    expect(&request.run(), "caught\n", 0);
}

#[test]
fn deep_recursion_is_an_error() {
    let recursions = [
        "def f(): return f() + 1\nf()",
        "class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
        "class A:\n    def __eq__(self, other): return self == other\nA() == A()",
        "class A:\n    def __getattr__(self, name): return getattr(self, name + 'x')\nA().x",
        "f = lambda x: sorted([x], key=f)\nf(1)",
        "import functools\nf = lambda x: functools.reduce(f, [x, x]) if 0 else list(map(f, [x]))\nf(1)",
    ];
    for source in recursions {
        let outcome = code(source);
        assert_eq!((outcome.exit, outcome.timed_out), (1, false), "{source}\n{}", outcome.stderr);
        let last = outcome.stderr.lines().last().unwrap_or_default();
        assert!(last.starts_with("RecursionError: maximum recursion depth exceeded"), "{source}\n{last}");
    }
}

#[test]
fn deep_structures_do_not_overflow() {
    let structures = [
        "x = []\nfor _ in range(1_000_000): x = [x]\ndel x\nprint('ok')",
        "x = None\nfor _ in range(1_000_000): x = (x, 1)\nx = None\nprint('ok')",
        "class N: pass\nx = None\nfor _ in range(200_000):\n    n = N(); n.next = x; x = n\nn = x = None\nprint('ok')",
        "x = []\nfor _ in range(200_000): x = [x]\n\
         try: repr(x)\nexcept RecursionError: print('ok')",
        "x = []; y = []\nfor _ in range(200_000): x = [x]; y = [y]\n\
         try: x == y\nexcept RecursionError: print('ok')",
        "try: eval('(' * 100_000 + ')' * 100_000)\nexcept (SyntaxError, MemoryError): print('ok')",
        "try: eval('-' * 100_000 + '1')\nexcept (SyntaxError, MemoryError, RecursionError): print('ok')",
        "try: print(eval('+'.join(['1'] * 50_000)) and 'ok')\nexcept (MemoryError, RecursionError): print('ok')",
        "it = iter([])\nfor _ in range(100_000): it = map(str, it)\ndel it\nprint('ok')",
    ];
    for source in structures {
        expect(&code(source), "ok\n", 0);
    }
}

#[test]
fn a_string_of_a_hundred_megabytes() {
    expect(&code("s = 'ab' * 50_000_000\nprint(len(s), s[-2:], s.count('b'))"), "100000000 ab 50000000\n", 0);
}

#[test]
fn sizes_beyond_memory_are_errors() {
    for source in [
        "'x' * (1 << 62)",
        "[0] * (1 << 62)",
        "bytes(1 << 62)",
        "1 << (1 << 62)",
        "' '.ljust(1 << 62)",
        "'x' * 10**13",
        "list(range(10**12))",
    ] {
        let outcome = code(&format!("try: {source}\nexcept (MemoryError, OverflowError): print('ok')"));
        expect(&outcome, "ok\n", 0);
    }
}

#[test]
fn a_closed_pipe_is_not_a_crash() {
    let script = format!("{} -c 'for i in range(100000): print(i)' | head -1", crate::gilly().display());
    let outcome = Request::new("/bin/sh".into(), &["-c", &script]).run();
    expect(&outcome, "0\n", 0);
    assert!(!outcome.stderr.contains("panicked"), "{}", outcome.stderr);
}

#[test]
fn bytes_that_are_no_program() {
    for (input, exit) in
        [(&b"\xff\xfe\x00"[..], 1), (b"x = 1\0\n", 1), (b"\xef\xbb\xbfprint(1)\n", 0), (b"", 0)]
    {
        let mut request = python(&["-"]);
        request.stdin = input.to_vec();
        let outcome = request.run();
        assert_eq!((outcome.exit, outcome.timed_out), (exit, false), "{input:?}\n{}", outcome.stderr);
        assert!(!outcome.stderr.contains("panicked"), "{}", outcome.stderr);
    }
}

#[test]
fn a_thousand_threads_wait_at_once() {
    let outcome = code(
        "import threading\ngo = threading.Event()\n\
         threads = [threading.Thread(target=go.wait) for _ in range(1000)]\n\
         for t in threads: t.start()\nprint(threading.active_count())\ngo.set()\n\
         for t in threads: t.join()\nprint(threading.active_count())",
    );
    expect(&outcome, "1001\n1\n", 0);
}

#[test]
fn threads_that_find_no_room_are_errors() {
    let script = format!(
        "ulimit -v 6000000; exec {} -c \"{}\"",
        crate::gilly().display(),
        "import threading\ngo = threading.Event()\n\
         try:\n    while True: threading.Thread(target=go.wait).start()\n\
         except RuntimeError as e: print(e)\ngo.set()"
    );
    let outcome = Request::new("/bin/sh".into(), &["-c", &script]).run();
    expect(&outcome, "can't start new thread\n", 0);
}

#[test]
fn updates_are_lost_without_a_lock_and_as_many_each_time() {
    const RACE: &str = "import threading\ncount = 0\n\
         def work():\n    global count\n    for _ in range(20000):\n        count += 1\n\
         threads = [threading.Thread(target=work) for _ in range(3)]\n\
         for t in threads: t.start()\nfor t in threads: t.join()\nprint(60000 - count)";
    let mut counts = std::collections::BTreeSet::new();
    for ticks in ["1009", "5003"] {
        let lost: Vec<_> =
            (0..4).map(|_| python(&["--switch-ticks", ticks, "-c", RACE]).run().stdout).collect();
        assert!(lost.iter().all(|count| *count == lost[0]), "{ticks} ticks: {lost:?}");
        assert_ne!(lost[0], "0\n", "{ticks} ticks");
        let general = python(&["--no-specialize", "--switch-ticks", ticks, "-c", RACE]).run().stdout;
        assert_eq!(general, lost[0], "{ticks} ticks, with general instructions alone");
        counts.extend(lost);
    }
    assert!(counts.len() > 1, "the length of a turn makes no difference: {counts:?}");
}
