def method(self):
    return self.x


C = type("C", (dict,), {"x": 5, "method": method, "__slots__": ("a",), "__doc__": "made"})
print(C, C().method(), C.__doc__, C.__bases__, C.__slots__, C.__module__, C.__qualname__)


class Meta(type):
    def __new__(meta, name, bases, namespace, **keywords):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")), keywords)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print("init", cls.__name__)

    def __call__(cls, *arguments):
        print("call", arguments)
        return super().__call__()


class A(metaclass=Meta, option=1):
    attribute = 2


A(1, 2)
B = type("B", (A,), {"b": 1})
print(type(B).__name__, type(type(B)) is type)
for call in (lambda: type("X", (), {"__slots__": 5}), lambda: type("X", (), {"__slots__": ["a b"]}), lambda: type("X", (), {"__slots__": "a", "a": 1}), lambda: type("X", (int, str), {}), lambda: type("X", (A, type), {}), lambda: type("X", (object, A), {}), lambda: type("X", (A, A), {}), lambda: type("X", (), {"__qualname__": 5}), lambda: type("X", (), {}, option=1), lambda: type(5, (), {}), lambda: type("X", (type(None),), {}), lambda: type("X", (range,), {})):
    try:
        print(call().__name__)
    except Exception as error:
        print(type(error).__name__, error)
