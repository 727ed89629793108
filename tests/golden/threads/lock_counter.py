import threading
count = 0
lock = threading.Lock()
def work():
    global count
    for _ in range(500):
        with lock:
            count += 1
ts = [threading.Thread(target=work) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(count, lock.locked())
