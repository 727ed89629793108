class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], kw, sorted(k for k in ns if not k.startswith("__")))
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name)
        super().__init__(name, bases, ns)
    def __call__(cls, *a):
        print("call", a)
        return super().__call__(*a)
    def shout(cls):
        return cls.__name__.upper()
    @property
    def prop(cls):
        return "meta property"
class A(metaclass=Meta, flag=1):
    x = 1
    def __init__(self, v):
        self.v = v
class B(A): pass
print(A(5).v, B.shout(), type(B).__name__, A.prop)
try:
    A(1).shout()
except AttributeError as e:
    print(e)
