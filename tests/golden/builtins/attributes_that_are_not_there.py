# getattr with a default, and hasattr, where a property or __getattr__ raises.
class P:
    def __getattr__(self, n):
        if n == "q": return 1
        raise AttributeError(n)
    @property
    def bad(self): raise AttributeError("inner")
print(getattr(P(), "q", 2), getattr(P(), "z", 2), getattr(P(), "bad", 3), hasattr(P(), "bad"), hasattr(3, "real"), hasattr(3, "unreal"))
