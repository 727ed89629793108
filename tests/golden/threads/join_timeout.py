import threading
e = threading.Event()
t = threading.Thread(target=e.wait); t.start()
t.join(timeout=0.01)
print(t.is_alive())
e.set()
t.join(timeout=10)
print(t.is_alive())
try:
    threading.current_thread().join()
except RuntimeError as x:
    print(x)
