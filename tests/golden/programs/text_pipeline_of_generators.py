# Log lines go through a pipeline of generators, coroutines at its end.
import collections
import functools
import itertools
import re

LINES = """\
2024-01-02 03:04:05 INFO web: GET /index 200 12ms
2024-01-02 03:04:06 WARN db: slow query 1500ms
  select *
  from t
2024-01-02 03:04:07 INFO web: GET /about 404 3ms
garbage
2024-01-02 03:04:09 ERROR web: POST /form 500 88ms
"""
PATTERN = re.compile(r"(?P<time>\S+ \S+) (?P<level>[A-Z]+) (?P<source>\w+): (?P<text>.*)", re.S)


def joined(lines):
    """Lines that begin with spaces belong to the one before."""
    entry = []
    for line in lines:
        if entry and not line.startswith(" "):
            yield "\n".join(entry)
            entry = []
        entry.append(line)
    if entry:
        yield "\n".join(entry)


def parsed(entries):
    for number, entry in enumerate(entries):
        if match := PATTERN.fullmatch(entry):
            yield match.groupdict() | {"number": number}


def coroutine(function):
    @functools.wraps(function)
    def start(*args):
        running = function(*args)
        next(running)
        return running
    return start


@coroutine
def counting(by):
    counts = collections.Counter()
    while (entry := (yield counts)) is not None:
        counts[entry[by]] += 1
    return counts.most_common()


@coroutine
def broadcast(*targets):
    try:
        while True:
            entry = yield
            for target in targets:
                target.send(entry)
    finally:
        print("closing", len(targets))


levels, sources = counting("level"), counting("source")
sink = broadcast(levels, sources)
for entry in parsed(joined(LINES.splitlines())):
    sink.send(entry)
    took = re.search(r"(\d+)ms", entry["text"])
    print(entry["number"], entry["level"].ljust(5), took and int(took[1]), repr(entry["text"][:24]))
sink.close()
for counted in levels, sources:
    try:
        counted.send(None)
    except StopIteration as stop:
        print(stop.value)
groups = itertools.groupby(parsed(joined(LINES.splitlines())), key=lambda entry: entry["source"])
print([(source, [entry["number"] for entry in entries]) for source, entries in groups])
