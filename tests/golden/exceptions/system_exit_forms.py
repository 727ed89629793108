import sys
for a in ((), (None,), (3,), ("text",), ((1, 2),)):
    try:
        sys.exit(*a)
    except SystemExit as e:
        print(repr(e), e.code)
try:
    sys.exit(1, 2)
except TypeError as e:
    print(e)
print(issubclass(SystemExit, Exception))
