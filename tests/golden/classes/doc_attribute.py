class A:
    """The doc."""
class B(A): pass
class C:
    __doc__ = "assigned"
class D:
    "taken" "together"
class E:
    f"not {1}"
class F:
    b"not"
class G:
    x = 1
    "too late"
print([c.__doc__ for c in (A, B, C, D, E, F, G)])
A.__doc__ = "changed"
B.__doc__ = 5
print(A.__doc__, A().__doc__, B.__doc__)
try:
    del A.__doc__
except (TypeError, AttributeError) as e:
    print(e)
class H:
    __doc__ = property(lambda self: "of the instance")
print(H().__doc__, type(H.__doc__).__name__)
class I:
    __slots__ = ("__doc__",)
i = I()
i.__doc__ = "slot"
print(i.__doc__)
