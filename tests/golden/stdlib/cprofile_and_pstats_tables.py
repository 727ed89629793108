import cProfile
import io
import pstats
import re


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def work(count):
    out = []
    for number in range(count):
        out.append(fib(number))
    out.sort(key=negative)
    return len(out), max(out)


def negative(x):
    return -x


def generator():
    yield 1
    yield 2


def without_times(text):
    text = re.sub(r"\d+\.\d{3}", "T", text)
    return "\n".join(line for line in text.splitlines() if "disable" not in line and "List reduced" not in line and "function calls" not in line)


profile = cProfile.Profile()
print(profile.runcall(work, 6))
out = io.StringIO()
stats = pstats.Stats(profile, stream=out)
print(stats.total_calls - stats.prim_calls)
stats.strip_dirs().sort_stats("calls", "name").print_stats()
stats.sort_stats(pstats.SortKey.NAME).print_stats("fib|work")
stats.sort_stats("stdname").reverse_order().print_stats("fib|work|negative")
stats.print_callers("fib")
stats.print_callees("work")
stats.sort_stats(-1).print_stats(100, "nothing")
print(without_times(out.getvalue()))
with cProfile.Profile() as second:
    for _ in generator():
        pass
    try:
        int("x")
    except ValueError:
        pass
counts = {key[2]: value[:2] for key, value in pstats.Stats(second).stats.items() if "disable" not in key[2] and "exit" not in key[2]}
print(sorted(counts.items()))
profile = cProfile.Profile().run("fib(5)")
rows = pstats.Stats(profile).get_stats_profile().func_profiles
print(rows["fib"].ncalls, type(rows["fib"].tottime))
profile = cProfile.Profile().run("fib(5)")
profile.dump_stats("stats")
loaded = pstats.Stats("stats", stream=io.StringIO())
loaded.add(loaded)
print({key[2]: value[:2] for key, value in loaded.stats.items() if key[2] == "fib"})
for key in ("nope", "t"):
    try:
        loaded.sort_stats(key)
        print(loaded.sort_type)
    except KeyError as error:
        print(repr(error))
try:
    pstats.Stats(cProfile.Profile())
except TypeError as error:
    print(str(error)[:60])
print([key.name for key in pstats.SortKey], pstats.SortKey("ncalls"))
