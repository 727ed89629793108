for arguments in ((), (0,), ("text",), (1, 2), (None,)):
    e = SystemExit(*arguments)
    print(e.code, e.args, repr(e), str(e))
e = SystemExit(1)
e.code = "changed"
print(e.code, e.args)
import sys

for value in (None, 3, "message", (1, 2)):
    try:
        sys.exit(value)
    except SystemExit as error:
        print(repr(error.code), error.args)
try:
    sys.exit()
except BaseException as error:
    print(type(error).__mro__[1].__name__, error.code)
