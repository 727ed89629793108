import threading
d = threading.local()
d.x = "main"
log = []
def work(n):
    log.append(hasattr(d, "x"))
    d.x = n
    log.append(d.x)
for i in range(2):
    t = threading.Thread(target=work, args=(i,)); t.start(); t.join()
print(log, d.x, vars(d))
class L(threading.local):
    def __init__(self, v): self.v = v
l = L(5)
def f(): log.append(l.v); l.v = 9
t = threading.Thread(target=f); t.start(); t.join()
print(log[-1], l.v)
