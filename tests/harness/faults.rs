//! Processes that are killed, that leave, that cannot say what happened: whatever they do, the others go on.
//!
//! Each test is a program with a time limit, so that a hang is a failure.

use std::time::Duration;

use crate::process::{Outcome, Request};

fn program(source: &str) -> Outcome {
    let mut request = Request::new(crate::gilly(), &["-"]);
    request.stdin = source.as_bytes().to_vec();
    request.run()
}

#[track_caller]
fn prints(source: &str, stdout: &str) {
    let outcome = program(source);
    assert!(!outcome.timed_out, "timed out\n{}", outcome.stderr);
    assert_eq!((outcome.stdout.as_str(), outcome.exit), (stdout, 0), "stderr:\n{}", outcome.stderr);
}

#[test]
fn an_error_names_the_worker_the_signal_and_the_task() {
    prints(
        "import os, re, signal\nfrom multiprocessing import Pool\n\
         def work(x):\n    if x == 3: os.kill(os.getpid(), signal.SIGKILL)\n    return x\n\
         with Pool(2) as pool:\n    \
         results = [pool.apply_async(work, (x,)) for x in range(6)]\n    \
         for r in results:\n        \
         try: print(r.get())\n        \
         except Exception as e:\n            \
         print(re.sub('Worker-.', 'Worker', str(e).replace(str(e.pid), 'N')), e.signal, e.exitcode, e.task)\n",
        "0\n1\n2\nSpawnPoolWorker (pid N) was killed by SIGKILL (exit code -9) while it ran work(3) 9 -9 work(3)\n4\n5\n",
    );
}

#[test]
fn a_worker_killed_with_a_lock_does_not_stall_the_others() {
    prints(
        "import os, signal, multiprocessing as mp\n\
         def die(lock):\n    lock.acquire()\n    os.kill(os.getpid(), signal.SIGKILL)\n\
         for lock in mp.Lock(), mp.RLock(), mp.Value('i').get_lock():\n    \
         p = mp.Process(target=die, args=(lock,))\n    p.start()\n    p.join()\n    \
         print(lock.acquire(timeout=20))\n    lock.release()\n",
        "True\nTrue\nTrue\n",
    );
}

#[test]
fn a_worker_killed_amid_a_queue_does_not_stall_the_others() {
    prints(
        "import os, signal, time, multiprocessing as mp\n\
         def take(q):\n    q.get()\n\
         def add(q):\n    while True: q.put(b'x' * 300000)\n\
         q = mp.Queue()\n\
         for target in take, add:\n    \
         for _ in range(3):\n        \
         p = mp.Process(target=target, args=(q,))\n        p.start()\n        time.sleep(0.3)\n        p.kill()\n        \
         p.join()\n    while not q.empty(): q.get(timeout=20)\n\
         q.put('end')\nprint(q.get(timeout=20), q.empty())\n",
        "end True\n",
    );
}

#[test]
fn a_sleeper_killed_in_a_condition_does_not_stall_who_notifies() {
    prints(
        "import time, multiprocessing as mp\n\
         event, ready = mp.Event(), mp.Queue()\n\
         def sleep(e, r):\n    r.put(1)\n    e.wait()\n\
         p = mp.Process(target=sleep, args=(event, ready))\np.start()\nready.get()\ntime.sleep(0.3)\np.kill()\np.join()\n\
         event.set()\nprint(event.wait(5))\n",
        "True\n",
    );
}

#[test]
fn whatever_a_task_does_there_is_a_result() {
    prints(
        "import os, sys\nfrom multiprocessing import Pool\nfrom multiprocessing.pool import ThreadPool\n\
         class Odd(BaseException): pass\n\
         class Closed(Exception):\n    def __reduce__(self): raise TypeError('not me')\n    \
         def __repr__(self): raise ValueError('nor my repr')\n\
         def fail(e): raise e\n\
         def closed(): raise Closed()\n\
         def odd(): raise Odd('odd')\n\
         def generate(): return (x for x in ())\n\
         def close(): os.closerange(3, 100)\n\
         with Pool(1) as pool:\n    \
         for f, a in (closed, ()), (odd, ()), (sys.exit, (3,)), (os._exit, (4,)), (generate, ()), (os.abort, ()), \
         (close, ()):\n        \
         try: print(pool.apply_async(f, a).get(30))\n        \
         except BaseException as e: print(type(e).__name__)\n    \
         print(pool.apply(abs, (-1,)))\n\
         with ThreadPool(1) as pool:\n    \
         for f in odd, sys.exit:\n        \
         try: pool.apply_async(f).get(10)\n        \
         except BaseException as e: print(type(e).__name__)\n",
        "MaybeEncodingError\nOdd\nWorkerDiedError\nWorkerDiedError\nMaybeEncodingError\nWorkerDiedError\n\
         WorkerDiedError\n1\nOdd\nSystemExit\n",
    );
}

