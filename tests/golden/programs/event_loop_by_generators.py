"""A small scheduler of generator tasks with sleeping, channels, cancellation and results."""
import collections
import heapq


class Sleep:
    def __init__(self, ticks): self.ticks = ticks


class Get:
    def __init__(self, channel): self.channel = channel


class Put:
    def __init__(self, channel, value): self.channel, self.value = channel, value


class Spawn:
    def __init__(self, coroutine): self.coroutine = coroutine


class Cancelled(Exception):
    pass


class Task:
    count = 0

    def __init__(self, coroutine):
        Task.count += 1
        self.number, self.coroutine, self.result, self.waiting = Task.count, coroutine, None, True


class Loop:
    def __init__(self):
        self.now, self.ready, self.sleeping, self.getters = 0, collections.deque(), [], collections.defaultdict(collections.deque)
        self.channels = collections.defaultdict(collections.deque)
        self.log = []

    def spawn(self, coroutine):
        task = Task(coroutine)
        self.ready.append((task, None))
        return task

    def cancel(self, task):
        self.ready.append((task, Cancelled(f"task {task.number}")))

    def step(self, task, value):
        try:
            if isinstance(value, Exception):
                asked = task.coroutine.throw(value)
            else:
                asked = task.coroutine.send(value)
        except StopIteration as stop:
            task.result, task.waiting = stop.value, False
            self.log.append(f"{self.now}: task {task.number} returned {stop.value!r}")
            return
        except Cancelled as error:
            task.waiting = False
            self.log.append(f"{self.now}: cancelled {error}")
            return
        match asked:
            case Sleep(ticks=n):
                heapq.heappush(self.sleeping, (self.now + n, task.number, task))
            case Get(channel=name):
                if self.channels[name]:
                    self.ready.append((task, self.channels[name].popleft()))
                else:
                    self.getters[name].append(task)
            case Put(channel=name, value=item):
                if self.getters[name]:
                    self.ready.append((self.getters[name].popleft(), item))
                else:
                    self.channels[name].append(item)
                self.ready.append((task, None))
            case Spawn(coroutine=c):
                self.ready.append((task, self.spawn(c)))
            case None:
                self.ready.append((task, None))
            case other:
                self.ready.append((task, TypeError(f"cannot wait for {other!r}")))

    def run(self):
        while self.ready or self.sleeping:
            while self.ready:
                task, value = self.ready.popleft()
                if task.waiting:
                    self.step(task, value)
            if self.sleeping:
                self.now, _, task = heapq.heappop(self.sleeping)
                self.ready.append((task, None))


def producer(name, items, pause):
    for item in items:
        yield Sleep(pause)
        yield Put("work", f"{name}{item}")
    return len(items)


def consumer(loop, count):
    got = []
    for _ in range(count):
        got.append((yield Get("work")))
        loop.log.append(f"{loop.now}: got {got[-1]}")
    return got


def stubborn():
    while True:
        try:
            yield Sleep(100)
        except Cancelled:
            yield Sleep(1)
            raise


def parent(loop):
    child = yield Spawn(producer("c", [1], 1))
    forever = yield Spawn(stubborn())
    yield Sleep(2)
    loop.cancel(forever)
    try:
        yield "nonsense"
    except TypeError as error:
        loop.log.append(str(error))
    return child.result


loop = Loop()
loop.spawn(consumer(loop, 6))
loop.spawn(producer("a", [1, 2, 3], 2))
loop.spawn(producer("b", [1, 2], 3))
loop.spawn(parent(loop))
loop.run()
print("\n".join(loop.log))
