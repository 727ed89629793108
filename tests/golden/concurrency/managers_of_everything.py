# A SyncManager's objects, nested and handed on; iterators and pools by proxy.
import multiprocessing as mp
from multiprocessing.managers import BaseManager, RemoteError


def work(d, items):
    d["c"] = 3
    items.append(9)


class Counter:
    def __init__(self, start):
        self.n = start

    def step(self):
        self.n += 1
        return self.n


class Counters(BaseManager):
    pass


Counters.register("Counter", Counter)


def main():
    with mp.Manager() as m:
        d = m.dict(a=1)
        d["b"] = 2
        items = m.list([1])
        items.append(d)
        print(items[0], type(items[1]).__name__, items[1]["b"], str(d))
        p = mp.Process(target=work, args=(d, items))
        p.start()
        p.join()
        print(sorted(d.items()), d.get("z"), "a" in d, items[-1], len(items))
        items += [5, 6]
        print(items[2:], items.pop(), items.count(5), list(reversed(m.list([1, 2]))))
        space = m.Namespace(x=1)
        space.y = 2
        print(space, space.x + space.y, m.Value("i", 5).value, list(m.Array("i", [1, 2])))
        with m.Lock(), m.Semaphore(1):
            print("held")
        event, barrier = m.Event(), m.Barrier(1)
        event.set()
        print(event.is_set(), event.wait(1), barrier.wait(), barrier.parties)
        q = m.Queue(1)
        q.put(3)
        print(q.full(), q.get(), q.empty())
        with m.Pool(2) as pool:
            print(pool.map(abs, [-1]), pool.apply_async(abs, (-5,)).get(5), list(pool.imap(abs, [-2, -3])))
        for call in (lambda: d["zz"], lambda: items[99], lambda: m.list(5)):
            try:
                call()
            except (KeyError, IndexError, RemoteError) as e:
                print(type(e).__name__)
    with Counters(("127.0.0.1", 0), b"key") as m:
        c = m.Counter(5)
        other = Counters(m.address, b"key")
        other.connect()
        print(c.step(), c.step(), other.Counter(1).step(), type(c).__name__)
        try:
            Counters(m.address, b"wrong").connect()
        except mp.AuthenticationError as e:
            print(e)


if __name__ == "__main__":
    main()
