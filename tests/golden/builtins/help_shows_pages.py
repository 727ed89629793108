import sys
import types

mod = types.ModuleType("mod")
mod.__doc__ = "A module made by hand."
sys.modules["mod"] = mod


class Thing:
    """What is explained."""

    def method(self, a: int, *, b="x") -> float:
        """Does nothing.

        It does so with two arguments.
        """

    @property
    def value(self):
        """A value."""


def function(*args):
    # No docstring: this stands for one? No, only what stands above counts.
    pass


mod.Thing = Thing
help(Thing)
help(Thing.method)
help(Thing().method)
help(function)
help("mod.Thing.value")
help("nothing.of.the.kind")
help(request=function)
print(help)
