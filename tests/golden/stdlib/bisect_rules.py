import bisect

a = [1, 3, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 0), bisect.bisect_left(a, 9), bisect.bisect(a, 3, 0, 2), bisect.bisect_left(a, 3, lo=2), bisect.bisect is bisect.bisect_right)
bisect.insort(a, 4)
bisect.insort_left(a, 3.0)
print(a)
words = ["fig", "pear", "banana"]
bisect.insort(words, "kiwis", key=len)
print(words, bisect.bisect_left(words, 5, key=len))


class Backwards:
    def __len__(self):
        return 4

    def __getitem__(self, index):
        print("look at", index)
        return index * 10


print(bisect.bisect(Backwards(), 15))
for call in (lambda: bisect.bisect(a, 1, -1), lambda: bisect.bisect(a, "x"), lambda: bisect.bisect(5, 1), lambda: bisect.insort((), 1), lambda: bisect.bisect(a), lambda: bisect.bisect(a, 1, 0, 100), lambda: bisect.bisect(a, 1, key=5), lambda: bisect.bisect_left(a, 2, "0")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
