# A process as a subclass.
import multiprocessing as mp
import re
from multiprocessing import Process


def plain(thing):
    """Its text without numbers that differ from run to run."""
    return re.sub("(pid|parent)=\\d+|0x[0-9a-f]+", "N", str(thing))


class P(Process):

    def __init__(self, q, **k):
        super().__init__(**k)
        self.q = q

    def run(self):
        self.q.put((self.name, self.daemon, mp.current_process().name, mp.parent_process().name))


def main():
    q = mp.Queue()
    p = P(q, name="bob", daemon=True)
    print(plain(p), p.is_alive(), p.exitcode, p.pid)
    p.start()
    print(q.get())
    p.join()
    print(plain(p), p.exitcode, p.is_alive(), type(p.pid), p.sentinel > 0)
    p.close()
    try:
        p.is_alive()
    except ValueError as e:
        print(plain(e))
    try:
        p.start()
    except Exception as e:
        print(type(e).__name__, plain(e))


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
