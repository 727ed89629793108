"""popitem takes from the end, also after deletions and new insertions."""
d = dict.fromkeys("abcde")
del d["c"]
d["c"] = 1
print(d.popitem(), d.popitem())
d["a"] = "moved? no"
d["z"] = 2
print(d.popitem(), d.popitem(), d)
while d:
    print(d.popitem(), end=" ")
try:
    d.popitem()
except KeyError as error:
    print(repr(error))
d[1] = 1
print(d, list(d), d.popitem(), d)
