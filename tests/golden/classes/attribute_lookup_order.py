class Meta(type):
    where = "metaclass"
class Base(metaclass=Meta):
    base = "base"
    both = "base"
class A(Base):
    both = "class"
a = A()
a.both = "instance"
print(a.both, A.both, a.base, A.where)
try:
    a.where
except AttributeError as e:
    print(e)
del a.both
print(a.both)
del A.both
print(a.both)
try:
    del a.both
except AttributeError as e:
    print(e)
try:
    del A.base
except AttributeError as e:
    print(e)
try:
    A.nothing
except AttributeError as e:
    print(e, e.name, e.obj)
print(A.__name__, hasattr(a, "__name__"), hasattr(A, "mro"), hasattr(a, "mro"))
