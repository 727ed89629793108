"""A metaclass that drops __classcell__ from the namespace is refused when super or __class__ needs it."""


class Dropping(type):
    def __new__(meta, name, bases, namespace):
        namespace.pop("__classcell__", None)
        return super().__new__(meta, name, bases, namespace)


class Fine(metaclass=Dropping):
    def f(self):
        return 1


print(Fine().f())
try:
    class Broken(metaclass=Dropping):
        def f(self):
            return __class__
except RuntimeError as error:
    print("RuntimeError", error)


class Wrong(type):
    def __new__(meta, name, bases, namespace):
        namespace["__classcell__"] = 5
        return super().__new__(meta, name, bases, namespace)


try:
    class Other(metaclass=Wrong):
        pass
except TypeError as error:
    print("TypeError", error)


class Twice(type):
    def __new__(meta, name, bases, namespace):
        made = super().__new__(meta, name, bases, namespace)
        super().__new__(meta, name, bases, namespace)
        return made


try:
    class Doubled(metaclass=Twice):
        def f(self):
            return __class__
except TypeError as error:
    print("TypeError", error)


class Early(type):
    def __new__(meta, name, bases, namespace):
        print("__classcell__" in namespace)
        made = super().__new__(meta, name, bases, namespace)
        print("__classcell__" in vars(made))
        return made


class E(metaclass=Early):
    def f(self):
        return __class__.__name__


print(E().f())
