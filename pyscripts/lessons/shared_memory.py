"""Shared memory against pickling: how 16 MiB get to another process and back.

What goes through a pipe is copied into the system and out of it again, both ways, and whoever wants a part of it has
read all of it. Shared memory is the same memory in both processes: only its name travels.

What to notice
- through the pipe the time grows with the size: each byte is copied several times
- with shared memory it does not: sending a name of 12 letters takes as long for 1 KiB as for 16 MiB
- the other side of it: two processes that change the same bytes need a lock, as threads do
"""
import time
from multiprocessing import Pipe, Process, shared_memory

SIZES = 1 << 10, 1 << 20, 16 << 20
ROUNDS = 5


def answer_bytes(connection):
    """Change the last byte of what comes, and send all of it back."""
    while data := connection.recv():
        connection.send(data[:-1] + b"!")


def answer_names(connection):
    """Change the last byte of the memory that is named, and say so."""
    while name := connection.recv():
        block = shared_memory.SharedMemory(name)
        block.buf[block.size - 1] = ord("!")
        block.close()
        connection.send(True)


def by_pipe(connection, size):
    data = b"x" * size
    start = time.perf_counter()
    for _ in range(ROUNDS):
        connection.send(data)
        assert connection.recv().endswith(b"!")
    return (time.perf_counter() - start) / ROUNDS


def by_name(connection, size):
    block = shared_memory.SharedMemory(create=True, size=size)
    start = time.perf_counter()
    for _ in range(ROUNDS):
        block.buf[size - 1] = ord("x")
        connection.send(block.name)
        connection.recv()
        assert block.buf[size - 1] == ord("!")
    took = (time.perf_counter() - start) / ROUNDS
    block.close()
    block.unlink()
    return took


def measure(answer, way):
    here, there = Pipe()
    process = Process(target=answer, args=(there,))
    process.start()
    way(here, SIZES[0])
    times = [way(here, size) for size in SIZES]
    here.send(None)
    process.join()
    return times


def main():
    piped, named = measure(answer_bytes, by_pipe), measure(answer_names, by_name)
    print("there and back, milliseconds\n")
    print(f"{'size':>12}{'pickled':>12}{'shared':>12}{'ratio':>9}")
    for size, pipe, name in zip(SIZES, piped, named):
        print(f"{size >> 10:>8} KiB{pipe * 1e3:>12.3f}{name * 1e3:>12.3f}{pipe / name:>8.1f}x")
    print("\nThe pipe copies every byte; of shared memory only the name travels.")


if __name__ == "__main__":
    main()
