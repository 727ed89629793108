print([1, "a", None, 1.0, b"x", (1,), {"k": {1}}, [], {}, set(), range(3), slice(1), ...])
class A:
    def __repr__(self): return "<A>"
print([A()], (A(),), {A(): A()}, {1: [A()]}, repr({"a": "it's"}), str(["\n", 'é']), f"{[A()]}")
