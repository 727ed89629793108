# A child starts children.
import multiprocessing as mp
from multiprocessing import Process


def leaf(q, n):
    q.put(n)


def f(q):
    ps = [Process(target=leaf, args=(q, i)) for i in range(3)]
    [p.start() for p in ps]
    [p.join() for p in ps]


def main():
    q = mp.Queue()
    p = Process(target=f, args=(q,))
    p.start()
    print(sorted((q.get() for _ in range(3))))
    p.join()
    print(p.exitcode)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
