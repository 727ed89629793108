"""What `--gil-stats` and `--explain` show at the end: the figures of gil.stats() as text or JSON, and in plain words."""
import os
import sys


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
    if "functions" in stats:
        lines += places("By function", stats["functions"], lambda row: row["name"])
        lines += places("By line", stats["lines"], source)
    return "\n".join(lines) + "\n"


MOST_PLACES = 20


def places(title, rows, describe):
    """Where the GIL was held and waited for: a table of the first rows."""
    total = sum(row["held"] for row in rows) or 1
    yield ""
    yield title + " (held: without what the counting took; waited: for the GIL, after a switch or a release there)"
    table = [["place", "ticks", "held", "share", "waited", "switches", "releases"]]
    shown = rows[:MOST_PLACES]
    for row in shown:
        table.append(["%s:%d" % (row["file"], row["line"]), str(row["ticks"]), duration(row["held"]),
                      percent(row["held"] / total), duration(row["waited"]), str(row["switches"]), str(row["releases"])])
    texts = [""] + [describe(row) for row in shown]
    for line, text in zip(columns(table), texts):
        yield (line + "  " + text).rstrip()
    if len(rows) > len(shown):
        yield "(%d more, %s)" % (len(rows) - len(shown), duration(sum(row["held"] for row in rows[MOST_PLACES:])))


def source(row):
    """The text of a line, if its file can be read."""
    try:
        with open(row["file"], encoding="utf-8", errors="replace") as file:
            for number, text in enumerate(file, 1):
                if number == row["line"]:
                    return text.strip()
    except OSError:
        pass
    return ""


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


def end(thread):
    return thread["began"] + life(thread)


def share(threads, *reasons):
    """The part of their lives that threads were away for some reasons."""
    return sum(away(thread, *reasons) for thread in threads) / (sum(life(thread) for thread in threads) or 1)


def groups(threads):
    """Threads that lived at the same time, for half of the shorter life at least, in the order of their beginnings."""
    found = []
    for thread in sorted(threads, key=lambda thread: thread["began"]):
        group = found[-1] if found else None
        if group:
            common = min(end(thread), max(map(end, group))) - thread["began"]
            if common >= 0.5 * min(life(thread), min(map(life, group))):
                group.append(thread)
                continue
        found.append([thread])
    return found


def computes(thread):
    """Whether a thread had the GIL or wanted it nearly always, and lost it rather than give it up."""
    wanted = thread["held"] + thread["waited"] > 0.8 * life(thread)
    return wanted and times(thread, *SLEEPS) <= max(5, times(thread, "tick", "interval"))


def noteworthy(threads, elapsed):
    """Groups of several threads that lived for long, with the times from their beginnings to their ends."""
    spans = [(max(map(end, group)) - group[0]["began"], group) for group in groups(threads) if len(group) > 1]
    spans = [(span, group) for span, group in spans if span > max(SHORT, SMALL * elapsed)]
    longest = sorted(spans, key=lambda pair: pair[0], reverse=True)[:MOST_GROUPS]
    return [pair for pair in spans if pair in longest]


SLEEPS = "io", "sleep"
BLOCKS = "lock", "condition", "event", "queue"

# What is shorter than this, in seconds, or than this share of the run, is not spoken of.
SHORT, SMALL = 0.01, 0.03
# Of so many groups of threads at most, those that lived longest.
MOST_GROUPS = 4


def explanation(stats):
    """Sentences on what the figures mean; none where they say nothing clear."""
    elapsed = stats["elapsed"]
    if elapsed < 0.02:
        return
    threads = [thread for thread in stats["threads"] if thread["id"]]
    if len(threads) == 1:
        yield from alone(threads[0], stats)
    main = [thread for thread in threads if thread["name"] == "MainThread"]
    # Of the main thread only its computing is of interest: it mostly waits for the others.
    said, spoken = [], []
    for span, group in noteworthy([thread for thread in threads if computes(thread)], elapsed):
        sentence = took_turns(group, span)
        if sentence:
            said.append(sentence)
            spoken += group
    yield from said
    if said:
        yield ADVICE
    # Of the main thread only its computing is of interest: it mostly waits for the others.
    others = [thread for thread in threads if thread not in spoken and thread["name"] != "MainThread"]
    for span, group in noteworthy(others, elapsed):
        for sentence, concerned in beside_each_other(group, span):
            yield sentence
            spoken += concerned
    blocked = [thread for thread in others if thread not in spoken and is_blocked(thread, elapsed)]
    if blocked:
        yield waited_for_others(blocked)
    yield from answered_late(threads, stats)
    children = children_of_this_process()
    if children:
        yield from computed_elsewhere(children, elapsed)
    else:
        process = [thread for thread in threads if away(thread, "process") > 0.1 * elapsed]
        if process:
            yield "%s waited %s for other processes. What these did is not in these figures." % (
                names(process), duration(sum(away(thread, "process") for thread in process)))


