"""The order of __prepare__, __new__, __init__, __set_name__ and __init_subclass__, with class keywords."""
log = []


class Descriptor:
    def __set_name__(self, owner, name):
        log.append(f"set_name {owner.__name__}.{name}")


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kwargs):
        log.append(f"prepare {name} {kwargs}")
        return {"prepared": True}

    def __new__(meta, name, bases, namespace, **kwargs):
        log.append(f"new {name} {sorted(k for k in namespace if not k.startswith('__'))} {kwargs}")
        return super().__new__(meta, name, bases, dict(namespace), **{k: v for k, v in kwargs.items() if k != "meta_only"})

    def __init__(cls, name, bases, namespace, **kwargs):
        log.append(f"init {name} {kwargs}")
        super().__init__(name, bases, namespace)


class Base(metaclass=Meta):
    def __init_subclass__(cls, option=None, **kwargs):
        log.append(f"init_subclass {cls.__name__} {option} {kwargs}")
        super().__init_subclass__(**kwargs)


class Child(Base, option=5, meta_only=1):
    log.append("body")
    d = Descriptor()
    e = d


print("\n".join(log))
print(Child.prepared, type(Child).__name__)
try:
    class Bad(Base, unknown=1):
        pass
except TypeError as error:
    print(error)
try:
    class Plain(x=1):
        pass
except TypeError as error:
    print(error)


def function_meta(name, bases, namespace, **kwargs):
    return name, bases, kwargs


class Odd(int, metaclass=function_meta, k=1):
    pass


print(Odd)
try:
    class Odd2(metaclass=5):
        pass
except TypeError as error:
    print(error)


class BadPrepare(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return 5


try:
    class Odd3(metaclass=BadPrepare):
        pass
except TypeError as error:
    print(error)


class M1(type):
    pass


class M2(type):
    pass


try:
    class Conflict(M1("A", (), {}), M2("B", (), {})):
        pass
except TypeError as error:
    print(error)


class M3(M1, M2):
    pass


class Fine(M1("A", (), {}), M2("B", (), {}), metaclass=M3):
    pass


print(type(Fine).__name__)


class Broken:
    def __set_name__(self, owner, name):
        raise ValueError("no name")


try:
    class Holder:
        b = Broken()
except ValueError as error:
    print(error, error.__notes__)
