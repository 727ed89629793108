class Base:
    def __init__(self, **kw):
        print("Base", kw)
class L(Base):
    def __init__(self, l=0, **kw):
        print("L", l)
        super().__init__(**kw)
class R(Base):
    def __init__(self, r=0, **kw):
        print("R", r)
        super().__init__(**kw)
class D(L, R):
    def __init__(self, **kw):
        super().__init__(**kw)
D(l=1, r=2, z=3)
