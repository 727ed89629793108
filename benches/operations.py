"""One operation, many times: prints the seconds it took, without what the loop around it takes.

usage: operations.py NAME TIMES. What runs here is timed by benches/interpreter.rs, which `cargo bench` starts.
"""
import sys
import threading
import time


def nothing(count):
    for _ in range(count):
        pass


def call(count):
    def function(a, b):
        return a

    for _ in range(count):
        function(1, 2)


def call_keyword(count):
    def function(a, b=2, *, c=3):
        return a

    for _ in range(count):
        function(1, c=4)


class Point:
    def __init__(self, x):
        self.x = x

    def method(self):
        return self


def method(count):
    point = Point(1)
    for _ in range(count):
        point.method()


def make(count):
    for _ in range(count):
        Point(1)


def load_attribute(count):
    point = Point(1)
    for _ in range(count):
        point.x


def store_attribute(count):
    point = Point(1)
    for _ in range(count):
        point.x = 2


def dict_get(count):
    table = {"a": 1, "b": 2, "c": 3}
    for _ in range(count):
        table["b"]


def dict_set(count):
    table = {}
    for number in range(count):
        table[number & 1023] = number


def dict_of_text(count):
    keys = [f"key {number}" for number in range(1024)]
    table = {}
    for number in range(count):
        table[keys[number & 1023]] = number


def hand_off(count):
    """The GIL goes to another thread and comes back: two threads that wake each other by turns."""
    ours, theirs = threading.Semaphore(0), threading.Semaphore(0)

    def answer():
        for _ in range(count):
            theirs.acquire()
            ours.release()

    thread = threading.Thread(target=answer)
    thread.start()
    for _ in range(count):
        theirs.release()
        ours.acquire()
    thread.join()


def lock(count):
    guard = threading.Lock()
    for _ in range(count):
        with guard:
            pass


def timed(work, count):
    start = time.perf_counter()
    work(count)
    return time.perf_counter() - start


def main():
    name, count = sys.argv[1], int(sys.argv[2])
    around = 0 if name == "hand_off" else timed(nothing, count)
    # What is quicker than the loop's own variation counts as a nanosecond in all, never as less than nothing.
    print(max(timed(globals()[name], count) - around, 1e-9))


main()
