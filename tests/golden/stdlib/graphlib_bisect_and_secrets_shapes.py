import bisect
import secrets
import string
from graphlib import CycleError, TopologicalSorter

for graph in ({}, {"d": {"b", "c"}, "b": {"a"}, "c": {"a"}}, {1: [2], 2: [3]}, {"x": ["x"]}, {"a": "b", "b": "c", "c": "a", "z": ""}):
    try:
        print(list(TopologicalSorter(graph).static_order()) if len(graph) != 3 else sorted(TopologicalSorter(graph).static_order()))
    except CycleError as error:
        print(error.args[0], len(error.args[1]), error.args[1][0] == error.args[1][-1])
t = TopologicalSorter({"app": ["lib", "db"], "lib": ["core"], "db": ["core"]})
t.add("tests", "app")
t.add("core")
t.prepare()
rounds = []
while t.is_active():
    ready = sorted(t.get_ready())
    rounds.append(ready)
    print(ready, t.get_ready(), bool(t))
    t.done(*ready)
print(rounds, t.is_active())
for bad in (lambda: t.add("new"), lambda: t.prepare(), lambda: t.done("app"), lambda: t.done("nope"), lambda: TopologicalSorter().get_ready(), lambda: TopologicalSorter().done("x"), lambda: TopologicalSorter().is_active(), lambda: TopologicalSorter({"a": [[]]})):
    try:
        print(bad())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
u = TopologicalSorter({"b": ["a"]})
u.prepare()
try:
    u.done("b")
except ValueError as error:
    print(error)
a = [1, 2, 2, 2, 5, 8]
print([(bisect.bisect_left(a, x), bisect.bisect_right(a, x)) for x in (0, 1, 2, 3, 8, 9)], bisect.bisect is bisect.bisect_right, bisect.bisect(a, 2, 3), bisect.bisect(a, 2, 0, 2), bisect.bisect_left([], 1))
bisect.insort(a, 3)
bisect.insort_left(a, 2)
bisect.insort(a, 4, lo=0, hi=2)
print(a)
words = ["fig", "kiwi", "banana"]
bisect.insort(words, "plum", key=len)
bisect.insort_left(words, "date", key=len)
print(words, bisect.bisect_left(words, 4, key=len), bisect.bisect([(1, "a"), (2, "b")], 1, key=lambda p: p[0]))
for bad in (lambda: bisect.bisect([1], "a"), lambda: bisect.bisect([1, 2], 1, -1), lambda: bisect.bisect(5, 1), lambda: bisect.insort((1, 2), 1), lambda: bisect.bisect([1], 1, hi=5), lambda: bisect.bisect([1, 2], 1, key=lambda x: 1 // 0), lambda: bisect.bisect(), lambda: bisect.bisect([1], 1, 0, 1, len),
            lambda: bisect.bisect([1, None, 3], 2), lambda: bisect.bisect([3, 1, 2], 2), lambda: bisect.bisect(range(10**18), 10**17), lambda: bisect.bisect("aceg", "d")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


def grade(score, breakpoints=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect.bisect(breakpoints, score)]


print("".join(grade(s) for s in (33, 99, 77, 70, 89, 90, 100)))
print(len(secrets.token_bytes(7)), len(secrets.token_hex(8)), set(secrets.token_hex(100)) <= set(string.hexdigits), len(secrets.token_urlsafe(6)), set(secrets.token_urlsafe(50)) <= set(string.ascii_letters + string.digits + "-_"), secrets.token_bytes(0), len(secrets.token_bytes()),
      0 <= secrets.randbelow(5) < 5, secrets.choice("x"), secrets.randbits(8) < 256, secrets.compare_digest("a", "a"), type(secrets.SystemRandom()).__name__)
for bad in (lambda: secrets.choice([]), lambda: secrets.randbelow(0), lambda: secrets.token_bytes(-1), lambda: secrets.token_hex("x")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
