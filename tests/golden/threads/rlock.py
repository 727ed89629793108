import threading
r = threading.RLock()
with r:
    with r:
        print("nested", r.acquire())
    r.release()
try:
    r.release()
except RuntimeError as e:
    print(e)
got = []
with r:
    t = threading.Thread(target=lambda: got.append(r.acquire(blocking=False)))
    t.start(); t.join()
print(got)
def other():
    try:
        r.release()
    except RuntimeError as e:
        print(e)
with r:
    t = threading.Thread(target=other); t.start(); t.join()
