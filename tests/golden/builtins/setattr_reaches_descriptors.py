class Loud:
    def __set__(self, instance, value):
        print("set", value)

    def __delete__(self, instance):
        print("delete")


class Thing:
    loud = Loud()

    def __setattr__(self, name, value):
        print("setattr", name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)


t = Thing()
setattr(t, "loud", 1)
setattr(t, "quiet", 2)
t.loud = 3
del t.loud
delattr(t, "quiet")
print(vars(t))
object.__setattr__(t, "behind", 4)
print(vars(t), t.behind)
setattr(t, "not an identifier", 5)
print(getattr(t, "not an identifier"))
for call in (lambda: object.__setattr__(Thing, "x", 1), lambda: type.__setattr__(Thing, "x", 1), lambda: object.__setattr__(t, 1, 1), lambda: object.__delattr__(t, "none"), lambda: type.__setattr__(int, "x", 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
