"""`super()` where `__class__` or `super` means something else."""


def attempt(test):
    try:
        print(test.__name__, test())
    except Exception as error:
        print(test.__name__, type(error).__name__, error)


class Base:
    def f(self):
        return "Base.f"


@attempt
def class_is_a_local():
    class Own(Base):
        def f(self):
            __class__ = Own
            return super().f()
    return Own().f()


@attempt
def class_is_a_parameter():
    class Own(Base):
        def f(self, __class__=Base):
            return super().f()
    return Own().f()


@attempt
def class_is_a_local_cell():
    class Own(Base):
        def f(self):
            __class__ = Own
            def inner():
                return __class__
            return super().f(), inner
    return Own().f()


@attempt
def class_is_assigned():
    class Own(Base):
        def f(self):
            nonlocal __class__
            before, __class__ = __class__, Base
            return before is Own, __class__ is Base
    return Own().f()


@attempt
def class_is_no_type():
    class Own(Base):
        def f(self):
            nonlocal __class__
            __class__ = 42
            return super().f()
    return Own().f()


@attempt
def class_is_no_type_for_an_attribute():
    class Own(Base):
        def f(self):
            nonlocal __class__
            __class__ = "text"
            return super().f
    return Own().f()


@attempt
def class_is_deleted():
    class Own(Base):
        def f(self):
            nonlocal __class__
            del __class__
            return super().f()
    return Own().f()


@attempt
def class_attribute():
    class Own(Base):
        __class__ = 4
        def f(self):
            return super().f(), __class__ is Own
    return Own().__class__, Own().f()


def with_super(replacement, function):
    """Calls a function whose global `super` is another."""
    globals()["super"] = replacement
    try:
        return function()
    finally:
        del globals()["super"]


class Plain(Base):
    def call(self):
        return super().f()

    def attribute(self):
        return super().f

    def two(self):
        return super(Plain, self).f()


class Other:
    """Takes what it is given."""

    def __init__(self, *arguments):
        self.arguments = len(arguments)

    def f(self):
        return self.arguments


@attempt
def another_super():
    plain = Plain()
    return [with_super(Other, method) for method in (plain.call, plain.two)], with_super(Other, plain.attribute)()


@attempt
def super_without_arguments():
    class Nothing:
        def f(self):
            return "Nothing.f"
    return with_super(Nothing, Plain().call)


@attempt
def super_that_takes_none():
    class Nothing:
        pass
    return with_super(Nothing, Plain().two)


@attempt
def keywords():
    return super(int, x=3)


@attempt
def no_type():
    return super(1, 2)
