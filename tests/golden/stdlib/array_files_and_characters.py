# Arrays written to files and read back; characters and their text.
import io
from array import array

numbers = array("i", [1, 2, 3])
file = io.BytesIO()
numbers.tofile(file)
print(file.getvalue(), numbers.buffer_info()[1])
file.seek(0)
read = array("i")
read.fromfile(file, 2)
print(read)
letters = array("w", "h\xe9y")
letters.fromunicode("!")
print(letters.tounicode(), letters)
for attempt in [lambda: read.fromfile(file, 5), lambda: read.fromunicode("x"), lambda: read.tounicode(),
                lambda: letters.fromunicode(1)]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(read)
same = numbers
numbers *= 2
print(same is numbers, same)
