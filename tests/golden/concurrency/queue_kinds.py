# The order of each kind of queue, its bounds, and what it says when it is shut down.
import queue
import threading

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    items = kind()
    for number in (3, 1, 2):
        items.put(number)
    print(kind.__name__, [items.get() for _ in range(3)], items.empty())

bounded = queue.Queue(maxsize=1)
bounded.put("a")
for call in (lambda: bounded.put_nowait("b"), lambda: bounded.put("b", timeout=0.01),
             lambda: queue.Queue().get_nowait(), lambda: queue.Queue().get(timeout=-1),
             lambda: queue.Queue().task_done()):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)

work, done = queue.Queue(2), []


def worker():
    while (item := work.get()) is not None:
        done.append(item * item)
        work.task_done()


thread = threading.Thread(target=worker)
thread.start()
for number in range(6):
    work.put(number)
work.join()
print(done, work.unfinished_tasks)
work.put(None)
thread.join()
work.put(1)
work.shutdown()
print(work.get())
for call in (work.get, lambda: work.put(2)):
    try:
        call()
    except queue.ShutDown as error:
        print(repr(error))
