"""What `--gil-stats` and `--explain` show at the end: the figures of gil.stats() as text or JSON, and in plain words."""
import os


def show(stats, form, explain):
    """Writes to standard error what is asked for."""
    text = ""
    if form == "json":
        import json

        text = json.dumps(stats, indent=2) + "\n"
    elif form == "text":
        text = table(stats)
    if explain:
        text += "".join(sentence + "\n" for sentence in explanation(stats))
    rest = text.encode("utf-8", "backslashreplace")
    while rest:
        try:
            rest = rest[os.write(2, rest):]
        except OSError:
            return


def duration(seconds):
    if seconds >= 1:
        return "%.2f s" % seconds
    if seconds >= 0.001:
        return "%.1f ms" % (seconds * 1e3)
    return "%.0f us" % (seconds * 1e6)


def percent(share):
    return "%.0f %%" % (share * 100)


def columns(rows):
    """Rows of text, the first column flush left, the others flush right."""
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        yield "  ".join([row[0].ljust(widths[0])] + cells).rstrip()


def table(stats):
    lines = ["", "The GIL in %s, policy %s; contended for %s (%s)" % (
        duration(stats["elapsed"]), stats["policy"], duration(stats["contended"]), percent(stats["gil_bound"]))]
    rows = [["thread", "ticks", "turns", "held", "waited", "longest wait", "held others up", "longest", "ended at"]]
    for thread in stats["threads"]:
        place = thread["place"]
        rows.append([
            label(thread), str(thread["ticks"]), str(thread["turns"]), duration(thread["held"]),
            duration(thread["waited"]), duration(thread["longest_wait"]), duration(thread["held_up"]),
            duration(thread["longest_hold"]), "%s:%d" % (place["file"], place["line"]) if place else "-"])
    whole = ["all"] + [str(sum(thread[name] for thread in stats["threads"])) for name in ("ticks", "turns")]
    whole += [duration(sum(thread[name] for thread in stats["threads"])) for name in ("held", "waited")]
    rows.append(whole + [""] * 4)
    lines += columns(rows)

    reasons = [reason for reason in REASONS if any(reason in thread["releases"] for thread in stats["threads"])]
    if reasons:
        lines += ["", "Released for (how often / away for)"]
        rows = [["thread"] + reasons]
        for thread in stats["threads"]:
            row = [label(thread)]
            for reason in reasons:
                releases = thread["releases"].get(reason)
                row.append("%d / %s" % (releases["count"], duration(releases["away"])) if releases else "-")
            rows.append(row)
        lines += columns(rows)

    if stats["waits"]:
        lines += ["", "Who waited (rows) while whom held the GIL (columns)"]
        names = {thread["id"]: label(thread) for thread in stats["threads"]}
        waits = {(wait["waiter"], wait["holder"]): wait["seconds"] for wait in stats["waits"]}
        # Of very many threads only those that had most to do with waiting are shown.
        weight = {}
        for (waiter, holder), seconds in waits.items():
            weight[waiter] = weight.get(waiter, 0) + seconds
            weight[holder] = weight.get(holder, 0) + seconds
        shown = sorted(sorted(weight, key=weight.get, reverse=True)[:12])
        rows = [["thread"] + [names.get(holder, str(holder)) for holder in shown]]
        for waiter in shown:
            cells = [duration(waits[waiter, holder]) if (waiter, holder) in waits else "-" for holder in shown]
            rows.append([names.get(waiter, str(waiter))] + cells)
        lines += columns(rows)
        if len(weight) > len(shown):
            lines.append("(%d more threads)" % (len(weight) - len(shown)))
    return "\n".join(lines) + "\n"


REASONS = ("tick", "interval", "favour", "yield", "sleep", "io", "lock", "condition", "event", "queue", "join",
           "process", "native", "exit")


def label(thread):
    return "%s (%s)" % (thread["name"], thread["id"]) if thread["id"] else thread["name"]


def away(thread, *reasons):
    return sum(thread["releases"].get(reason, {"away": 0})["away"] for reason in reasons)


def times(thread, *reasons):
    return sum(thread["releases"].get(reason, {"count": 0})["count"] for reason in reasons)


