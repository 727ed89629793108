# Processes used at the wrong time or with the wrong arguments.
import multiprocessing as mp
import re
from multiprocessing import Process


def plain(thing):
    """Its text without numbers that differ from run to run."""
    return re.sub("(pid|parent)=\\d+|0x[0-9a-f]+", "N", str(thing))


def f():
    pass


def main():
    p = Process(target=f)
    for m in (p.join, p.terminate, p.kill):
        try:
            m()
        except BaseException as e:
            print(type(e).__name__, e)
    p.start()
    try:
        p.start()
    except BaseException as e:
        print(type(e).__name__, e)
    try:
        p.daemon = True
    except BaseException as e:
        print(type(e).__name__, plain(e))
    p.join()
    try:
        Process(1)
    except BaseException as e:
        print(type(e).__name__, e)
    try:
        Process(target=f, bogus=1)
    except BaseException as e:
        print(type(e).__name__, e)
    p = Process(name=3) if 0 else Process()
    print(p.name.startswith("Process-"), p.authkey == mp.current_process().authkey)
    p.name = "zed"
    print(p.name, plain(p))
    try:
        p.name = 1
    except BaseException as e:
        print(type(e).__name__, e)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
