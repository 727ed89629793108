# difference: `Queue.put` pickles at once, and a process may end before its queue is read
# cause: gilly's queues lie in memory that the processes share, so that no thread has to feed a pipe. In CPython a thread pickles later: an error is printed there and the object lost, and a process waits at its end until somebody has read what it added.
# workaround: Read the queue before you join the process; try `pickle.dumps` first.
from multiprocessing import Process, Queue


def fill(queue):
    for _ in range(100):
        queue.put("x" * 10_000)


if __name__ == "__main__":
    queue = Queue()
    try:
        queue.put(open("/dev/null"))
        print("put")
    except TypeError as error:
        print(error)
    queue = Queue()
    process = Process(target=fill, args=(queue,))
    process.start()
    process.join(timeout=2)
    print(process.exitcode)
    process.terminate()
