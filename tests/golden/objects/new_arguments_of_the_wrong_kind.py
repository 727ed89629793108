# What `__getnewargs_ex__` and `__getnewargs__` may give.
import copy


class Made:
    def __new__(cls, *arguments, **keywords):
        made = object.__new__(cls)
        made.given = arguments, keywords
        return made


for given in (5, (1,), ((1,), 5), (1, {}), [(), {}], (1, 2, 3), None, ((1,), {"a": 2}), ((1,), {})):
    class Both(Made):
        def __getnewargs_ex__(self, given=given):
            return given

    try:
        print(copy.copy(Both()).given, Both().__reduce_ex__(4)[1][1:])
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for given in (5, [1], None, (1, 2), ()):
    class Positional(Made):
        def __getnewargs__(self, given=given):
            return given

    try:
        print(copy.copy(Positional()).given)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
