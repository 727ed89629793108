import contextlib
import io
import os
import sys
import trace

with open("target.py", "w") as file:
    file.write('''"""About."""
def double(x):
    """Twice."""
    if x > 100:
        return None
    return x * 2


class Thing:
    def method(self):
        return double(4)


def work(n):
    total = 0
    for number in range(n):
        total += double(number)
    Thing().method()
    return total
''')
sys.path.insert(0, os.getcwd())
import target


def shown(text):
    return text.replace(os.getcwd(), "HERE").replace(__file__, "FILE")


out = io.StringIO()
with contextlib.redirect_stdout(out):
    tracer = trace.Trace(count=True, trace=True)
    result = tracer.runfunc(target.work, 2)
print(result, shown(out.getvalue()))
results = tracer.results()
print(sorted((os.path.basename(name), line, count) for (name, line), count in results.counts.items()))
out = io.StringIO()
with contextlib.redirect_stdout(out):
    results.write_results(show_missing=True, summary=True, coverdir="cover")
print(shown(out.getvalue()))
with open("cover/target.cover") as file:
    print(file.read())
tracer = trace.Trace(count=False, trace=False, countfuncs=True)
tracer.runfunc(target.work, 1)
out = io.StringIO()
with contextlib.redirect_stdout(out):
    tracer.results().write_results()
print(shown(out.getvalue()))
tracer = trace.Trace(count=False, trace=False, countcallers=True)
tracer.runfunc(target.work, 1)
edges = [(caller[1:], callee[1:]) for caller, callee in tracer.results().callers if caller[1] == "target"]
print(sorted(edges))
other = trace.CoverageResults({("f", 1): 2}, {("f", "m", "g"): 1})
other.update(trace.CoverageResults({("f", 1): 3, ("f", 2): 1}))
print(other.counts, other.calledfuncs)
nothing = trace.Trace(count=False, trace=False)
print(nothing.runfunc(target.double, 3), nothing.donothing)
tracer = trace.Trace(trace=False, ignoremods=["target"])
tracer.runfunc(target.work, 1)
print(tracer.counts)
