class A:
    _single = 1
    __double = 2
    __both__ = 3
    __trailing_ = 4
    ___ = 5
    _ = 6
print([n for n in vars(A) if "ingle" in n or "oub" in n or "both" in n or "trail" in n or set(n) == {"_"}])
class _:
    __private = 1
class __:
    __private = 2
class _B:
    __private = 3
print([n for c in (_, __, _B) for n in vars(c) if "private" in n])
