"""Parenthesized and multiple items, targets of all kinds, and the order of entry and exit."""
class M:
    def __init__(self, name, value=None, swallow=False):
        self.name, self.value, self.swallow = name, value, swallow

    def __enter__(self):
        print("enter", self.name, end=" ")
        return self.value

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, end=" ")
        return self.swallow


with M("a"), M("b", 5) as b, M("c", (1, 2)) as (x, y):
    print(b, x, y)
print()
with (M("p") as p, M("q", 2) as q,):
    print(p, q)
print()
with (M("t", 7)) as t:
    print(t)
print()
d, o = {}, type("O", (), {})()
with M("d", 1) as d["k"], M("o", 2) as o.attr, M("l", [1, 2, 3]) as [first, *rest]:
    print(d, o.attr, first, rest)
print()
with M("outer", swallow=True), M("inner"):
    raise KeyError
print("swallowed")
try:
    with M("one"), M("two", 5) as (a, b):
        print("never")
except TypeError as error:
    print(error)
try:
    with M("one"), undefined:
        print("never")
except NameError as error:
    print(error)
for i in range(2):
    with M(i):
        continue
print()


def returns():
    with M("r"):
        return "value"


print(returns())
for bad in ("with 5: pass", "with object(): pass", "with type('E', (), {'__enter__': lambda s: 1})(): pass", "with type('X', (), {'__exit__': lambda s, *a: 1})(): pass", "with int: pass", "with print: pass"):
    try:
        exec(bad)
    except Exception as error:
        print(type(error).__name__, error)
for source in ("with x: pass", "with (x): pass", "with (x, y): pass", "with (x as y): pass", "with (x as y, z): pass", "with (x, y) as z: pass", "with x as y.z, w as v[0]: pass", "with x as (y, z): pass", "with (x as (y, z)): pass", "with (yield): pass", "with x as y as z: pass", "with x,: pass", "with (): pass", "with: pass", "with (x := y): pass", "with x as *y: pass", "with (x for x in y): pass", "with x y: pass"):
    try:
        compile(source, "", "exec")
        print(source, "| fine")
    except SyntaxError as error:
        print(source, "|", error.msg)
