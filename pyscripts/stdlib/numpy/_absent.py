"""The kinds that arrays do not hold, as classes without instances: programs name them to ask what something is."""


class _Absent(type):
    def __call__(cls, *args, **kwargs):
        raise TypeError(f"data type {cls.__name__!r} is not supported: arrays hold bool, ints, float32, float64 or "
                        "complex128")


def _absent(name):
    return _Absent(name, (), {"__module__": "numpy", "__slots__": ()})


float16 = half = _absent("float16")
longdouble = _absent("longdouble")
complex64 = csingle = _absent("complex64")
clongdouble = _absent("clongdouble")
object_ = _absent("object_")
flexible = _absent("flexible")
character = _absent("character")
str_ = _absent("str_")
bytes_ = _absent("bytes_")
void = _absent("void")
datetime64 = _absent("datetime64")
timedelta64 = _absent("timedelta64")
