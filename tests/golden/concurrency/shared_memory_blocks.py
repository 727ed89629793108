# Blocks and lists in shared memory, by name.
from multiprocessing import Process, shared_memory
from multiprocessing.managers import SharedMemoryManager


def change(name):
    block = shared_memory.SharedMemory(name)
    block.buf[0] = ord("J")
    block.close()


def main():
    block = shared_memory.SharedMemory(create=True, size=100)
    block.buf[:5] = b"hello"
    p = Process(target=change, args=(block.name,))
    p.start()
    p.join()
    print(block.size, bytes(block.buf[:6]), repr(block) == f"SharedMemory({block.name!r}, size=100)")
    try:
        shared_memory.SharedMemory(block.name, create=True, size=1)
    except FileExistsError as e:
        print("exists")
    block.close()
    block.unlink()
    for call in (lambda: shared_memory.SharedMemory("no_such_block"), lambda: shared_memory.SharedMemory(),
                 lambda: shared_memory.SharedMemory(create=True), lambda: shared_memory.SharedMemory("x", size=-1)):
        try:
            call()
        except (OSError, ValueError) as e:
            print(repr(e))
    with SharedMemoryManager() as manager:
        block = manager.SharedMemory(64)
        print(block.size, list(manager.ShareableList([1, "x"])))
        name = block.name
    try:
        shared_memory.SharedMemory(name)
    except FileNotFoundError:
        print("gone")


if __name__ == "__main__":
    main()
