# The plain lookup of attributes finds what a module keeps; classes of modules can be changed.
import sys
import types


class Lazy(types.ModuleType):
    def __getattribute__(self, name):
        if name.startswith("_"):
            return object.__getattribute__(self, name)
        print("loading for", name)
        self.__class__ = types.ModuleType
        self.__dict__["value"] = 42
        return getattr(self, name)


module = types.ModuleType("made", "its words")
module.__class__ = Lazy
print(object.__getattribute__(module, "__name__"), module.__doc__, type(module).__name__)
print(module.value, type(module).__name__, module.value)
try:
    object.__getattribute__(module, "nope")
except AttributeError as error:
    print(error)