#[test]
fn what_cannot_be_pickled_is_an_error_of_put() {
    prints(
        "import multiprocessing as mp\n\
         for q in mp.Queue(), mp.JoinableQueue(), mp.SimpleQueue():\n    \
         try: q.put(open('/dev/null'))\n    except TypeError as e: print(e)\n    q.put(1)\n    print(q.get(), q.empty())\n",
        &"cannot pickle 'TextIOWrapper' instances\n1 True\n".repeat(3),
    );
}

#[test]
fn a_process_ends_before_its_queue_is_read() {
    prints(
        "import multiprocessing as mp\n\
         def fill(q):\n    for i in range(300): q.put(bytes(20000))\n\
         q = mp.Queue()\np = mp.Process(target=fill, args=(q,))\np.start()\np.join(30)\n\
         print(p.exitcode, q.qsize(), sum(len(q.get()) for _ in range(300)))\n",
        "0 300 6000000\n",
    );
}

/// What follows is true of a command and of standard input, with a guard and without.
#[test]
fn a_program_without_a_file_needs_no_guard() {
    let program = "from multiprocessing import Pool\n\
         class Local:\n    def __init__(self, x): self.x = x\n\
         def outer(n):\n    class Inner(Local): pass\n    return lambda x: Inner(x + n)\n";
    let rest = "with Pool(2) as pool: print([one.x for one in pool.map(outer(5), [1, 2])])\n";
    let guarded = format!("{program}if __name__ == '__main__':\n    {rest}");
    for text in [format!("{program}{rest}"), guarded] {
        let outcome = Request::new(crate::gilly(), &["-c", &text]).run();
        assert_eq!((outcome.stdout.as_str(), outcome.exit), ("[6, 7]\n", 0), "{}", outcome.stderr);
        prints(&text, "[6, 7]\n");
    }
}

#[test]
fn shared_memory_goes_with_its_program_and_not_before() {
    let owner = "import os, signal\nfrom multiprocessing import Process, shared_memory\n\
         def make(q): pass\n\
         block = shared_memory.SharedMemory(create=True, size=10)\nprint(block.name, flush=True)\n\
         def look(name): shared_memory.SharedMemory(name).close()\n\
         p = Process(target=look, args=(block.name,))\np.start()\np.join()\n\
         print(os.path.exists('/dev/shm/' + block.name), flush=True)\n";
    for end in ["os.kill(os.getpid(), signal.SIGKILL)\n", "os._exit(1)\n", "block.unlink()\n", ""] {
        let outcome = program(&format!("{owner}{end}"));
        let mut lines = outcome.stdout.lines();
        let path = format!("/dev/shm/{}", lines.next().unwrap_or("no name"));
        assert_eq!((lines.next(), outcome.stderr.as_str()), (Some("True"), ""), "{end}");
        let gone = || !std::path::Path::new(&path).exists();
        let soon = (0..100).any(|_| {
            gone() || {
                std::thread::sleep(Duration::from_millis(50));
                false
            }
        });
        assert!(soon, "{path} is left after {end:?}");
    }
}

#[test]
fn an_endless_imap_stays_bounded() {
    prints(
        "import itertools, time\nfrom multiprocessing import Pool\n\
         taken = 0\n\
         def numbers():\n    global taken\n    for taken in itertools.count(): yield taken\n\
         with Pool(2) as pool:\n    \
         for imap in pool.imap, pool.imap_unordered:\n        \
         results = imap(abs, numbers())\n        \
         first = [next(results) for _ in range(10)]\n        time.sleep(1)\n        \
         print(len(first), taken < 1100)\n        break\n    \
         done = pool.imap_unordered(abs, iter(range(3000)))\n    pool.terminate()\n",
        "10 True\n",
    );
}

#[test]
fn results_that_nobody_reads_hold_nothing_up() {
    prints(
        "from multiprocessing import Pool, Value\n\
         def count(x):\n    with total: total.value += 1\n\
         def begin(value):\n    global total\n    total = value\n\
         shared = Value('i')\n\
         with Pool(2, begin, (shared,)) as pool:\n    \
         kept = pool.imap(count, iter(range(1500)))\n    pool.imap_unordered(count, iter(range(1500)))\n    \
         pool.close()\n    pool.join()\nprint(shared.value)\n",
        "3000\n",
    );
}

