a = bytearray(b"abcdef")
view = memoryview(a)
a[0] = 90
view[1] = 89
a[2:4] = b"xx"
print(a)
for change in ("a.append(1)", "a.pop()", "a.clear()", "del a[0]", "a[1:3] = b'longer'", "a += b'x'", "a.extend(b'x')", "a *= 2", "a.insert(0, 1)", "a.remove(90)", "a.__init__(b'new')"):
    try:
        exec(change)
        print(change, "worked")
    except BufferError as error:
        print(change, error)
a.reverse()
print(a, view.tobytes())
view.release()
a.append(33)
print(a)
with memoryview(a) as view:
    inner = view[1:3]
try:
    a.clear()
except BufferError as error:
    print(error)
inner.release()
a.clear()
print(a)
