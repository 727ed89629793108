class A:
    def __init_subclass__(cls, **kw):
        print("A sees", cls.__name__, kw)
        super().__init_subclass__()
class B(A): pass
class C(B, x=1): pass
class Mixin:
    def __init_subclass__(cls, flag=False, **kw):
        print("Mixin", flag)
        super().__init_subclass__(**kw)
class D(Mixin, A, flag=True, y=2): pass
print(type(A.__dict__["__init_subclass__"]).__name__)
class Later: pass
Later.__init_subclass__ = classmethod(lambda cls: print("later", cls.__name__))
class E(Later): pass
class F:
    def __init_subclass__(cls): raise RuntimeError("no subclasses")
try:
    class G(F): pass
except RuntimeError as e:
    print(e, F.__subclasses__())
try:
    object.__init_subclass__(1)
except TypeError as e:
    print(e)
