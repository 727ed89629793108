import threading
l = threading.Lock()
print(l.acquire(), l.locked(), l.acquire(blocking=False), l.acquire(timeout=0.01), l.acquire(False))
l.release()
try:
    l.release()
except RuntimeError as e:
    print(e)
with l as got:
    print(got, l.locked())
print(l.locked())
for a in ((False, 1), (True, -5)):
    try:
        l.acquire(*a)
    except ValueError as e:
        print(e)
def holder(): l.acquire()
t = threading.Thread(target=holder); t.start(); t.join()
print(l.locked())
l.release()
