import heapq
from collections import deque
from itertools import count


class Task:
    ids = count(1)

    def __init__(self, name, body):
        self.id = next(self.ids)
        self.name, self.body, self.send = name, body, None
        self.waiters = []


class Scheduler:
    def __init__(self):
        self.ready, self.sleeping, self.clock, self.log = deque(), [], 0, []
        self.order = count()
        self.tasks = {}

    def spawn(self, name, body):
        task = Task(name, body)
        self.tasks[name] = task
        self.ready.append(task)
        return task

    def note(self, *words):
        self.log.append(f"{self.clock:>3} " + " ".join(map(str, words)))

    def step(self, task):
        try:
            request = task.body.throw(task.send) if isinstance(task.send, BaseException) else task.body.send(task.send)
        except StopIteration as stop:
            self.finish(task, stop.value)
            return
        except Exception as error:
            self.note(task.name, "died:", repr(error))
            self.finish(task, error)
            return
        task.send = None
        match request:
            case ("sleep", n):
                heapq.heappush(self.sleeping, (self.clock + n, next(self.order), task))
            case ("join", name) if name in self.tasks:
                self.tasks[name].waiters.append(task)
            case ("join", name):
                task.send = LookupError(name)
                self.ready.append(task)
            case ("spawn", name, body):
                task.send = self.spawn(name, body).id
                self.ready.append(task)
            case None:
                self.ready.append(task)
            case other:
                task.send = TypeError(f"bad request {other!r}")
                self.ready.append(task)

    def finish(self, task, value):
        del self.tasks[task.name]
        self.note(task.name, "ends with", repr(value))
        for waiter in task.waiters:
            waiter.send = value
            self.ready.append(waiter)

    def run(self):
        while self.ready or self.sleeping:
            while self.ready:
                self.step(self.ready.popleft())
            if self.sleeping:
                self.clock, _, task = heapq.heappop(self.sleeping)
                self.ready.append(task)
        return self.log


s = Scheduler()


def worker(n, delay):
    total = 0
    for i in range(n):
        total += i
        s.note("worker", n, "at", i)
        yield "sleep", delay
    return total


def boss():
    me = yield "spawn", "w3", worker(3, 2)
    other = yield "spawn", "w2", worker(2, 3)
    s.note("boss spawned", me, other)
    a = yield "join", "w3"
    s.note("boss got", a)
    try:
        yield "join", "nobody"
    except LookupError as error:
        s.note("boss caught", repr(error))
    try:
        b = yield "join", "w2"
        s.note("boss got", b)
    except LookupError as error:
        s.note("boss late for", error)
    yield 42


def failing():
    yield
    try:
        yield "sleep", 1
        1 / 0
    finally:
        s.note("failing cleans up")


s.spawn("boss", boss())
s.spawn("failing", failing())
print("\n".join(s.run()))
