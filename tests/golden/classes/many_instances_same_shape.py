class P:
    def __init__(self, i):
        self.a = i
        if i % 2: self.b = i * 2
        self.c = i * 3
ps = [P(i) for i in range(100)]
print(sum(p.a for p in ps), sum(getattr(p, "b", 0) for p in ps), sum(p.c for p in ps), sum(hasattr(p, "b") for p in ps))
for p in ps[::3]: del p.a
print(sum(hasattr(p, "a") for p in ps))
class Q(P): extra = 5
q = Q(3)
q.extra += 1
print(q.extra, Q.extra, vars(q))
for i in range(40): setattr(q, f"n{i}", i)
print(len(vars(q)), q.n39)
