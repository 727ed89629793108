# How a process's function ends and what exit code that is.
import multiprocessing as mp
import os
import re
import signal
import sys
from multiprocessing import Process


def plain(thing):
    """Its text without numbers that differ from run to run."""
    return re.sub("(pid|parent)=\\d+|0x[0-9a-f]+", "N", str(thing))


def a():
    sys.exit()


def b():
    sys.exit(5)


def c():
    sys.exit("text")


def d():
    1 / 0


def e():
    os._exit(9)


def f():
    os.kill(os.getpid(), signal.SIGKILL)


def g():
    sys.exit(True)


def h():
    raise SystemExit((1, 2))


def i():
    raise KeyboardInterrupt


def main():
    for t in (a, b, c, d, e, f, g, i, h):
        p = Process(target=t)
        p.start()
        p.join()
        print(t.__name__, p.exitcode, plain(p), flush=True)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