def life(thread):
    return thread["held"] + thread["waited"] + away(thread, *REASONS)


def names(threads):
    shown = [label(thread) for thread in threads[:4]]
    if len(threads) > 4:
        shown.append("%d more" % (len(threads) - 4))
    return listed(shown)


def listed(words):
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def explanation(stats):
    """Sentences on what the figures mean; none where they say nothing clear."""
    elapsed = stats["elapsed"]
    if elapsed < 0.02:
        return
    threads = stats["threads"]
    computing = [thread for thread in threads
                 if thread["held"] > 0.05 * elapsed and thread["held"] + thread["waited"] > 0.8 * life(thread)]
    # Threads that took the GIL from each other: each waited for it for a good part of its life.
    rivals = [thread for thread in computing if thread["waited"] > 0.2 * life(thread)]
    waiting = [thread for thread in threads
               if away(thread, "io", "sleep") > 0.7 * life(thread) and life(thread) > 0.02]
    if len(rivals) > 1:
        switches = sum(times(thread, "tick", "interval") for thread in rivals)
        held = sum(thread["held"] for thread in rivals)
        span = max(life(thread) for thread in rivals)
        shares = listed([percent(thread["held"] / life(thread)) for thread in rivals[:4]])
        # Where they did not all begin and end together, no thread's life is as long as what they took.
        whole = " of the %s that they took" % duration(span) if held <= span else ""
        yield ("%s did nothing but compute. Only one of them can hold the GIL: they took turns, handed it over %d times, "
               "and held it for %s%s of their lives. Together they held it for %s%s: no less than one after the other." % (
                   names(rivals), switches, shares, " (the first four)" if len(rivals) > 4 else "", duration(held), whole))
        yield ("Threads do not make computing faster. Processes do (multiprocessing, each has a GIL of its own), and so "
               "does work that runs without the GIL, such as products of large matrices.")
    elif len(computing) == 1 and stats["gil_bound"] < 0.01 and len(threads) == 1 and computing[0]["held"] > 0.8 * elapsed:
        yield ("One thread computed for %s of the time, and nobody waited for the GIL: it cost nothing here." %
               percent(computing[0]["held"] / elapsed))
    workers = [thread for thread in waiting if thread["name"] != "MainThread"]
    if len(workers) > 1:
        slept = sum(away(thread, "io", "sleep") for thread in workers)
        span = max(life(thread) for thread in workers)
        if slept > 1.5 * span:
            yield ("%s mostly waited for I/O or slept, %s altogether within %s. Who waits has released the GIL, so "
                   "the waits overlapped: here threads do help." % (names(workers), duration(slept), duration(span)))
    for thread in waiting:
        returns = times(thread, "io", "sleep")
        if returns and computing and thread["waited"] / returns > 0.0005 and thread["waited"] > 2 * thread["held"]:
            yield ("%s came back from I/O %d times and then waited %s each time, because %s computed (policy %s). "
                   "A smaller slice makes it answer sooner." % (
                       label(thread), returns, duration(thread["waited"] / returns), names(computing), stats["policy"]))
    native = [thread for thread in threads if away(thread, "native") > 0.05 * elapsed]
    if native:
        beside = sum(away(thread, "native") for thread in native)
        yield ("%s ran native code without the GIL for %s: meanwhile other threads could run%s." % (
            names(native), duration(beside),
            ", and did, for these times overlap" if len(native) > 1 and beside > 1.2 * elapsed else ""))
    blocked = [thread for thread in threads
               if away(thread, "lock", "condition", "event", "queue") > 0.5 * life(thread) and life(thread) > 0.02
               and thread["name"] != "MainThread"]
    if blocked:
        yield ("%s waited for locks, events or queues for most of the time, and not for the GIL." % names(blocked))
    process = [thread for thread in threads if away(thread, "process") > 0.1 * elapsed]
    if process:
        yield ("%s waited %s for other processes. Each has a GIL of its own, so they compute at the same time, on as many "
               "cores as there are; what they did is not in these figures." % (
                   names(process), duration(sum(away(thread, "process") for thread in process))))