def alone(thread, stats):
    """A program with one thread."""
    elapsed = stats["elapsed"]
    held, native = thread["held"] / elapsed, away(thread, "native") / elapsed
    # There is nobody else who could open a lock: who waits for one with a timeout sleeps, as event loops do.
    slept = away(thread, *SLEEPS, *BLOCKS) / elapsed
    if held > 0.8:
        yield "One thread computed for %s of the time, and nobody waited for the GIL: it cost nothing here." % percent(held)
        if "asyncio" in sys.modules:
            yield "The tasks of an event loop share this thread: while one of them computes, the others wait."
    elif slept > 0.5 and slept > held:
        yield ("One thread waited for I/O or slept for %s of the time, and nobody waited for the GIL: it cost nothing here." %
               percent(slept))
        if "asyncio" in sys.modules:
            yield "The tasks of an event loop share this thread: they wait at the same time in it, as threads would."
    elif native > 0.3:
        yield ("One thread ran native code without the GIL for %s of the time: other threads could have run meanwhile." %
               percent(native))


ADVICE = ("Threads do not make computing faster. Processes do (multiprocessing, each has a GIL of its own), and so does "
          "work that runs without the GIL, such as products of large matrices.")


def took_turns(group, span):
    """Threads that took the GIL from each other: each of them wanted it most of the time, and somebody always had it."""
    rivals = [thread for thread in group if thread["waited"] > 0.15 * life(thread)]
    held, waking = (sum(thread[name] for thread in rivals) for name in ("held", "waking"))
    switches = sum(times(thread, "tick", "interval") for thread in rivals)
    if len(rivals) < 2 or len(rivals) < len(group) or held + waking < 0.75 * span or not switches:
        return ""
    shares = listed([percent(thread["held"] / life(thread)) for thread in rivals[:4]])
    of = "" if len(rivals) <= 4 else " (the first four)"
    lost = "" if waking < 0.1 * span else ", and for %s it was on its way to one that had to wake up first" % duration(waking)
    return ("%s did nothing but compute. Only one of them can hold the GIL: they took turns, handed it over %d times, "
            "and held it for %s%s of their lives. Together they held it for %s of the %s that they took%s: no less than "
            "one after the other." % (names(rivals), switches, shares, of, duration(held), duration(span), lost))


def beside_each_other(group, span):
    """Threads that did without the GIL, or waited for each other: sentences, and the threads that each is about."""
    waiting = [thread for thread in group if away(thread, *SLEEPS) > 0.7 * life(thread)]
    slept = sum(away(thread, *SLEEPS) for thread in waiting)
    # Those that wait often and shortly may be waiting for each other, at the two ends of sockets or pipes.
    returns = sum(times(thread, *SLEEPS) for thread in waiting)
    if len(waiting) > 1 and slept > 1.5 * span and slept > 0.0005 * returns:
        yield ("%s mostly waited for I/O or slept, %s altogether within %s. Who waits has released the GIL, so the waits "
               "overlapped: here threads do help." % (names(waiting), duration(slept), duration(span)), waiting)
    native = [thread for thread in group if away(thread, "native") > 0.2 * life(thread)]
    if native:
        beside = sum(away(thread, "native") for thread in native)
        yield ("%s ran native code without the GIL for %s of their lives: meanwhile other threads could run%s." % (
            names(native), percent(share(native, "native")),
            ", and did, for these times overlap" if len(native) > 1 and beside > 1.2 * span else ""), native)
    # Who is first at each lock waits less than the others, and somebody is always at work.
    some = all(away(thread, *BLOCKS) > 0.05 * life(thread) for thread in group)
    much = [thread for thread in group if away(thread, *BLOCKS) > 0.2 * life(thread)]
    worked = sum(life(thread) - away(thread, *BLOCKS) for thread in group)
    if some and len(much) > 1 and worked > 0.7 * span:
        took_gil = sum(thread["waited"] for thread in group) / (sum(map(life, group)) or 1)
        yield ("%s waited for each other: %s of their lives for locks, events or queues (%d times), %s for the GIL. What is "
               "done while others wait for the lock is done by one at a time, with any number of threads." % (
                   names(group), percent(share(group, *BLOCKS)),
                   sum(times(thread, *BLOCKS) for thread in group), percent(took_gil)), group)


