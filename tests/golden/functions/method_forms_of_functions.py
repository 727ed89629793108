"""A function in a class is a method, on the class a function, on an instance a plain attribute."""
import types


def shout(self, word="hey"): return f"{type(self).__name__} {word}"


class C:
    method = shout
    static = staticmethod(shout)
    klass = classmethod(shout)
    built = str.upper


c = C()
c.own = shout
c.bound = shout.__get__(c, C)
c.also = types.MethodType(shout, "text")
print(c.method(), C.method(5), c.static(c, "s"), c.klass("k"), C.klass(), c.own(1, "o"), c.bound("b"), c.also(), shout.__get__(3)("x"))
C.late = lambda self: "late"
print(c.late(), c.method.__func__ is shout, c.method.__self__ is c, c.static is shout, C.method is shout, c.klass.__self__ is C)
for bad in (lambda: c.built(), lambda: C.method(), lambda: c.own(), lambda: c.method(1, 2), lambda: c.static()):
    try: print(bad())
    except TypeError as error: print(error)
