"""A lost update, and the lock that prevents it.

`counter += 1` looks like one step and is three: load the counter, add one, store it. If the interpreter switches threads
between the load and the store, the other thread counts from the same old value, and one of the two updates is lost.
The GIL does not help: it keeps the interpreter whole, not your program.

What to notice
- without a lock, updates are lost whenever a switch falls between load and store. How many depends on where the
  switches fall; under a fixed number of instructions a turn they fall in the same places at each run.
- CPython 3.13 may lose none here: it switches only at certain instructions. The program is wrong all the same.
- with a lock, none is lost, and it costs time.
"""
import sys
import threading
import time

THREADS = 4
ROUNDS = 500_000

# A turn of so many instructions, where the interpreter counts them. The number is a prime: if the length of a loop divided
# it, each turn would end at the same place of the loop, and that may be a harmless one.
if hasattr(sys, "setcheckinterval"):
    sys.setcheckinterval(10_007)

counter = 0
lock = threading.Lock()


def count_without_lock():
    global counter
    for _ in range(ROUNDS):
        value = counter  # load ...
        value = value + 1
        counter = value  # ... and store: a switch in between loses what others stored


def count_in_one_statement():
    global counter
    for _ in range(ROUNDS):
        counter += 1  # the same three steps, only harder to see


def count_with_lock():
    global counter
    for _ in range(ROUNDS):
        with lock:
            counter += 1


def race(count):
    """Lets all threads count together; returns what they got and how long it took."""
    global counter
    counter = 0
    threads = [threading.Thread(target=count) for _ in range(THREADS)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counter, time.perf_counter() - start


def main():
    expected = THREADS * ROUNDS
    print(f"{THREADS} threads, each adds one {ROUNDS:,} times\n")
    print(f"{'':<26}{'expected':>9}{'got':>9}{'lost':>9}{'seconds':>9}")
    for count in (count_without_lock, count_in_one_statement, count_with_lock):
        got, took = race(count)
        print(f"{count.__name__:<26}{expected:>9}{got:>9}{expected - got:>9}{took:>9.2f}")
    print("\nOne line of Python is not one step of the interpreter; a lock makes it one.")


if __name__ == "__main__":
    main()
