# Arguments and results that cannot be pickled.
import multiprocessing as mp
import re
import threading
from multiprocessing import Pool


def plain(thing):
    """Its text without numbers that differ from run to run."""
    return re.sub("(pid|parent)=\\d+|0x[0-9a-f]+", "N", str(thing))


def lock():
    return threading.Lock()


def gen():
    return (i for i in [1])


class E(Exception):

    def __init__(self, a, b):
        super().__init__(a)


def exc():
    raise E(1, 2)


def main():
    with Pool(1) as p:
        for f in (lock, gen):
            try:
                p.apply(f)
            except Exception as e:
                print(type(e).__name__, str(e).split("Reason")[-1][:70])
        try:
            p.map(abs, [threading.Lock()])
        except Exception as e:
            print(type(e).__name__, plain(e))
        print(p.apply(abs, (-1,)))
        try:
            p.apply_async(abs, (threading.Lock(),)).get()
        except Exception as e:
            print(type(e).__name__, plain(e))
        print(p.apply(abs, (-1,)))


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
