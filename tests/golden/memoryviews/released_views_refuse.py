data = bytearray(b"abc")
m = memoryview(data)
part = m[1:]
m.release()
m.release()
print(part.tolist(), repr(m)[:15], repr(part)[:11])
for call in (lambda: m[0], lambda: m.tobytes(), lambda: m.tolist(), lambda: len(m), lambda: m.format, lambda: m.obj, lambda: m.__enter__(), lambda: m.cast("B"), lambda: memoryview(m), lambda: hash(m), lambda: list(m), lambda: m.hex(), lambda: bytes(m), lambda: m == part):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
with memoryview(b"xyz") as inside:
    print(inside[0])
try:
    inside[0]
except ValueError as error:
    print(error)
for value in ("text", 5, None, [1], {}):
    try:
        memoryview(value)
    except TypeError as error:
        print(error)
