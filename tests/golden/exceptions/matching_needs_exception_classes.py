def attempt(kind):
    try:
        try:
            raise KeyError("x")
        except kind:
            print("caught by", kind)
    except BaseException as error:
        print(type(error).__name__, error)


attempt(LookupError)
attempt((ValueError, LookupError))
attempt(((ValueError,), KeyError))
attempt(())
attempt(int)
attempt("KeyError")
attempt([KeyError])
attempt((ValueError, 3))
attempt(KeyError("x"))


class Meta(type):
    def __instancecheck__(cls, instance):
        print("not asked")
        return True

    __subclasscheck__ = __instancecheck__


class Wide(Exception, metaclass=Meta):
    pass


attempt(Wide)
try:
    try:
        print("nothing raised")
    except 5:
        pass
finally:
    print("so nothing compared")
