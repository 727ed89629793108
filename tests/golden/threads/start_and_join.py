import threading
out = []
def work(n, *, k=0): out.append(n + k)
ts = [threading.Thread(target=work, args=(i,), kwargs={"k": 10}) for i in range(5)]
print(ts[0].is_alive(), ts[0].daemon, ts[0].ident)
for t in ts: t.start()
for t in ts: t.join()
print(sorted(out), any(t.is_alive() for t in ts))
for f in (ts[0].start, threading.Thread(target=work).join):
    try:
        f()
    except RuntimeError as e:
        print(e)
print(threading.current_thread() is threading.main_thread(), threading.current_thread().name, threading.active_count())
