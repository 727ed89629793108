T = type("T", (list,), {"x": 5, "f": lambda self: len(self) + self.x})
t = T([1, 2])
print(t, t.f(), T.__name__, T.__bases__, type(T), t.x)
print(type(5), type("a") is str, type(type), type(None), isinstance(T, type))
for args in (("A",), (1, (), {}), ("A", (), []), ("A", 5, {})):
    try:
        type(*args) if len(args) > 1 else type(*args, 1)
    except TypeError as e:
        print(e)
