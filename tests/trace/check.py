"""Checks a trace.json: the trace-event format, and that the GIL was held by one thread at a time."""
import json
import sys
from collections import Counter, defaultdict

with open(sys.argv[1]) as file:
    trace = json.load(file)
events = trace["traceEvents"]
spans = defaultdict(list)
names, processes = {}, {}
tasks, flows, messages = Counter(), defaultdict(list), Counter()
for event in events:
    phase, where = event["ph"], (event["pid"], event["tid"])
    assert isinstance(where[0], int) and isinstance(where[1], int), event
    if phase == "M":
        if event["name"] == "thread_name":
            names[where] = event["args"]["name"]
        elif event["name"] == "process_name":
            processes[event["pid"]] = event["args"]["name"]
        continue
    assert event["ts"] >= 0 and event["cat"] and event["name"], event
    if phase == "X":
        assert event["dur"] >= 0, event
        spans[where].append((event["ts"], event["ts"] + event["dur"], event["name"]))
    elif phase in "be":
        tasks[event["name"], event["id"]] += 1 if phase == "b" else -1
    elif phase in "sf":
        flows[event["id"]].append((phase, event["ts"]))
    else:
        assert phase == "i" and event["args"]["bytes"] >= 0, event
        messages[event["name"]] += 1

assert not any(tasks.values()), tasks
for ends in flows.values():
    (first, at), (second, then) = ends
    assert (first, second) == ("s", "f") and at == then, ends

held = defaultdict(list)
for where, row in spans.items():
    # The spans of a thread follow one another without gap.
    for (_, end, _), (start, _, _) in zip(row, row[1:]):
        assert abs(end - start) < 0.01, (names[where], end, start)
    held[where[0]] += [span for span in row if span[2] == "holds the GIL"]
for row in held.values():
    row.sort()
    for (_, end, _), (start, _, _) in zip(row, row[1:]):
        assert start - end > -0.01, (end, start)

print(sorted(name for name in names.values() if "er-" in name))
print(sorted(name.rsplit(" ", 1)[0] for name in processes.values()))
print(sorted({name for row in spans.values() for _, _, name in row}))
print(sorted({name for name, _ in tasks}), len(tasks), len(flows) > 10, messages["sent"] >= 6)
