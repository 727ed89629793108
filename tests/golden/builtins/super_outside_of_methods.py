class Base:
    def name(self):
        return "base"


class Child(Base):
    def name(self):
        return "child of " + super().name()

    def explicit(self):
        return super(Child, self).name(), super(Child, Child).name(self)


print(Child().name(), Child().explicit(), super(Child, Child()).name())
unbound = super(Child)
print(unbound.__thisclass__, unbound.__self__, unbound.__self_class__, repr(super(Child, Child())).startswith("<super: <class 'Child'>, <Child object>"), repr(unbound))
print(unbound.__get__(Child(), Child).name())
for call in (lambda: super(), lambda: super(1), lambda: super(Child, 3), lambda: super(Child, Base()), lambda: super(Child, Child()).absent, lambda: super(Child, Child(), 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def loose(self):
    return super().name()


def emptied(self):
    del self
    super()


class Emptied:
    def method(self):
        del self
        super()

    def bare():
        super()


for call in (lambda: loose(Child()), lambda: Emptied().method(), lambda: Emptied.bare()):
    try:
        print(call())
    except RuntimeError as error:
        print(error)
