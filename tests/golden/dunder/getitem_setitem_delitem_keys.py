class A:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
a = A()
print(a[1], a["k"], a[1, 2], a[()], a[1,], a[1:2], a[::], a[1:2, ...], a[None], a[:, 1:2:3], a[(1, 2)], a[lambda: 0] is not None)
print(a[*[1, 2], 3], a[*()], a[*"ab"])
a[1] = 2
a[1:2, 3] = 4
a[0], a[1] = "xy"
a["n"] += "t"
del a[1], a[2:3], a[...]
for f in (lambda: 5[0], lambda: None["x"], lambda: print[1], lambda: object()[1], lambda: int[0]):
    try:
        f()
    except TypeError as e:
        print(e)
class B: pass
for statement in ("b[0] = 1", "del b[0]", "b[0]", "b[0] += 1", "'abc'[0] = 'x'", "del (1, 2)[0]", "b'a'[0] = 1", "range(3)[0] = 1"):
    try:
        exec(statement, {"b": B()})
    except TypeError as e:
        print(statement, "->", e)
