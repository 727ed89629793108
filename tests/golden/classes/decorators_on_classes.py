def register(name):
    def wrap(cls):
        cls.registered = name
        return cls
    return wrap
@register("first")
class A: pass
@lambda c: "replaced"
class B: pass
print(A.registered, B)
def counted(cls):
    orig = cls.__init__
    cls.made = 0
    def __init__(self, *a):
        cls.made += 1
        orig(self, *a)
    cls.__init__ = __init__
    return cls
@counted
class C:
    def __init__(self, x):
        self.x = x
C(1), C(2)
print(C.made)
