class Meta(type):
    def __getattr__(cls, name):
        return f"meta {name}"

    kind = "from the metaclass"


class Thing(metaclass=Meta):
    own = 1


print(getattr(Thing, "own"), getattr(Thing, "kind"), getattr(Thing, "other"))
print(getattr(Thing(), "own"), getattr(Thing(), "kind", "instances do not see it"), getattr(Thing(), "other", None))


class Property:
    @property
    def failing(self):
        raise AttributeError("inside the property")

    @property
    def worse(self):
        raise KeyError("kept")


print(getattr(Property(), "failing", "swallowed"), hasattr(Property(), "failing"))
try:
    getattr(Property(), "worse", 0)
except KeyError as error:
    print(error)
try:
    getattr(Property(), "failing")
except AttributeError as error:
    print(error, error.name, type(error.obj).__name__)
