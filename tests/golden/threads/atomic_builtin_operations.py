import threading
l, d, seen = [], {}, set()
def work(n):
    for i in range(300):
        l.append(n)
        d.setdefault(i, []).append(n)
        seen.add((n, i))
ts = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(len(l), [l.count(n) for n in range(3)], len(d), {len(v) for v in d.values()}, len(seen))
src = list(range(500))
out = []
def drain():
    try:
        while True: out.append(src.pop())
    except IndexError: pass
ts = [threading.Thread(target=drain) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(out) == list(range(500)))
