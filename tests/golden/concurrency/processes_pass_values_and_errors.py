import multiprocessing as mp
import os
import sys


def double(x):
    return x * 2


def fail(x):
    if x == 3:
        raise ValueError("three", x)
    return x


class Odd(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.a, self.b = a, b


def raise_odd():
    raise Odd(1, "two")


def child(queue, pipe, event, n):
    event.wait(5)
    queue.put((n, os.getpid() != n))
    pipe.send({"from": mp.current_process().name, "parent": mp.parent_process() is not None})
    pipe.close()


def exits(code):
    sys.exit(code)


if __name__ == "__main__":
    with mp.Pool(2) as pool:
        print(pool.map(double, range(5)), pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply(double, (21,)))
        print(sorted(pool.imap_unordered(double, range(4))), list(pool.imap(double, "ab", chunksize=2)))
        try:
            pool.map(fail, range(5))
        except ValueError as error:
            print("ValueError", error.args, type(error.__cause__).__name__)
        result = pool.apply_async(raise_odd)
        result.wait(5)
        print(result.ready(), result.successful())
        try:
            result.get()
        except Odd as error:
            print(error.a, error.b)
        log = []
        pool.apply_async(double, (4,), callback=log.append).wait()
        pool.apply_async(fail, (3,), error_callback=lambda e: log.append(repr(e))).wait()
    print(log)
    queue, event = mp.Queue(), mp.Event()
    mine, theirs = mp.Pipe(duplex=False)
    process = mp.Process(target=child, args=(queue, theirs, event, os.getpid()), name="kid")
    print(repr(process).replace(str(os.getpid()), "ME"), process.pid, process.exitcode, process.is_alive())
    process.start()
    theirs.close()
    event.set()
    print(queue.get()[1], mine.recv(), process.join(), process.exitcode, process.is_alive())
    try:
        mine.recv()
    except EOFError:
        print("end of pipe")
    for code in (0, 3, "text", None, True):
        process = mp.Process(target=exits, args=(code,))
        process.start()
        process.join()
        print(repr(code), process.exitcode)
