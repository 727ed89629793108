"""typing.IO, TextIO and BinaryIO name what files have."""

import inspect
import pickle
import typing
from unittest import mock

for kind in typing.IO, typing.TextIO, typing.BinaryIO:
    print(kind, kind.__module__, [name for name in dir(kind) if not name.startswith("_")])
    print(kind.__mro__, kind.__orig_bases__, pickle.loads(pickle.dumps(kind)) is kind)
print(typing.IO[str], typing.IO.__parameters__, inspect.signature(typing.IO.read).parameters["n"].default)
stream = mock.create_autospec(typing.TextIO, instance=True)
stream.read.return_value = "text"
print(stream.read(), stream.read(5), stream.read.call_args)
try:
    stream.send()
except AttributeError as error:
    print(error)


class Wrapped(typing.TextIO):
    def write(self, s):
        return len(s)


print(Wrapped().write("abc"), Wrapped().read())
