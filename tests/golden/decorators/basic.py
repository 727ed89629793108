def loud(f):
    def w(*a, **k):
        print("calling", f.__name__)
        return f(*a, **k)
    return w
def times(n):
    def d(f):
        return lambda *a: [f(*a) for _ in range(n)]
    return d
@loud
@times(3)
def f(x): return x * 2
print(f(4) if f.__name__ == "w" else 0)
@times(2)
@loud
def g(): return "g"
print(g())
class K:
    def deco(self, f): return "decorated by " + f.__name__
k = K()
@k.deco
def h(): ...
print(h)
@(lambda f: [f, f])
def i(): return 1
print(len(i), i[0]())
