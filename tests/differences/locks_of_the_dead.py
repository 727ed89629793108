# difference: A lock passes on when the process that holds it dies
# cause: gilly's locks between processes say who has taken them, and who waits looks whether that one is still alive. In CPython nobody can ever acquire such a lock again.
# workaround: `acquire(timeout=...)`.
import os
import signal
from multiprocessing import Lock, Process


def die(lock):
    lock.acquire()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    lock = Lock()
    process = Process(target=die, args=(lock,))
    process.start()
    process.join()
    print(lock.acquire(timeout=2))
