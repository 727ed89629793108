"""A mutable default is made once and kept between calls; it can be seen and replaced."""
def f(x, acc=[], *, d={}):
    acc.append(x)
    d[x] = len(acc)
    return acc


print(f(1), f(2), f(3, []), f(4), f.__defaults__, f.__kwdefaults__)
f.__defaults__[0].clear()
f.__kwdefaults__["d"] = {"new": 0}
print(f(5), f.__kwdefaults__)
functions = [lambda n=i, m=[]: (m.append(n), m)[1] for i in range(2)]
print(functions[0](), functions[0](7), functions[1](), functions[0].__defaults__)


class C:
    items = []
    def add(self, x, to=items): to.append(x); return self.items


print(C().add(1), C().add(2), C.items)
def g(a, b=lambda: a): return b
a = "global"
print(g(1)()())  if callable(g(1)()) else print(g(1)())
