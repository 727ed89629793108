"""What `gilly compare` runs: the same work, once for each worker, in one of several ways.

Called with the way (`serial`, `threads`, `holding` or `processes`), the number of workers, the name of a function or an
empty text, the source of its arguments, the script, and the script's own arguments. The times are read off the timeline:
`compare` is the task of the whole, `work` that of a worker. Tasks of no length are remarks, known by their names.

A function goes to a child VM as with `multiprocessing`: pickled with its arguments; what it returns comes back pickled.
"""

import sys

from _timeline import begin_task, end_task


def load(script, function, arguments):
    """The work as a function and its arguments: a function of the script, or a run of the script."""
    with open(script, "rb") as file:
        code = compile(file.read(), script, "exec")
    if not function:
        return _run, (code, script, "__main__")
    namespace = _run(code, script, "__compare__")
    try:
        called = namespace[function]
    except KeyError:
        raise SystemExit(f"gilly compare: {script} has no function {function!r}") from None
    return called, eval(f"({arguments},)" if arguments else "()", namespace)


def _run(code, script, name):
    namespace = {"__name__": name, "__file__": script, "__builtins__": __builtins__}
    try:
        exec(code, namespace)
    except SystemExit as error:
        if error.code not in (None, 0):
            raise
    return namespace


def work(called, values):
    """A worker's share."""
    begin_task(work)
    try:
        return called(*values)
    finally:
        end_task()


def anew(path, argv, *words):
    """The same in a child VM, which loads the script for itself."""
    sys.path[:] = path
    sys.argv[:] = argv
    work(*load(*words))


def sent(connection, called, values):
    """The same in a child VM that is given the function and its arguments."""
    result = work(called, values)
    try:
        connection.send((True, result))
    except Exception:
        connection.send((False, None))


class Child:
    """A child VM that is given the function, and whose result is read before it is waited for."""

    def __init__(self, called, values):
        from multiprocessing import Pipe, Process
        self.here, there = Pipe(False)
        self.process = Process(target=sent, args=(there, called, values))
        self.there = there

    def start(self):
        self.process.start()
        self.there.close()

    def join(self):
        try:
            comes_back, _ = self.here.recv()
        except EOFError:
            comes_back = True
        self.process.join()
        if not comes_back:
            remark(result_stays)

    @property
    def exitcode(self):
        return self.process.exitcode


def children(count, words):
    """Child VMs for the work, not yet started."""
    from multiprocessing import Process, reduction
    if words[1]:
        called, values = load(*words)
        try:
            reduction.dumps((called, values), known=set())
        except Exception:
            remark(loaded_anew)
        else:
            return [Child(called, values) for _ in range(count)]
    return [Process(target=anew, args=(sys.path, sys.argv, *words)) for _ in range(count)]


def compare(way, count, words):
    """All workers, from the first one's start to the last one's end; did all of them do their work?"""
    if way == "processes":
        workers = children(count, words)
    else:
        job = load(*words)
        if way == "holding":
            import matrix
            matrix.release_gil(False)
        if way != "serial":
            from threading import Thread
            workers = [Thread(target=work, args=job) for _ in range(count)]
    begin_task(compare)
    try:
        if way == "serial":
            for _ in range(count):
                work(*job)
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
        remark(matrix_is_used)
    return 0 if done and not failed else 1


def remark(what):
    """Note something for the report."""
    begin_task(what)
    end_task()


def matrix_is_used():
    """The work uses matrices."""


def loaded_anew():
    """The function or its arguments cannot be pickled."""


def result_stays():
    """The function's result cannot be pickled."""


if __name__ == "__main__":
    sys.exit(main())
