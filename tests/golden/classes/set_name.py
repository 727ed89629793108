class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name
    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.name, "unset")
    def __set__(self, obj, v):
        setattr(obj, self.name, v)
class A:
    x = Field()
    y = Field()
a = A()
a.x = 1
print(a.x, a.y, vars(a))
