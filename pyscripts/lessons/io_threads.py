"""Threads on work that waits.

A thread that waits (for a timer, a pipe, a socket) gives the GIL up until what it waits for is there. So waits overlap,
even though only one thread at a time runs Python.

What to notice
- serial takes the sum of the waits, threads about as long as one of them.
- it is the same for every kind of wait: the interpreter gives the GIL up around each system call that may block.
"""
import os
import socket
import threading
import time

WAITS = 4
DELAY = 0.15


def sleep():
    time.sleep(DELAY)


def answer_later(send):
    """Plays the slow other side: sends one message after a while."""
    timer = threading.Timer(DELAY, send, [b"here you are"])
    timer.start()
    return timer


def read_pipe():
    reading, writing = os.pipe()
    answer_later(lambda message: os.write(writing, message))
    message = os.read(reading, 100)  # waits here, without the GIL
    os.close(reading)
    os.close(writing)
    return message


def read_socket():
    ours, theirs = socket.socketpair()
    answer_later(theirs.sendall)
    message = ours.recv(100)  # and here
    ours.close()
    theirs.close()
    return message


def serially(wait):
    for _ in range(WAITS):
        wait()


def on_threads(wait):
    threads = [threading.Thread(target=wait) for _ in range(WAITS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def seconds(way, wait):
    start = time.perf_counter()
    way(wait)
    return time.perf_counter() - start


def main():
    print(f"{WAITS} waits of {DELAY} seconds each\n")
    print(f"{'wait':<14}{'serial':>8}{'threads':>9}{'speedup':>10}")
    for wait in (sleep, read_pipe, read_socket):
        serial, threaded = seconds(serially, wait), seconds(on_threads, wait)
        print(f"{wait.__name__:<14}{serial:>8.2f}{threaded:>9.2f}{serial / threaded:>9.1f}x")
    print("\nWho waits does not hold the GIL, so all can wait at once.")


if __name__ == "__main__":
    main()
