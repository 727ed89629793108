# A small language of models: a metaclass collects fields, validates, nests and dumps.
class ValidationError(ValueError):
    def __init__(self, errors):
        super().__init__(f"{len(errors)} errors")
        self.errors = errors


class Field:
    kinds = object

    def __init__(self, *, required=True, many=False, check=None):
        self.required, self.many, self.check = required, many, check

    def load(self, value):
        if self.many:
            if not isinstance(value, list):
                raise ValueError("not a list")
            return [self.load_one(item) for item in value]
        return self.load_one(value)

    def load_one(self, value):
        if not isinstance(value, self.kinds) or isinstance(value, bool) is not (self.kinds is bool):
            raise ValueError(f"not {self.kinds.__name__}")
        if self.check and not self.check(value):
            raise ValueError("refused")
        return value


class Int(Field):
    kinds = int


class Text(Field):
    kinds = str


class Nested(Field):
    def __init__(self, schema, **more):
        super().__init__(**more)
        self.schema = schema

    def load_one(self, value):
        return (globals()[self.schema] if isinstance(self.schema, str) else self.schema).load(value)


class Meta(type):
    registry = {}

    def __new__(meta, name, bases, namespace, **options):
        fields = {}
        for base in reversed(bases):
            fields |= getattr(base, "fields", {})
        for key in [key for key, value in namespace.items() if isinstance(value, Field)]:
            fields[key] = namespace.pop(key)
        cls = super().__new__(meta, name, bases, {**namespace, "fields": fields, "options": options})
        meta.registry[name] = cls
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)

    def __getitem__(cls, name):
        return cls.fields[name]

    def __iter__(cls):
        return iter(cls.fields)

    def __len__(cls):
        return len(cls.fields)


class Schema(metaclass=Meta):
    @classmethod
    def load(cls, data):
        if not isinstance(data, dict):
            raise ValueError("not an object")
        errors, values = {}, {}
        for name, field in cls.fields.items():
            if name not in data:
                if field.required:
                    errors[name] = "missing"
                continue
            try:
                values[name] = field.load(data[name])
            except ValidationError as error:
                errors[name] = error.errors
            except ValueError as error:
                errors[name] = str(error)
        if unknown := data.keys() - cls.fields.keys():
            if cls.options.get("strict"):
                errors |= dict.fromkeys(sorted(unknown), "unknown")
        if errors:
            raise ValidationError(errors)
        return values


class Person(Schema, strict=True):
    name = Text(check=str.istitle)
    age = Int(required=False)


class Employee(Person):
    boss = Nested("Person", required=False)
    tags = Text(many=True, required=False)


print(list(Employee), len(Person), Employee["tags"].many, Meta.registry.keys(), Employee.options)
print(Employee.load({"name": "Ann", "boss": {"name": "Bob", "age": 3}, "tags": ["x"], "more": 1}))
for data in [{}, {"name": "ann", "age": "x"}, {"name": "Ann", "zip": 1, "age": True}]:
    try:
        Person.load(data)
    except ValidationError as error:
        print(error, error.errors)
try:
    Employee.load({"name": "Ann", "boss": {"age": 1}, "tags": ["a", 2]})
except ValidationError as error:
    print(error.errors)
