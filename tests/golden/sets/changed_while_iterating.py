def attempt(change):
    s = {1, 2, 3}
    seen = 0
    try:
        for item in s:
            seen += 1
            change(s, item)
        print("fine", seen)
    except RuntimeError as error:
        print(error, seen)


attempt(lambda s, item: s.add(item + 10))
attempt(lambda s, item: s.discard(item))
attempt(lambda s, item: (s.discard(item), s.add(item)))
attempt(lambda s, item: s.clear())
attempt(lambda s, item: s.add(item))
s = {1, 2}
walk = iter(s)
print(walk.__length_hint__(), next(walk), walk.__length_hint__())
s.add(3)
try:
    print(walk.__length_hint__(), next(walk))
except RuntimeError as error:
    print(error)
try:
    {n for n in s if s.add(n + 100)}
except RuntimeError as error:
    print(error)
