# A daemon may not have children.
import multiprocessing as mp
from multiprocessing import Process


def sub():
    pass


def f(q):
    try:
        Process(target=sub).start()
        q.put("started")
    except AssertionError as e:
        q.put(str(e))


def main():
    q = mp.Queue()
    p = Process(target=f, args=(q,), daemon=True)
    p.start()
    print(q.get())
    p.join()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
