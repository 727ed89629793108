import threading
log = []
class D:
    def __del__(self): log.append(threading.current_thread().name)
def work():
    d = D()
t = threading.Thread(target=work, name="w"); t.start(); t.join()
print(log)
class Holder: pass
h = Holder(); h.d = D()
def drop(): del h.d
t = threading.Thread(target=drop, name="dropper"); t.start(); t.join()
print(log)
