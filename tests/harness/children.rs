//! Child VMs: what travels to them, what comes back, and what a dead one is.

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
fn a_pool_maps_a_function_of_main() {
    prints(
        "from multiprocessing import Pool\n\
         def square(x): return x * x\n\
         with Pool(2) as pool: print(pool.map(square, range(5)))\n",
        "[0, 1, 4, 9, 16]\n",
    );
}

#[test]
fn a_lambda_and_a_closure_travel() {
    prints(
        "from multiprocessing import Pool\n\
         def adder(n): return lambda x: x + n\n\
         with Pool(2) as pool:\n    print(pool.map(lambda x: x * 10, [1, 2]), pool.map(adder(5), [1, 2]))\n",
        "[10, 20] [6, 7]\n",
    );
}

#[test]
fn an_exception_comes_back() {
    prints(
        "from multiprocessing import Pool\n\
         def fail(x): raise ValueError(f'no {x}')\n\
         with Pool(1) as pool:\n    try: pool.map(fail, [3])\n    except ValueError as e: print(repr(e))\n",
        "ValueError('no 3')\n",
    );
}

#[test]
fn a_queue_carries_objects_between_processes() {
    prints(
        "from multiprocessing import Process, Queue\n\
         def work(q): q.put({'a': [1, 2.5, None]})\n\
         q = Queue()\np = Process(target=work, args=(q,))\np.start()\nprint(q.get())\np.join()\nprint(p.exitcode)\n",
        "{'a': [1, 2.5, None]}\n0\n",
    );
}

#[test]
fn a_pipe_goes_both_ways() {
    prints(
        "from multiprocessing import Process, Pipe\n\
         def work(end): end.send(end.recv() + 1)\n\
         here, there = Pipe()\np = Process(target=work, args=(there,))\np.start()\nhere.send(41)\n\
         print(here.recv())\np.join()\n",
        "42\n",
    );
}

#[test]
fn globals_are_not_shared() {
    prints(
        "from multiprocessing import Process\n\
         counter = 0\n\
         def work():\n    global counter\n    counter += 1\n\
         p = Process(target=work)\np.start()\np.join()\nprint(counter, p.exitcode)\n",
        "0 0\n",
    );
}

#[test]
fn an_exit_status_is_seen() {
    prints(
        "import sys\nfrom multiprocessing import Process\n\
         p = Process(target=sys.exit, args=(3,))\np.start()\np.join()\nprint(p.exitcode, p.is_alive())\n",
        "3 False\n",
    );
}

#[test]
fn a_killed_child_is_an_error_and_not_a_hang() {
    prints(
        "import os, signal\nfrom multiprocessing import Process\n\
         p = Process(target=lambda: os.kill(os.getpid(), signal.SIGKILL))\np.start()\np.join()\nprint(p.exitcode)\n",
        "-9\n",
    );
    let outcome = program(
        "from concurrent.futures import ProcessPoolExecutor\n\
         with ProcessPoolExecutor(1) as pool:\n    \
         future = pool.submit(eval, \"__import__('os')._exit(9)\")\n    \
         try: future.result()\n    except Exception as e: print(type(e).__name__)\n",
    );
    assert!(!outcome.timed_out, "a dead worker hangs its pool");
    assert_eq!(outcome.stdout, "BrokenProcessPool\n", "{}", outcome.stderr);
}

#[test]
fn a_worker_that_dies_fails_its_task_and_is_replaced() {
    prints(
        "import os\nfrom multiprocessing import Pool\n\
         def work(x):\n    if x == 3: os._exit(7)\n    return x\n\
         with Pool(2) as pool:\n    \
         try: pool.map(work, range(8), 1)\n    \
         except Exception as e: print(type(e).__name__, 'exit code 7' in str(e))\n    \
         print(pool.map(work, [1, 2]))\n",
        "WorkerDiedError True\n[1, 2]\n",
    );
}

#[test]
fn workers_that_cannot_begin_break_their_pool() {
    prints(
        "import os\nfrom multiprocessing import Pool\n\
         with Pool(2, initializer=os._exit, initargs=(5,)) as pool:\n    \
         try: pool.map(abs, [1])\n    except Exception as e: print(type(e).__name__, 'before it was ready' in str(e))\n",
        "WorkerDiedError True\n",
    );
}

