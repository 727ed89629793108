class Meta(type):
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", name, kw)
        return {}
    def __new__(m, name, bases, ns, **kw):
        print("meta new", sorted(n for n in ns if not n.startswith("__")), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("meta init", kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *args):
        print("meta call", args)
        return super().__call__(*args)
class D:
    def __set_name__(self, owner, name): print("set_name", name)
class Base(metaclass=Meta):
    def __init_subclass__(cls, **kw): print("init_subclass", cls.__name__, kw)
def decorate(c):
    print("decorate", c.__name__)
    return c
@decorate
class A(Base, option=1):
    print("body")
    d = D()
    def __init__(self, x): print("init", x)
A(5)
