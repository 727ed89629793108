import sys
import threading

reports = []
threading.excepthook = lambda args: reports.append((args.exc_type.__name__, str(args.exc_value), args.thread.name,
                                                    args.exc_traceback is not None))


def failing(n):
    if n % 2:
        raise ValueError(f"thread {n}")
    if n == 2:
        raise SystemExit("silent")
    done.append(n)


done = []
threads = [threading.Thread(target=failing, args=(n,), name=f"t{n}") for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(reports), done, [t.is_alive() for t in threads])
threading.excepthook = threading.__excepthook__
old, sys.stderr = sys.stderr, __import__("io").StringIO()
t = threading.Thread(target=lambda: {}["missing"], name="keyed")
t.start()
t.join()
text = sys.stderr.getvalue()
sys.stderr = old
print(text.splitlines()[0], text.splitlines()[1], text.splitlines()[-1], sep="\n")


def broken_hook(args):
    raise RuntimeError("hook fails too")


threading.excepthook = broken_hook
sys.stderr = __import__("io").StringIO()
seen = []
sys.excepthook, saved = (lambda kind, value, tb: seen.append((kind.__name__, str(value)))), sys.excepthook
t = threading.Thread(target=lambda: 1 / 0)
t.start()
t.join()
sys.excepthook = saved
text, sys.stderr = sys.stderr.getvalue(), old
print(seen, "Exception in threading.excepthook:" in text)
for call in (lambda: threading.Thread(target=5).start(), lambda: threading.Thread(None, print, args=5).start(),
             lambda: threading.Thread(group=1), lambda: threads[0].start(), lambda: threading.Thread().join(),
             lambda: threading.current_thread().join(), lambda: threading.Thread(foo=1)):
    threading.excepthook = lambda args: print("hook", args.exc_type.__name__, args.exc_value)
    try:
        call()
        for t in threading.enumerate():
            if t is not threading.main_thread():
                t.join()
    except (RuntimeError, TypeError, AssertionError) as error:
        print(type(error).__name__, error)
