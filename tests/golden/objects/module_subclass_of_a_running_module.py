import sys
from types import ModuleType
class Chatty(ModuleType):
    def __setattr__(self, name, value):
        print("setting", name)
        super().__setattr__(name, value)
    @property
    def computed(self):
        return "computed"
me = sys.modules[__name__]
me.__class__ = Chatty
me.x = 1
print(x, me.computed, type(me))
y = 2  # a global of the code is stored in the dict, not as an attribute
print(me.y)
try:
    me.__class__ = int
except TypeError as e:
    print(e)
