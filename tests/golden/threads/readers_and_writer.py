import threading
data, version, lock, bad = [0, 0], 0, threading.RLock(), []
stop = threading.Event()
def reader():
    while not stop.is_set():
        with lock:
            if data[0] != data[1]: bad.append(list(data))
def writer():
    for i in range(300):
        with lock:
            data[0] = i
            data[1] = i
ts = [threading.Thread(target=reader) for _ in range(2)]
for t in ts: t.start()
w = threading.Thread(target=writer); w.start(); w.join()
stop.set()
for t in ts: t.join()
print(bad, data)
