# A class decorator that writes methods for declared fields, as attrs does.
import itertools
import operator

_order = itertools.count()


class Field:
    def __init__(self, default=..., validator=None, converter=None, repr=True):
        self.default, self.validator, self.converter, self.repr = default, validator, converter, repr
        self.number = next(_order)

    def __set_name__(self, owner, name):
        self.name = name


def define(maybe=None, *, frozen=False, order=False):
    def wrap(cls):
        own = sorted((value for value in vars(cls).values() if isinstance(value, Field)),
            key=lambda field: field.number)
        fields = {name: field for base in reversed(cls.__mro__[1:]) for name,
            field in getattr(base, "_fields", {}).items()}
        fields.update((field.name, field) for field in own)
        for field in own:
            delattr(cls, field.name)
        words = [n + ("" if f.default is ... else f"=fields[{n!r}].default") for n, f in fields.items()]
        lines = [f"def __init__(self, {', '.join(words)}):"]
        for name, field in fields.items():
            value = f"fields[{name!r}].converter({name})" if field.converter else name
            lines.append(f"    object.__setattr__(self, {name!r}, {value})")
            if field.validator:
                lines.append(f"    fields[{name!r}].validator(self, fields[{name!r}], self.{name})")
        namespace = {"fields": fields}
        exec("\n".join(lines), namespace)
        cls.__init__, cls._fields = namespace["__init__"], fields
        key = operator.attrgetter(*fields)
        cls.__eq__ = lambda self, other: key(self) == key(other) if type(other) is type(self) else NotImplemented
        shown = [name for name in fields if fields[name].repr]
        cls.__repr__ = lambda self: f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in shown)})"
        if order:
            cls.__lt__ = lambda self, other: key(self) < key(other) if type(other) is type(self) else NotImplemented
        if frozen:
            def refuse(self, name, value):
                raise AttributeError(f"can't set {name!r}")
            cls.__setattr__ = refuse
            cls.__hash__ = lambda self: hash(key(self))
        return cls
    return wrap if maybe is None else wrap(maybe)


def positive(instance, field, value):
    if value <= 0:
        raise ValueError(f"{field.name} must be positive: {value}")


@define(order=True)
class Point:
    x = Field(converter=int)
    y = Field(default=0, converter=int)


@define(frozen=True)
class Circle(Point):
    radius = Field(default=1, validator=positive)
    secret = Field(default=None, repr=False)


print(Point("3"), Point(1, 2) == Point("1", "2"), sorted([Point(2), Point(1, 5), Point(1)]))
print(Circle(1, radius=2), hash(Circle(1)) == hash(Circle(1)), list(Circle._fields))
for attempt in [lambda: Circle(1, radius=-1), lambda: setattr(Circle(1), "x", 2), lambda: Point(), lambda: Point("a"),
                lambda: Point(1) < 3]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
