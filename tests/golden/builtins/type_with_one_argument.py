print(type(1), type(type), type(None), type(...), type(NotImplemented), type(lambda: 0), type(len), type("".join), type([].__iter__()))
print(type(x for x in []), type(Exception()), type(type(1)), type({}.keys()), type({}.items()), type(memoryview(b"")))


class Plain:
    pass


class Lying:
    __class__ = int


print(type(Plain()) is Plain, type(Lying()) is Lying, Lying().__class__)
thing = Plain()


class Other:
    pass


thing.__class__ = Other
print(type(thing).__name__)
for call in (lambda: type(), lambda: type(1, 2), lambda: type("a", (), {}, 3), lambda: type(1, (), {}), lambda: type("a", [], {}), lambda: type("a", (), []), lambda: type("a", (1,), {}), lambda: type("a\0", (), {}), lambda: type("a", (bool,), {}), lambda: setattr(thing, "__class__", int), lambda: setattr(thing, "__class__", 3)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
