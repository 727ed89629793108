//! What the command line shows of the GIL: figures as text and as JSON, their meaning in words, and the policies.

use crate::process::{Outcome, Request};

fn gilly(arguments: &[&str]) -> Outcome {
    let outcome = Request::new(crate::gilly(), arguments).run();
    assert!(!outcome.timed_out, "timed out\n{}", outcome.stderr);
    outcome
}

const COMPUTING: &str = "
import threading
def compute():
    number = 0
    while number < 1_500_000:
        number += 1
threads = [threading.Thread(target=compute) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
";

const SLEEPING: &str = "
import threading, time
threads = [threading.Thread(target=time.sleep, args=(0.3,)) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
";

/// Looks at the JSON on its standard input by the schema whose path it is given, and then at what the figures promise.
const CHECK: &str = r#"
import json, sys
schema = json.load(open(sys.argv[1]))
stats = json.load(sys.stdin)
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "null": type(None)}
def check(value, schema, path):
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    assert any(isinstance(value, TYPES[kind]) for kind in kinds), path
    if isinstance(value, dict):
        known = schema.get("properties", {})
        assert set(schema.get("required", ())) <= set(value), path
        for name, item in value.items():
            rest = schema["additionalProperties"]
            assert name in known or rest, (path, name)
            check(item, known.get(name, rest), path + "/" + name)
    if isinstance(value, list):
        for item in value:
            check(item, schema["items"], path + "/*")
check(stats, schema, "")
finished = [thread for thread in stats["threads"] if thread["activity"] == "finished"]
print(len(finished), all(thread["ticks"] > 3_000_000 for thread in finished))
held = sum(thread["held"] for thread in stats["threads"])
print(held <= stats["elapsed"] * 1.01, stats["contended"] <= stats["elapsed"], stats["gil_bound"] > 0.3)
held_up = sum(thread["held_up"] for thread in stats["threads"])
print(abs(held_up - stats["contended"]) < 0.01 * stats["contended"])
pairs = {(wait["waiter"], wait["holder"]): wait["seconds"] for wait in stats["waits"]}
first, second = (thread["id"] for thread in finished)
print((first, second) in pairs, (second, first) in pairs)
waited = {thread["id"]: thread["waited"] - thread["waking"] for thread in stats["threads"]}
print(all(sum(time for (who, _), time in pairs.items() if who == thread) <= waited[thread] * 1.01 + 0.001 for thread in waited))
print(any(thread["place"] and thread["place"]["line"] in (5, 6) for thread in finished))
print(any(thread["releases"].get("tick", {"count": 0})["count"] > 0 for thread in finished))
"#;

#[test]
fn figures_as_json_follow_their_schema() {
    let outcome = gilly(&["run", "--gil-stats=json", "-c", COMPUTING]);
    assert_eq!((outcome.stdout.as_str(), outcome.exit), ("", 0));
    let schema = crate::root().join("docs/gil-stats.schema.json");
    let by_lines = gilly(&["run", "--gil-stats=json,lines", "-c", "import threading"]).stderr;
    let only_schema = CHECK.split_inclusive("check(stats, schema, \"\")\n").next().unwrap_or_default();
    let program = format!("{only_schema}print(len(stats['functions']) > 1, len(stats['lines']) > 10)");
    let mut check = Request::new(crate::gilly(), &["-c", &program, &schema.to_string_lossy()]);
    check.stdin = by_lines.into_bytes();
    let checked = check.run();
    assert_eq!(checked.stdout, "True True\n", "{}", checked.stderr);
    let mut check = Request::new(crate::gilly(), &["-c", CHECK, &schema.to_string_lossy()]);
    check.stdin = outcome.stderr.clone().into_bytes();
    let checked = check.run();
    let expected = "2 True\nTrue True True\nTrue\nTrue True\nTrue\nTrue\nTrue\n";
    assert_eq!(checked.stdout, expected, "{}\n{}", checked.stderr, outcome.stderr);
}

/// The figures of threads in the midst of what they do, between two readings of a clock on each side.
const LIVES: &str = r#"
import gil, threading, time
gate = threading.Lock()
gate.acquire()
done = False
def compute():
    while not done:
        pass
born = {}
for name, target, args in (("sleeps", time.sleep, (30,)), ("blocked", gate.acquire, ()), ("computes", compute, ())):
    thread = threading.Thread(target=target, args=args, name=name, daemon=True)
    before = time.monotonic()
    thread.start()
    born[name] = before, time.monotonic()
time.sleep(0.2)
before = time.monotonic()
stats = gil.stats()
after = time.monotonic()
done = True
rounding = 1e-6
for thread in stats["threads"]:
    if thread["name"] in born:
        earliest, latest = born[thread["name"]]
        life = thread["held"] + thread["waited"] + sum(release["away"] for release in thread["releases"].values())
        print(thread["name"], before - latest - rounding <= life <= after - earliest + rounding)
"#;

#[test]
fn times_held_waited_and_away_add_up_to_a_threads_life() {
    let outcome = gilly(&["-c", LIVES]);
    assert_eq!(outcome.stdout, "sleeps True\nblocked True\ncomputes True\n", "{}", outcome.stderr);
}

/// Reads the figures by functions and lines before and after some work.
const BY_LINES: &str = r#"
import gil, threading, time
def compute():
    number = 0
    while number < 20_000:
        number += 1
def sleep():
    for _ in range(3):
        time.sleep(0.01)
def sums():
    stats = gil.stats()
    return [sum(row["ticks"] for row in stats[name]) for name in ("threads", "functions", "lines")]
first = sums()
threads = [threading.Thread(target=target) for target in (compute, compute, sleep)]
for thread in threads: thread.start()
for thread in threads: thread.join()
second = sums()
print(len({after - before for before, after in zip(first, second)}))
stats = gil.stats()
functions = {row["name"]: row for row in stats["functions"]}
lines = {(row["file"], row["line"]): row for row in stats["lines"]}
print(functions["sleep"]["releases"], lines["<string>", 9]["releases"])
print(functions["compute"]["switches"] > 10, functions["compute"]["waited"] > 0, functions["compute"]["held"] > 0)
held = sum(thread["held"] for thread in stats["threads"])
print(sum(row["held"] for row in stats["functions"]) <= held)
print(abs(sum(row["held"] for row in stats["functions"]) - sum(row["held"] for row in stats["lines"])) < 1e-3)
"#;

#[test]
fn figures_by_functions_and_lines() {
    let outcome = gilly(&["--gil-stats=lines", "--switch-ticks", "1000", "-c", BY_LINES]);
    assert_eq!(outcome.stdout, "1\n3 3\nTrue True True\nTrue\nTrue\n", "{}", outcome.stderr);
    for words in ["By function", "By line", "<string>:5", "compute"] {
        assert!(outcome.stderr.contains(words), "no {words:?} in\n{}", outcome.stderr);
    }
    let outcome = gilly(&["--gil-stats=rows", "-c", ""]);
    assert!(
        outcome.stderr.starts_with("--gil-stats is text, json or lines, not 'rows'"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn figures_as_text() {
    let outcome = gilly(&["run", "--gil-stats", "-c", COMPUTING]);
    for words in
        ["policy ticks:1000000,io-first", "MainThread (1)", "<string>:", "Released for", "Who waited"]
    {
        assert!(outcome.stderr.contains(words), "no {words:?} in\n{}", outcome.stderr);
    }
}

#[test]
fn what_the_figures_mean() {
    let explained = |program: &str| gilly(&["run", "--explain", "-c", program]).stderr;
    let computing = explained(COMPUTING);
    assert!(computing.contains("did nothing but compute"), "{computing}");
    assert!(computing.contains("Processes do"), "{computing}");
    let sleeping = explained(SLEEPING);
    assert!(sleeping.contains("threads do help"), "{sleeping}");
    assert!(!sleeping.contains("compute"), "{sleeping}");
    // Threads that did not live at the same time are not spoken of together.
    let twice = explained(&format!("{SLEEPING}{SLEEPING}"));
    assert_eq!(twice.matches("threads do help").count(), 2, "{twice}");
    let locked = explained(LOCKED);
    assert!(locked.contains("waited for each other"), "{locked}");
    assert!(!locked.contains("compute") && !locked.contains("threads do help"), "{locked}");
    let alone = explained("import time\ntime.sleep(0.3)");
    assert!(alone.starts_with("One thread waited for I/O or slept"), "{alone}");
    let late = gilly(&["run", "--explain", "--gil", "interval:0.005", "-c", LATE]).stderr;
    assert!(late.contains("sleeper (3) came back from I/O or sleep 50 times"), "{late}");
    assert!(late.contains("because counter (2) computed"), "{late}");
    assert!(!late.contains("nothing but compute") && !late.contains("threads do help"), "{late}");
}

/// Explanations of figures made by hand: a thread is its name, number and beginning, what it held and waited, and how often
/// and for how long it was away for what.
const BY_HAND: &str = r#"
import sys
import _gil_report as report
def thread(name, number, began, held, waited, **away):
    releases = {reason: {"count": count, "away": time} for reason, (count, time) in away.items()}
    return dict(name=name, id=number, began=began, held=held, waited=waited, waking=0.0, releases=releases)
def explain(title, *threads):
    elapsed = max(map(report.end, threads))
    print("--", title)
    print(*report.explanation(dict(elapsed=elapsed, policy="ticks:1000", threads=threads)), sep="\n")
main = thread("MainThread", 1, 0.0, 0.1, 0.0, join=(2, 1.9))
explain("one holds the lock", main,
        thread("holder", 2, 0.1, 0.01, 0.0, sleep=(5, 1.6)), thread("wanter", 3, 0.1, 0.01, 0.01, lock=(1, 1.6)))
explain("all compute with the lock", main, thread("a", 2, 0.1, 0.5, 1.0, tick=(9, 0.0), lock=(3, 0.1)),
        thread("b", 3, 0.1, 0.5, 0.6, tick=(9, 0.0), lock=(5, 0.5)), thread("c", 4, 0.1, 0.5, 0.6, lock=(5, 0.5)))
explain("a pool of threads with little to do", main,
        *(thread(f"pool_{number}", number, 0.1, 0.2, 0.0, lock=(10, 1.6)) for number in (2, 3)))
explain("the main thread waits for results", thread("MainThread", 1, 0.0, 0.1, 0.9, io=(7, 0.01), lock=(8, 1.0)),
        *(thread(f"pool_{number}", number, 0.1, 0.9, 0.9, tick=(50, 0.0)) for number in (2, 3)))
explain("nothing of note", thread("MainThread", 1, 0.0, 0.5, 0.0, join=(1, 0.5)), thread("short", 2, 0.2, 0.002, 0.0))
explain("a short run", thread("MainThread", 1, 0.0, 0.015, 0.0))
explain("another program", thread("MainThread", 1, 0.0, 0.1, 0.0, process=(1, 0.9)))
sys.modules["asyncio"] = None
explain("tasks wait", thread("MainThread", 1, 0.0, 0.1, 0.0, lock=(5, 0.9)))
explain("tasks compute", thread("MainThread", 1, 0.0, 0.9, 0.0, lock=(5, 0.1)))
del sys.modules["asyncio"]
from multiprocessing import _accounts
sums = _accounts._sums
def children(title, started, starting, used, lived, here, running=0):
    sums.started, sums.running, sums.starting, sums.used = started, running, starting, used
    sums.lived, sums.used_here = lived, here
    explain(title, thread("MainThread", 1, 0.0, 0.1, 0.0, process=(2, 1.9)))
children("processes that compute", 2, 0.01, 3.6, 1.9, 0.02)
children("one computes beside its parent", 1, 0.01, 1.8, 1.9, 1.7)
children("hardly more than starting them", 4, 0.9, 0.2, 1.5, 0.95)
children("processes that wait", 4, 0.01, 0.1, 1.9, 0.02)
children("one is not awaited", 2, 0.01, 3.6, 1.9, 0.02, 1)
children("short ones", 2, 0.001, 0.001, 0.004, 0.002)
"#;

const EXPLAINED_BY_HAND: &str = "\
-- one holds the lock
wanter (3) spent 99 % of its life waiting for locks, events or queues, which other threads had or were to serve (once), \
and 1 % waiting for the GIL. gilly trace shows for which ones, and for whom.
-- all compute with the lock
a (2), b (3) and c (4) waited for each other: 23 % of their lives for locks, events or queues (13 times), 46 % for the GIL. \
What is done while others wait for the lock is done by one at a time, with any number of threads.
-- a pool of threads with little to do
pool_2 (2) and pool_3 (3) spent 89 % of their lives waiting for locks, events or queues, which other threads had or were \
to serve (20 times), and 0 % waiting for the GIL. gilly trace shows for which ones, and for whom.
-- the main thread waits for results
pool_2 (2) and pool_3 (3) did nothing but compute. Only one of them can hold the GIL: they took turns, handed it over 100 \
times, and held it for 50 % and 50 % of their lives. Together they held it for 1.80 s of the 1.80 s that they took: no less \
than one after the other.
Threads do not make computing faster. Processes do (multiprocessing, each has a GIL of its own), and so does work that \
runs without the GIL, such as products of large matrices.
-- nothing of note

-- a short run

-- another program
MainThread (1) waited 900.0 ms for other processes. What these did is not in these figures.
-- tasks wait
One thread waited for I/O or slept for 90 % of the time, and nobody waited for the GIL: it cost nothing here.
The tasks of an event loop share this thread: they wait at the same time in it, as threads would.
-- tasks compute
One thread computed for 90 % of the time, and nobody waited for the GIL: it cost nothing here.
The tasks of an event loop share this thread: while one of them computes, the others wait.
-- processes that compute
2 child processes used 3.60 s of processor time altogether, within 1.90 s. Each process has a GIL of its own, so they \
computed at the same time: one alone would have taken 3.61 s, 1.9 times as long. Starting them took 10.0 ms here, and \
pickles and messages 0 us (0 bytes): that paid.
-- one computes beside its parent
A child process used 1.80 s of processor time altogether, within 1.90 s. Each process has a GIL of its own, so they \
computed at the same time: one alone would have taken 3.49 s, 1.8 times as long. Starting it took 10.0 ms here, and \
pickles and messages 0 us (0 bytes): that paid.
-- hardly more than starting them
4 child processes used 200.0 ms of processor time altogether, within 1.50 s. One process alone would hardly have taken \
longer. Starting them took 900.0 ms here, and pickles and messages 0 us (0 bytes): that did not pay.
-- processes that wait
4 child processes used 100.0 ms of processor time altogether, within 1.90 s, so they mostly waited: for work, files, the \
clock or a processor. Starting them took 10.0 ms here, and pickles and messages 0 us (0 bytes). gilly trace shows for which.
-- one is not awaited
MainThread (1) waited 1.90 s for other processes. What these did is not in these figures.
-- short ones

";

#[test]
fn what_figures_made_by_hand_mean() {
    let outcome = gilly(&["-c", BY_HAND]);
    assert_eq!(outcome.stdout, EXPLAINED_BY_HAND, "{}", outcome.stderr);
}

const POOL: &str = "
from concurrent.futures import ProcessPoolExecutor
with ProcessPoolExecutor(2) as pool:
    assert list(pool.map(len, ['a', 'bc', 'def', ''])) == [1, 2, 3, 0]
";

/// What children have used and what was sent to them is counted as the program runs.
#[test]
fn child_processes_are_accounted_for() {
    let explained = gilly(&["run", "--explain", "-c", POOL]).stderr;
    assert!(explained.contains("2 child processes used "), "{explained}");
    assert!(explained.contains("Starting them took ") && explained.contains(" kB)"), "{explained}");
    assert!(!explained.contains("used 0 us") && !explained.contains("messages 0 us"), "{explained}");
}

const LOCKED: &str = "
import threading, time
lock = threading.Lock()
def work():
    for _ in range(50):
        with lock:
            time.sleep(0.002)
threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
";

const LATE: &str = "
import threading, time
done = False
def count():
    while not done:
        pass
def sleep():
    global done
    for _ in range(50):
        time.sleep(0.001)
    done = True
threads = [threading.Thread(target=count, name='counter'), threading.Thread(target=sleep, name='sleeper')]
for thread in threads: thread.start()
for thread in threads: thread.join()
";

#[test]
fn a_script_chooses_a_policy_and_reads_the_figures() {
    let program = "
import gil
gil.set_policy('py2:100')
print(gil.policy())
gil.set_policy('interval:0.25')
print(gil.policy())
gil.set_policy('ticks:500')
print(gil.policy())
gil.set_policy('fifo')
print(gil.policy())
for wrong in ('', 'ticks', 'ticks:0', 'ticks:-1', 'interval:nan', 'interval:-1', 'py2:x', 'fifo,never'):
    try:
        gil.set_policy(wrong)
    except ValueError as error:
        print(error)
before = gil.stats()['threads'][0]['ticks']
for _ in range(100):
    pass
after = gil.stats()['threads'][0]
print(after['ticks'] - before > 100, after['activity'], after['name'], after['releases'])
";
    let outcome = gilly(&["-c", program]);
    let wrong = ["", "ticks", "ticks:0", "ticks:-1", "interval:nan", "interval:-1", "py2:x", "never"];
    let wrong = wrong.map(|word| {
        format!("a policy is ticks:N, interval:SECONDS, py2:N, fifo or io-first, not '{word}'\n")
    });
    let policies = "py2:100\ninterval:0.25\nticks:500,io-first\nticks:500,fifo\n";
    let expected = format!("{policies}{}True holding MainThread {{}}\n", wrong.concat());
    assert_eq!((outcome.stdout, outcome.exit), (expected, 0), "{}", outcome.stderr);
}

#[test]
fn policies_are_chosen_by_the_command_line() {
    for (choice, shown) in [
        ("ticks:1_000", "ticks:1000,io-first"),
        ("interval:0.005", "interval:0.005"),
        ("py2:100", "py2:100"),
        ("fifo", "ticks:1000000,fifo"),
        ("ticks:7,fifo", "ticks:7,fifo"),
        ("io-first", "ticks:1000000,io-first"),
    ] {
        let outcome = gilly(&["--gil", choice, "-c", "import gil; print(gil.policy())"]);
        assert_eq!(outcome.stdout, format!("{shown}\n"), "{}", outcome.stderr);
    }
    let outcome = gilly(&["--gil", "never", "-c", ""]);
    assert_eq!(outcome.exit, 2);
    assert!(
        outcome.stderr.contains("ticks:N, interval:SECONDS, py2:N, fifo or io-first"),
        "{}",
        outcome.stderr
    );
}

const CIRCLE: &str = "
import threading
left, right = threading.Lock(), threading.Lock()
met = threading.Barrier(2)
def work(first, second):
    with first:
        met.wait()
        with second:
            print('never')
threads = [threading.Thread(target=work, args=pair, name=name)
           for name, pair in (('one', (left, right)), ('two', (right, left)))]
for thread in threads: thread.start()
print('started')
for thread in threads: thread.join()
";

#[test]
fn a_circle_of_locks_is_reported() {
    let outcome = gilly(&["-c", CIRCLE]);
    assert_eq!((outcome.stdout.as_str(), outcome.exit), ("started\n", 86), "{}", outcome.stderr);
    for words in [
        "deadlock",
        "In a circle",
        "taken by thread one (2) at <string>:6",
        "taken by thread two (3) at <string>:6",
        "File \"<string>\", line 8, in work",
        "Thread MainThread (1) waits for the end of thread one (2)",
    ] {
        assert!(outcome.stderr.contains(words), "no {words:?} in\n{}", outcome.stderr);
    }
}

#[test]
fn threads_that_wait_for_nobody_are_reported() {
    for (waits, words) in [
        (
            "lock = threading.Lock(); lock.acquire(); lock.acquire()",
            "taken by thread MainThread (1) at <string>:3",
        ),
        ("pause(queue.Queue().get)", "waits in Queue.get"),
        ("pause(queue.SimpleQueue().get)", "in <module>"),
        ("pause(threading.Event().wait)", "waits in Event.wait"),
        ("pause(threading.Semaphore(0).acquire)", "waits in Semaphore.acquire"),
        ("pause(threading.Barrier(3).wait)", "waits in Barrier.wait"),
        ("pause(futures.Future().result)", "deadlock"),
        ("lock = threading.RLock(); start(lock.acquire).join(); lock.acquire()", "which has ended"),
        ("lock = threading.Lock(); start(lock.acquire).join(); start(lock.acquire)", "MainThread"),
        ("event = threading.Event(); start(lambda: time.sleep(0.05)); event.wait()", "Event.wait"),
    ] {
        let head = "import queue, threading, time; from concurrent import futures
def start(function): thread = threading.Thread(target=function); thread.start(); return thread
";
        let pause = "def pause(function): start(function); function()\n";
        let outcome = gilly(&[
            "-c",
            &format!("{}{waits}", head.to_owned() + if waits.starts_with("pause") { pause } else { "" }),
        ]);
        assert_eq!(outcome.exit, 86, "{waits}\n{}", outcome.stderr);
        assert!(outcome.stderr.contains("deadlock"), "{waits}\n{}", outcome.stderr);
        assert!(outcome.stderr.contains(words), "{waits}: no {words:?}\n{}", outcome.stderr);
    }
}

#[test]
fn what_can_still_go_on_is_no_deadlock() {
    for (program, printed) in [
        ("lock = threading.Lock(); lock.acquire(); print(lock.acquire(timeout=0.1))", "False\n"),
        ("import time, os; e = threading.Event(); threading.Timer(0.1, e.set).start(); print(e.wait())", "True\n"),
        (
            "import signal; e = threading.Event(); signal.signal(signal.SIGALRM, lambda *_: e.set())
start(e.wait); signal.setitimer(signal.ITIMER_REAL, 0.2); print(e.wait())",
            "True\n",
        ),
        (
            "import os; r, w = os.pipe(); q = __import__('queue').Queue(); start(lambda: q.put(os.read(r, 1)))
import subprocess; p = subprocess.Popen(['sh', '-c', 'sleep 0.2; echo x'], stdout=w); print(q.get())",
            "b'x'\n",
        ),
        (
            "t = threading.Thread(target=threading.Event().wait, daemon=True); t.start(); print('end')",
            "end\n",
        ),
        (
            "import multiprocessing as m; q = m.Queue(); p = m.Process(target=q.put, args=(1,)); p.start(); print(q.get())
p.join()",
            "1\n",
        ),
        (
            "import asyncio; e = threading.Event()
async def main(): await asyncio.to_thread(e.wait, 0.1); return 2
print(asyncio.run(main()))",
            "2\n",
        ),
    ] {
        let head = "import threading
def start(function): thread = threading.Thread(target=function); thread.start(); return thread
";
        let outcome = gilly(&["-c", &format!("{head}{program}")]);
        assert_eq!((outcome.stdout.as_str(), outcome.exit), (printed, 0), "{program}\n{}", outcome.stderr);
    }
}

#[test]
fn a_deadlock_can_be_an_exception() {
    let program = format!(
        "import gil; print(gil.on_deadlock('raise'))
def hook(given): print(given.exc_type.__name__, 'deadlock' in str(given.exc_value))
import threading; threading.excepthook = hook{CIRCLE}print('end')"
    );
    let outcome = gilly(&["-c", &program]);
    let lines: Vec<&str> = outcome.stdout.lines().collect();
    assert_eq!(outcome.exit, 0, "{}", outcome.stderr);
    assert!(lines.contains(&"DeadlockError True"), "{}", outcome.stdout);
    assert_eq!(lines.last(), Some(&"end"));
    let alone = "import gil, threading; gil.on_deadlock('raise'); lock = threading.Lock(); lock.acquire()
try: lock.acquire()
except gil.DeadlockError as error: print('deadlock' in str(error), isinstance(error, RuntimeError))";
    assert_eq!(gilly(&["-c", alone]).stdout, "True True\n");
    let left = "import gil, threading; gil.on_deadlock('raise'); lock = threading.Lock()
thread = threading.Thread(target=lambda: (lock.acquire(), __import__('time').sleep(0.1))); thread.start()
__import__('time').sleep(0.05)
try: lock.acquire()
except gil.DeadlockError as error: print('raised')";
    assert_eq!(gilly(&["-c", left]).stdout, "raised\n");
}

#[test]
fn a_signal_shows_the_stacks_of_all_threads() {
    let program = "
import os, signal, threading
event = threading.Event()
def wait_here():
    event.wait()
thread = threading.Thread(target=wait_here, name='waiter')
thread.start()
os.kill(os.getpid(), signal.SIGUSR1)
for _ in range(100000): pass
event.set()
thread.join()
signal.signal(signal.SIGUSR1, lambda *_: print('mine'))
os.kill(os.getpid(), signal.SIGUSR1)
for _ in range(100000): pass
";
    let outcome = gilly(&["-c", program]);
    assert_eq!((outcome.stdout.as_str(), outcome.exit), ("mine\n", 0), "{}", outcome.stderr);
    for words in ["Thread MainThread (1)", "Thread waiter (2) waits in Event.wait", "line 5, in wait_here"] {
        assert!(outcome.stderr.contains(words), "no {words:?} in\n{}", outcome.stderr);
    }
}
