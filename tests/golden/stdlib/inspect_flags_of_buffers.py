"""What `__buffer__` is asked for, as flags."""

import inspect

for name, flag in inspect.BufferFlags.__members__.items():
    print(name, repr(flag), int(flag))
print(inspect.BufferFlags.__module__, inspect.BufferFlags.FULL & ~inspect.BufferFlags.FORMAT)
