import threading
l, d, s = [], {}, set()
def work(n):
    for i in range(200):
        l.append(i)
        d[n, i] = i
        s.add(i)
ts = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(len(l), sum(l), len(d), len(s))
