class Field:
    kind = object

    def __init__(self, *, default=None, null=False, check=None):
        self.default, self.null, self.check = default, null, check

    def __set_name__(self, owner, name):
        self.name = name
        self.slot = f"_{owner.__name__.lower()}_{name}"

    def __get__(self, row, owner=None):
        if row is None:
            return self
        return row.__dict__.get(self.slot, self.default() if callable(self.default) else self.default)

    def __set__(self, row, value):
        if value is None:
            if not self.null:
                raise TypeError(f"{self.name} cannot be None")
        elif not isinstance(value, self.kind) or isinstance(value, bool) and self.kind is int:
            raise TypeError(f"{self.name} takes {self.kind.__name__}, not {type(value).__name__}")
        elif self.check and not self.check(value):
            raise ValueError(f"{self.name} refuses {value!r}")
        old = self.__get__(row)
        row.__dict__[self.slot] = value
        if old != value:
            row.dirty.add(self.name)

    def __delete__(self, row):
        row.__dict__.pop(self.slot, None)


class Integer(Field):
    kind = int


class Text(Field):
    kind = str


class Reference(Field):
    def __init__(self, to, **kw):
        super().__init__(**kw)
        self.to = to

    @property
    def kind(self):
        return Model.registry[self.to]


class ModelMeta(type):
    def __new__(meta, name, bases, namespace, table=None, **kw):
        cls = super().__new__(meta, name, bases, namespace, **kw)
        cls.table = table or name.lower() + "s"
        return cls

    def __init__(cls, name, bases, namespace, **kw):
        super().__init__(name, bases, namespace)
        cls.fields = {k: v for base in reversed(cls.__mro__) for k, v in vars(base).items() if isinstance(v, Field)}

    def __len__(cls):
        return len(cls.rows)

    def __iter__(cls):
        return iter(cls.rows.values())

    def __getitem__(cls, key):
        return cls.rows[key]


class Model(metaclass=ModelMeta):
    registry = {}
    rows = {}

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Model.registry[cls.__name__] = cls
        cls.rows = {}

    def __init__(self, **values):
        self.dirty = set()
        if unknown := values.keys() - self.fields.keys():
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(unknown))}")
        for name, field in self.fields.items():
            if name in values:
                setattr(self, name, values[name])
            elif field.default is None and not field.null:
                raise TypeError(f"{name} is required")

    def save(self):
        if not hasattr(self, "id"):
            self.id = len(type(self)) + 1
        self.rows[self.id] = self
        changed, self.dirty = sorted(self.dirty), set()
        return f"{self.table}[{self.id}] <- {changed}"

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in self.fields)})"


class Person(Model, table="people"):
    name = Text(check=str.istitle)
    age = Integer(default=18, check=lambda n: n >= 0)


class Employee(Person):
    boss = Reference("Employee", null=True)
    tags = Field(default=list)


ada = Employee(name="Ada", age=36)
bob = Employee(name="Bob", boss=ada)
print(ada.save(), bob.save(), bob.save(), sep="\n")
bob.age = 18
bob.age = 19
print(bob.dirty, bob.save(), bob, len(Employee), len(Person), [p.name for p in Employee], Employee[1] is ada)
print(Employee.table, Person.table, list(Employee.fields), Person.name.slot, Employee.boss.kind is Employee)
for action in (lambda: Person(name="ada"), lambda: Person(), lambda: Person(name="X", age="1"), lambda: Person(nme=1, z=2),
               lambda: setattr(bob, "boss", Person(name="P")), lambda: setattr(ada, "age", True), lambda: Person[9],
               lambda: setattr(ada, "name", None), lambda: setattr(ada, "age", -1)):
    try:
        print(action())
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
bob.boss = None
del bob.age
print(bob, bob.tags is bob.tags, vars(bob).keys())
