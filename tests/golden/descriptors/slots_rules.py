class A:
    __slots__ = ("x", "y")
a = A()
a.x = 1
print(a.x, A.x, type(A.x).__name__, hasattr(a, "__dict__"), A.x.__get__(a), A.__slots__)
for statement in ("a.y", "a.z = 1", "del a.y", "a.__dict__", "A.x.__get__(5)", "A.x.__set__(5, 1)", "__import__('weakref').ref(a)"):
    try:
        exec(statement)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
class B(A): pass
b = B()
b.x, b.free = 1, 2
print(b.__dict__, b.x)
class C(A):
    __slots__ = ["z", "__dict__", "__weakref__"]
c = C()
c.x, c.z, c.w = 1, 2, 3
print(c.__dict__, C.__slots__)
class One:
    __slots__ = "single"
One().single = 1
print([n for n in vars(One) if not n.startswith("__")])
