group = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)]), OSError(4)])
print(group.message, group.args, str(group), repr(group.exceptions))
print(repr(group.subgroup(ValueError)), repr(group.subgroup((TypeError, OSError))), group.subgroup(KeyError))
print([repr(part) for part in group.split(ValueError)], group.split(Exception)[0] is group, repr(group.subgroup(lambda e: isinstance(e, TypeError))))
print(repr(group.derive([ValueError("new")])), type(BaseExceptionGroup("m", [ValueError()])).__name__, type(BaseExceptionGroup("m", [KeyboardInterrupt()])).__name__)
for call in (lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [1]), lambda: ExceptionGroup("m", [ValueError]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("m"), lambda: ExceptionGroup("m", ValueError()), lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: group.subgroup(3), lambda: group.split("x"), lambda: ExceptionGroup("m", {}), lambda: setattr(group, "exceptions", ())):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