#[test]
fn a_process_that_is_forked_ends_with_its_own_status() {
    prints(
        "import os, sys\npid = os.fork()\nif pid == 0: sys.exit(3)\n\
         print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))\n",
        "3\n",
    );
}

#[test]
fn the_fork_method_copies_what_is_there() {
    prints(
        "import multiprocessing as mp\nmp.set_start_method('fork')\nstate = []\n\
         def work(q): q.put(state)\n\
         state.append(5)\nq = mp.Queue()\np = mp.Process(target=work, args=(q,))\np.start()\n\
         print(q.get(), p.join(), p.exitcode)\n",
        "[5] None 0\n",
    );
}

#[test]
fn a_child_goes_when_its_parent_is_gone() {
    // The pool's worker would keep the pipe of this program's output open, and with it the test.
    let outcome = program("import os\nfrom multiprocessing import Pool\np = Pool(2)\nos._exit(0)\n");
    assert!(!outcome.timed_out, "{}", outcome.stderr);
}

#[test]
fn a_worker_that_is_killed_amid_a_map_fails_it_and_is_replaced() {
    prints(
        "import os, signal, time\nfrom multiprocessing import Pool\n\
         def work(x):\n    if x == 2: os.kill(os.getpid(), signal.SIGKILL)\n    time.sleep(0.05)\n    return x\n\
         with Pool(2) as pool:\n    \
         try: pool.map(work, range(20), 1)\n    \
         except Exception as e: print(type(e).__name__, 'exit code -9' in str(e))\n    \
         print(pool.map(work, [4, 5]))\n",
        "WorkerDiedError True\n[4, 5]\n",
    );
}

#[test]
fn a_task_that_exits_is_an_error_and_not_a_hang() {
    prints(
        "import sys\nfrom multiprocessing import Pool\n\
         with Pool(1) as pool:\n    \
         try: pool.apply(sys.exit, (3,))\n    except Exception as e: print(type(e).__name__, 'exit code 3' in str(e))\n    \
         print(pool.apply(abs, (-1,)))\n",
        "WorkerDiedError True\n1\n",
    );
}

#[test]
fn what_cannot_be_unpickled_is_an_error_and_not_a_hang() {
    prints(
        "from multiprocessing import Pool\n\
         class Bad:\n    def __reduce__(self): return int, ('x',)\n\
         class Boom(Exception):\n    def __init__(self, a, b): super().__init__('one')\n\
         def result(): return Bad()\n\
         def fail(): raise Boom(1, 2)\n\
         with Pool(1) as pool:\n    \
         for function, arguments in (result, ()), (fail, ()), (abs, (Bad(),)):\n        \
         try: pool.apply(function, arguments)\n        except Exception as e: print(type(e).__name__)\n    \
         print(pool.apply(abs, (-1,)))\n",
        "ValueError\nTypeError\nValueError\n1\n",
    );
}

#[test]
fn nothing_is_left_behind() {
    prints(
        "import gc, os, threading\nimport multiprocessing as mp\n\
         from concurrent.futures import ProcessPoolExecutor\n\
         def use(method):\n    \
         context = mp.get_context(method)\n    \
         p = context.Process(target=abs, args=(1,))\n    p.start()\n    p.join()\n    p.close()\n    \
         with context.Pool(2) as pool: pool.map(abs, range(4))\n    \
         q = context.Queue()\n    q.put(1)\n    q.get()\n    q.close()\n    q.join_thread()\n    \
         with ProcessPoolExecutor(1, mp_context=context) as pool: pool.submit(abs, 1).result()\n    \
         value, array, event = context.Value('i'), context.Array('i', 9), context.Event()\n\
         def round():\n    use('spawn')\n    use('fork')\n    gc.collect()\n    \
         return len(os.listdir('/proc/self/fd')), threading.active_count(), mp.active_children()\n\
         first = round()\nprint(all(round() == first for _ in range(3)))\n\
         print(os.waitpid(-1, os.WNOHANG))\n",
        // What is there, and runs, is the zygote.
        "True\n(0, 0)\n",
    );
}
