import threading
c = threading.Condition()
items, log = [], []
def consumer():
    for _ in range(5):
        with c:
            while not items:
                c.wait()
            log.append(items.pop(0))
t = threading.Thread(target=consumer); t.start()
for i in range(5):
    with c:
        items.append(i)
        c.notify()
t.join()
print(log)
with c:
    print(c.wait(timeout=0.01), c.wait_for(lambda: False, timeout=0.01), c.wait_for(lambda: "yes"))
for f in (c.wait, c.notify):
    try:
        f()
    except RuntimeError as e:
        print(e)
