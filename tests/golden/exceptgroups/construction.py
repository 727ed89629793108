eg = ExceptionGroup("msg", [ValueError("a"), ExceptionGroup("inner", [KeyError("b")])])
print(eg, repr(eg), eg.message, len(eg.exceptions))
m, r = eg.split(KeyError)
print(repr(m), repr(r))
print(repr(eg.subgroup(ValueError)), eg.subgroup(OSError))
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for args in (("m", []), ("m", [1]), (1, [ValueError()]), ("m", [KeyboardInterrupt()])):
    try:
        ExceptionGroup(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
