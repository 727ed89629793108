import threading
done = threading.Event()
t = threading.Timer(0.01, done.set); t.start()
print(done.wait(5), t.is_alive() in (True, False))
c = threading.Timer(100, print, ["never"]); c.start(); c.cancel(); c.join()
d = threading.Thread(target=threading.Event().wait, daemon=True); d.start()
print(d.daemon, d.is_alive())
try:
    d.daemon = False
except RuntimeError as e:
    print(e)
