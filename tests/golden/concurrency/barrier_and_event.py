# A barrier lets its parties go together; an event wakes everyone who waits for it.
import threading

barrier = threading.Barrier(3, action=lambda: print("all here"))
places = []
threads = [threading.Thread(target=lambda: places.append(barrier.wait())) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(places), barrier.n_waiting, barrier.parties, barrier.broken)

barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError as error:
    print("broken", repr(error), barrier.broken)
barrier.reset()
print(barrier.broken)

event = threading.Event()
print(event.wait(0.01), event.is_set())
woken = []
threads = [threading.Thread(target=lambda: woken.append(event.wait())) for _ in range(3)]
for thread in threads:
    thread.start()
event.set()
for thread in threads:
    thread.join()
print(woken)
event.clear()
print(event.is_set())
