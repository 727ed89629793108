# Processes that are terminated and killed.
import multiprocessing as mp
import re
import time
from multiprocessing import Process


def plain(thing):
    """Its text without numbers that differ from run to run."""
    return re.sub("(pid|parent)=\\d+|0x[0-9a-f]+", "N", str(thing))


def f():
    time.sleep(100)


def main():
    p = Process(target=f)
    p.start()
    print(p.join(0.1), p.is_alive(), p.exitcode)
    p.terminate()
    p.join()
    print(p.exitcode, plain(p))
    p = Process(target=f)
    p.start()
    p.kill()
    p.join()
    print(p.exitcode, plain(p))
    try:
        p.close()
        print("closed")
    except Exception as e:
        print(plain(e))
    p = Process(target=f, daemon=True)
    p.start()
    print(mp.active_children() == [p])
    try:
        p.close()
    except Exception as e:
        print(type(e).__name__, plain(e))


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
