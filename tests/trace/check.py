"""Checks a trace.json: the rules of the trace-event format, and that the GIL was held by one thread at a time."""
import json
import sys
from collections import Counter, defaultdict

# By phase: the keys that an event must have beside ph, pid and tid, and those that it may have ("Trace Event Format").
COMPLETE = {"name", "cat", "ts", "dur"}, {"args", "tdur", "tts", "cname"}
ASYNCHRONOUS = {"name", "cat", "ts", "id"}, {"args", "scope", "cname"}
FLOW = {"name", "cat", "ts", "id"}, {"args", "bp", "cname"}
METADATA = {"name", "args"}, {"ts", "cat"}
KEYS = {"X": COMPLETE, "b": ASYNCHRONOUS, "e": ASYNCHRONOUS, "s": FLOW, "f": FLOW, "M": METADATA}
# What metadata events say, by their names: the key of the argument, and its type.
METADATA_ARGUMENTS = {
    "process_name": ("name", str), "process_labels": ("labels", str), "process_sort_index": ("sort_index", int),
    "thread_name": ("name", str), "thread_sort_index": ("sort_index", int)}


def check_keys(event):
    required, allowed = KEYS[event["ph"]]
    keys = set(event) - {"ph", "pid", "tid"}
    assert required <= keys <= required | allowed, event
    assert type(event["pid"]) is int and type(event["tid"]) is int and type(event["name"]) is str, event
    assert isinstance(event.get("args", {}), dict), event
    for key in {"ts", "dur"} & keys:
        assert type(event[key]) in (int, float) and event[key] >= 0, event
    assert event.get("bp", "e") == "e" and ("bp" in event) <= (event["ph"] == "f"), event
    if event["ph"] == "M":
        key, kind = METADATA_ARGUMENTS[event["name"]]
        assert type(event["args"][key]) is kind, event


with open(sys.argv[1], encoding="utf-8") as file:
    trace = json.load(file)
assert set(trace) <= {"traceEvents", "displayTimeUnit", "systemTraceEvents", "otherData", "stackFrames", "samples"}
assert trace.get("displayTimeUnit", "ms") in ("ms", "ns")
events = trace["traceEvents"]
spans = defaultdict(list)
names, processes = {}, {}
begun, pairs, flows, messages = {}, Counter(), defaultdict(list), Counter()
for event in events:
    check_keys(event)
    phase, where = event["ph"], (event["pid"], event["tid"])
    if phase == "M":
        if event["name"] == "thread_name":
            names[where] = event["args"]["name"]
        elif event["name"] == "process_name":
            processes[event["pid"]] = event["args"]["name"]
    elif phase == "X":
        spans[where].append((event["ts"], event["ts"] + event["dur"], event["name"], event.get("args", {})))
    elif phase in "be":
        # An asynchronous event is ended by one of the same category, id and name, not before it.
        key = event["cat"], event["id"], event["name"]
        if phase == "b":
            assert key not in begun, event
            begun[key] = event["ts"]
            if event["cat"] == "message":
                assert event["args"]["bytes"] >= 0, event
                messages[event["name"]] += 1
        else:
            assert begun[key] <= event["ts"], event
            pairs[key] += 1
    else:
        flows[event["id"]].append(event)

assert set(pairs) == set(begun) and set(pairs.values()) == {1}, begun.keys() - pairs.keys()
for start, end in flows.values():
    # A flow has the same name and category at both ends, and each end lies at a slice of its thread.
    assert (start["ph"], end["ph"], start["ts"]) == ("s", "f", end["ts"]), (start, end)
    assert (start["name"], start["cat"]) == (end["name"], end["cat"]), (start, end)
    for event in (start, end):
        row = spans[event["pid"], event["tid"]]
        assert any(begin - 0.01 <= event["ts"] <= stop + 0.01 for begin, stop, *_ in row), event

held = defaultdict(list)
for where, row in spans.items():
    assert where in names and where[0] in processes, where
    # The slices of a thread follow one another without gap, so none lies across another.
    for (_, end, *_), (start, *_) in zip(row, row[1:]):
        assert abs(end - start) < 0.01, (names[where], end, start)
    held[where[0]] += [span for span in row if span[2] == "holds the GIL"]
for row in held.values():
    row.sort(key=lambda span: span[0])
    for (_, end, *_), (start, *_) in zip(row, row[1:]):
        assert start - end > -0.01, (end, start)

print(sorted(name for name in names.values() if "er-" in name))
print(sorted(name.rsplit(" ", 1)[0] for name in processes.values()))
print(sorted({name for row in spans.values() for _, _, name, _ in row}))
tasks = [key for key in begun if key[0] == "task"]
print(sorted({name for _, _, name in tasks}), len(tasks), len(flows) > 10)
print(messages["sent"] >= 6, messages["pickled"] >= 6, messages["unpickled"] >= 6, messages["received"] >= 6)
waits = [args for row in spans.values() for _, _, name, args in row if name == "lock" and args]
print({args["waits for"] for args in waits if args.get("of", "").startswith("locker-")})
joined = {args.get("of") for row in spans.values() for _, _, name, args in row if name == "join"}
print(bool(joined & {"counter-0", "counter-1", "locker-0", "locker-1"}))
