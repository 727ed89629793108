import threading
seen = []
threading.excepthook = lambda a: seen.append((a.exc_type.__name__, str(a.exc_value), a.thread.name))
def bad(): raise ValueError("in thread")
t = threading.Thread(target=bad, name="worker"); t.start(); t.join()
print(seen)
def leave(): raise SystemExit(3)
t = threading.Thread(target=leave); t.start(); t.join()
print(len(seen), "main goes on")
