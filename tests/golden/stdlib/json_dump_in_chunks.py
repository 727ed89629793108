"""json.dump writes what comes before a value that cannot be written."""
import json


class File:
    def __init__(self):
        self.chunks = []

    def write(self, chunk):
        self.chunks.append(chunk)


for value, options in (([1, [2, 3], {"a": 1, "b": []}], {}), ({"x": [1.5, None, True]}, {"indent": 2}), ("abc", {}),
                       ([], {}), ({}, {}), ([1, 2, object()], {}), ({"a": 1, "b": {2, 3}}, {}), ([[[object()]]], {"indent": 1}),
                       ([1, float("nan")], {"allow_nan": False}), ([1, {(2, 3): 4}], {})):
    file = File()
    try:
        json.dump(value, file, **options)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
    print(file.chunks)
circle = [1]
circle.append(circle)
file = File()
try:
    json.dump(circle, file)
except ValueError as error:
    print(error, file.chunks)
chunks = json.JSONEncoder().iterencode([1, {"a": [2]}])
print(type(chunks), next(chunks), list(chunks))
