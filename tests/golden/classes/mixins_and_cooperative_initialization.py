"""Keyword arguments travel along the MRO, each class taking its own, until object refuses the rest."""
class Root:
    def __init__(self, **kw): print("Root", kw); super().__init__(**kw)
    def describe(self): return ["Root"]
class Named(Root):
    def __init__(self, *, name, **kw): print("Named", kw); super().__init__(**kw); self.name = name
    def describe(self): return [f"Named {self.name}"] + super().describe()
class Sized(Root):
    def __init__(self, *, size=1, **kw): print("Sized", kw); super().__init__(**kw); self.size = size
    def describe(self): return [f"Sized {self.size}"] + super().describe()
class Logged:
    log = []
    def __setattr__(self, n, v): self.log.append((n, v)); super().__setattr__(n, v)
class Thing(Logged, Named, Sized):
    def describe(self): return ["Thing"] + super().describe()


t = Thing(name="n", size=5)
print(t.describe(), t.log, [c.__name__ for c in Thing.__mro__])
for kw in ({}, {"name": 1, "extra": 2}, {"size": 1}):
    try: Thing(**kw)
    except TypeError as error: print(error)
class JsonMixin:
    def to_json(self): return __import__("json").dumps(vars(self), sort_keys=True)
class Auto:
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        cls.registry = {**getattr(cls, "registry", {}), cls.__name__: cls}
class P(Auto, JsonMixin):
    def __init__(self, x): self.x = x
class Q(P): pass
print(P(1).to_json(), sorted(Q.registry), sorted(P.registry), Q.registry["Q"](2).to_json())
