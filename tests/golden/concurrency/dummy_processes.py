# multiprocessing.dummy: threads with the interface of processes.
from multiprocessing import dummy

p = dummy.Process(target=print, args=("runs",), name="one")
print(p.name, p.exitcode)
p.start()
p.join()
print(p.exitcode, dummy.active_children())
a, b = dummy.Pipe()
a.send([1])
print(b.poll(), b.recv(), b.poll(0.01))
q = dummy.JoinableQueue()
q.put(3)
print(q.get(), q.task_done(), q.join())
with dummy.Pool(2) as pool:
    print(pool.map(abs, [-1, -2]), pool.apply(pow, (2, 3)))
m = dummy.Manager()
print(m.dict(a=1), m.list([1]), m.Namespace(x=1), m.Value("i", 4).value, m.Array("i", [1, 2])[1])