#[test]
fn pools_work_in_children_in_threads_and_in_pools() {
    prints(
        "import threading, multiprocessing as mp\n\
         from concurrent.futures import ProcessPoolExecutor\n\
         def rows(x):\n    with mp.Pool(2) as pool: return pool.map(abs, [x, -x])\n\
         with mp.Pool(2) as pool: print(pool.map(rows, [1, 2]))\n\
         with ProcessPoolExecutor(2) as pool: print(list(pool.map(rows, [3, 4])))\n\
         t = threading.Thread(target=lambda: print(rows(5)))\nt.start()\nt.join()\n\
         p = mp.Process(target=lambda: print(rows(6), flush=True))\np.start()\np.join()\n\
         pool = mp.get_context('fork').Pool(2)\n\
         p = mp.get_context('fork').Process(target=lambda: print(pool.map(abs, [-7]), flush=True))\np.start()\np.join()\n\
         print(pool.map(abs, [-8]))\npool.terminate()\n",
        "[[1, 1], [2, 2]]\n[[3, 3], [4, 4]]\n[5, 5]\n[6, 6]\n[7]\n[8]\n",
    );
}

#[test]
fn a_child_listens_to_its_parent_alone() {
    let text = "import os, pickle, socket, subprocess, sys\n\
         class Evil:\n    def __reduce__(self): return print, ('evil',)\n\
         a, b = socket.socketpair()\n\
         outer = subprocess.Popen(['sh', '-c', f'{sys.executable} --child-vm {b.fileno()}; echo $?'], \
         pass_fds=[b.fileno()], stdout=subprocess.PIPE, text=True)\n\
         data = pickle.dumps(Evil())\n\
         try:\n    for _ in range(2): a.sendall(len(data).to_bytes(8, 'little') + bytes(4) + data)\n\
         except OSError: pass\n\
         print(outer.communicate()[0])\n";
    prints(text, "1\n\n");
    let outcome = Request::new(crate::gilly(), &["--child-vm", "0"]).run();
    assert_eq!(outcome.exit, 2, "{}", outcome.stderr);
}

#[test]
fn an_interrupt_ends_all_with_one_traceback() {
    let kinds = [
        "with mp.Pool(2) as pool: pool.map(time.sleep, [50] * 4)",
        "with ProcessPoolExecutor(2) as pool: list(pool.map(time.sleep, [50] * 4))",
        "p = mp.Process(target=time.sleep, args=(50,)); p.start(); p.join()",
        "q = mp.Queue(); p = mp.Process(target=q.get); p.start(); q.get()",
    ];
    for kind in kinds {
        let text = format!(
            "import os, signal, subprocess, sys, time\n\
             inner = '''import multiprocessing as mp, time\\nfrom concurrent.futures import ProcessPoolExecutor\\n\
             print('begun', flush=True)\\n{kind}\\n'''\n\
             p = subprocess.Popen([sys.executable, '-c', inner], stdout=subprocess.PIPE, stderr=subprocess.PIPE, \
             text=True, start_new_session=True)\n\
             p.stdout.readline()\ntime.sleep(1.5)\nos.killpg(p.pid, signal.SIGINT)\nbefore = time.monotonic()\n\
             error = p.communicate(timeout=30)[1]\n\
             print(p.returncode, error.count('Traceback'), error.count('KeyboardInterrupt'), \
             time.monotonic() - before < 5)\n\
             try: os.killpg(p.pid, 0)\nexcept ProcessLookupError: print('all gone')\n"
        );
        prints(&text, "-2 1 1 True\nall gone\n");
    }
}

#[test]
fn many_processes_in_a_row_leave_nothing() {
    prints(
        "import gc, os, resource, multiprocessing as mp\n\
         def run(method, count):\n    \
         context = mp.get_context(method)\n    \
         for _ in range(count):\n        p = context.Process(target=abs, args=(1,))\n        p.start()\n        p.join()\n    \
         gc.collect()\n    return len(os.listdir('/proc/self/fd'))\n\
         def size():\n    return int(open('/proc/self/statm').read().split()[1]) * 4\n\
         for method in 'spawn', 'fork', 'forkserver':\n    \
         first, before = run(method, 20), size()\n    \
         print(run(method, 80) == first, size() - before < 2000, mp.active_children())\n",
        &"True True []\n".repeat(3),
    );
}
