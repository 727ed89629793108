class A:
    def direct(self): return __class__.__name__
    def nested(self): return (lambda: [__class__ for _ in (1,)])()[0].__name__
    @staticmethod
    def static(): return __class__.__name__
    class Inner:
        def which(self): return __class__.__qualname__
    gen = None
    def generator(self): yield __class__.__name__
B = A
del A
print(B().direct(), B().nested(), B.static(), B.Inner().which(), *B().generator())
def outside(self): return super().__repr__()
B.outside = outside
try:
    B().outside()
except RuntimeError as e:
    print(e)
try:
    print(__class__)
except NameError as e:
    print(e)
class C:
    def assigned(self):
        __class__ = 5
        return __class__
print(C().assigned())