def is_blocked(thread, elapsed):
    """Whether a thread that lived for long mostly waited for others."""
    return life(thread) > max(SHORT, 0.25 * elapsed) and away(thread, *BLOCKS) > 0.5 * life(thread)


def waited_for_others(threads):
    """Threads that waited for what others had or were to do."""
    waited = sum(thread["waited"] for thread in threads) / (sum(map(life, threads)) or 1)
    return ("%s spent %s of %s waiting for locks, events or queues, which other threads had or were to serve (%s), and %s "
            "waiting for the GIL. gilly trace shows for which ones, and for whom." % (
                names(threads), percent(share(threads, *BLOCKS)), "its life" if len(threads) == 1 else "their lives",
                often(sum(times(thread, *BLOCKS) for thread in threads)), percent(waited)))


def often(count):
    return "once" if count == 1 else "%d times" % count


def answered_late(threads, stats):
    """Threads that came back from I/O while another computed."""
    for thread in threads:
        returns = times(thread, *SLEEPS)
        # Who comes back from locks and joins more often is not late with its I/O.
        if computes(thread) or returns < max(5, times(thread, *BLOCKS, "join", "process")):
            continue
        late = thread["waited"] / returns > 0.0005 and thread["waited"] > max(2 * thread["held"], 0.1 * life(thread))
        together = [other for other in threads if other is not thread and computes(other)
                    and min(end(thread), end(other)) - max(thread["began"], other["began"]) > 0.5 * life(thread)]
        if late and together:
            yield ("%s came back from I/O or sleep %d times and then waited %s each time, because %s computed (policy %s). "
                   "A smaller slice makes it answer sooner." % (
                       label(thread), returns, duration(thread["waited"] / returns), names(together), stats["policy"]))


def children_of_this_process():
    """The sums of all children of multiprocessing, if all have ended and there are any."""
    accounts = sys.modules.get("multiprocessing._accounts")
    sums = accounts and accounts.sums()
    return sums if sums and sums.running == 0 else None


# So many times as long one process would have taken, where it is said that processes paid.
PAYS = 1.2


def computed_elsewhere(children, elapsed):
    """Child processes: how much they computed, what they cost, and whether they were quicker than one process."""
    from _timeline import traffic
    if children.lived < max(SHORT, SMALL * elapsed):
        return
    sums = traffic()
    cost = children.starting + sum(sum_["seconds"] for sum_ in sums)
    # Starting children and writing to them is work that one process would not have.
    alone = children.used + max(children.used_here - cost, 0.0)
    several = children.started > 1
    processes = "%d child processes" % children.started if several else "A child process"
    began = "%s used %s of processor time altogether, within %s" % (
        processes, duration(children.used), duration(children.lived))
    costs = "Starting %s took %s here, and pickles and messages %s (%s)" % (
        "them" if several else "it", duration(children.starting), duration(cost - children.starting), size(sum(
            sum_["bytes"] for sum_ in sums if sum_["what"] in ("sent", "received"))))
    if alone > PAYS * children.lived:
        yield ("%s. Each process has a GIL of its own, so they computed at the same time: one alone would have taken %s, %.1f "
               "times as long. %s: that paid." % (began, duration(alone), alone / children.lived, costs))
    elif children.used > 0.5 * children.lived or cost > 0.3 * children.lived:
        yield "%s. One process alone would hardly have taken longer. %s: that did not pay." % (began, costs)
    else:
        yield ("%s, so %s mostly waited: for work, files, the clock or a processor. %s. gilly trace shows for which." % (
            began, "they" if several else "it", costs))


def size(count):
    """A number of bytes."""
    for unit in ("bytes", "kB", "MB"):
        if count < 1000:
            break
        count /= 1000
    else:
        unit = "GB"
    return "%.3g %s" % (count, unit)
