"""`PickleBuffer`: bytes in a pickle, or beside it."""

import array
import pickle


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Picture(bytearray):
    def __reduce_ex__(self, protocol):
        if protocol >= 5:
            return rebuild, (pickle.PickleBuffer(self),), None
        return rebuild, (bytes(self),)


def rebuild(data):
    with memoryview(data) as view:
        return view.obj if type(view.obj) is Picture else Picture(data)


for dumps, loads in (pickle.dumps, pickle.loads), (pickle._dumps, pickle._loads):
    picture = Picture(b"pixels" * 3)
    inside = dumps(picture, 5)
    print(b"pixels" in inside, loads(inside), loads(inside) is picture, loads(dumps(picture, 4)))
    buffers = []
    beside = dumps([picture, b"x"], 5, buffer_callback=buffers.append)
    print(b"pixels" in beside, len(buffers), loads(beside, buffers=buffers)[0] is picture)
    print(attempt(loads, beside), attempt(loads, beside, buffers=[]))
    print(loads(beside, buffers=[b"other"]))
    kept = dumps(pickle.PickleBuffer(b"stays"), 5, buffer_callback=lambda buffer: True)
    print(kept, loads(kept))
    print(type(loads(dumps(pickle.PickleBuffer(bytearray(b"writable")), 5))))
    gone = dumps(pickle.PickleBuffer(b"goes"), 5, buffer_callback=lambda buffer: False)
    print(gone, loads(gone, buffers=[bytearray(b"new")]).readonly)
    print(attempt(dumps, pickle.PickleBuffer(b"old"), 4))
    print(attempt(dumps, picture, 4, buffer_callback=print))

data = bytearray(b"abcdef")
buffer = pickle.PickleBuffer(data)
view = memoryview(buffer)
view[0] = 65
print(data, bytes(view), view.readonly, buffer.raw().format, bytes(buffer))
numbers = pickle.PickleBuffer(array.array("i", [1, 2]))
print(memoryview(numbers).format, memoryview(numbers).tolist(), numbers.raw().nbytes)
every_other = pickle.PickleBuffer(memoryview(b"abcdef")[::2])
print(attempt(every_other.raw), attempt(pickle.dumps, every_other, 5), bytes(memoryview(every_other)))
view.release()
print(buffer.release(), buffer.release(), attempt(buffer.raw), attempt(pickle.dumps, buffer, 5))
print(attempt(pickle.PickleBuffer, "text"))
