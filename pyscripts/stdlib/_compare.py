"""What `gilly compare` runs: the same work, once for each worker, in one of several ways.

Called with the way (`serial`, `threads`, `holding` or `processes`), the number of workers, the name of a function or an
empty text, the source of its arguments, the script, and the script's own arguments. The times are read off the timeline:
`compare` is the task of the whole, `work` that of a worker.
"""

import sys

from _timeline import begin_task, end_task


def load(script, function, arguments):
    """The work as a function without arguments: a call of the script's function, or a run of the script."""
    with open(script, "rb") as file:
        code = compile(file.read(), script, "exec")
    if not function:
        return lambda: _run(code, script, "__main__")
    namespace = _run(code, script, "__compare__")
    try:
        called = namespace[function]
    except KeyError:
        raise SystemExit(f"gilly compare: {script} has no function {function!r}") from None
    values = eval(f"({arguments},)" if arguments else "()", namespace)
    return lambda: called(*values)


def _run(code, script, name):
    namespace = {"__name__": name, "__file__": script, "__builtins__": __builtins__}
    try:
        exec(code, namespace)
    except SystemExit as error:
        if error.code not in (None, 0):
            raise
    return namespace


def work(job):
    """A worker's share."""
    begin_task(work)
    try:
        job()
    finally:
        end_task()


def child(path, argv, *words):
    """The same in a child VM, which loads the script for itself."""
    sys.path[:] = path
    sys.argv[:] = argv
    work(load(*words))


def compare(way, count, words):
    """All workers, from the first one's start to the last one's end; did all of them do their work?"""
    if way == "processes":
        from multiprocessing import Process
        workers = [Process(target=child, args=(sys.path, sys.argv, *words)) for _ in range(count)]
    else:
        job = load(*words)
        if way == "holding":
            import matrix
            matrix.release_gil(False)
        if way != "serial":
            from threading import Thread
            workers = [Thread(target=work, args=(job,)) for _ in range(count)]
    begin_task(compare)
    try:
        if way == "serial":
            for _ in range(count):
                work(job)
            return True
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    finally:
        end_task()
    return all(getattr(worker, "exitcode", 0) == 0 for worker in workers)


def main():
    """Run what the command line says; the exit status."""
    way, count, function, arguments, *argv = sys.argv[1:]
    script = argv[0]
    from os.path import dirname
    sys.path[0] = dirname(script) or "."
    sys.argv = argv
    failed = []
    if way in ("threads", "holding"):
        import threading
        show = threading.excepthook
        threading.excepthook = lambda args: (failed.append(args.exc_type), show(args))
    done = compare(way, int(count), (script, function, arguments))
    if way == "serial" and "matrix" in sys.modules:
        begin_task(matrix_is_used)
        end_task()
    return 0 if done and not failed else 1


def matrix_is_used():
    """Its name is what the timeline shows where the work uses matrices."""


if __name__ == "__main__":
    sys.exit(main())
