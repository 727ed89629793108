"""What both kinds of tasks, those written in Python and the native ones, have in common."""

import reprlib

from asyncio import base_futures, coroutines

__all__ = ()


def _task_repr_info(task):
    """What the repr of a task tells, without its class."""
    info = base_futures._future_repr_info(task)
    if task.cancelling() and not task.done():
        info[0] = "cancelling"
    info.insert(1, f"name={task.get_name()!r}")
    if task._fut_waiter is not None:
        info.insert(2, f"wait_for={task._fut_waiter!r}")
    if task._coro is not None:
        info.insert(2, f"coro=<{coroutines._format_coroutine(task._coro)}>")
    return info


@reprlib.recursive_repr()
def _task_repr(task):
    return f"<{' '.join([task.__class__.__name__, *_task_repr_info(task)])}>"


def _up(frame):
    while frame is not None:
        yield frame
        frame = frame.f_back


def _down(traceback):
    while traceback is not None:
        yield traceback.tb_frame
        traceback = traceback.tb_next


def _task_get_stack(task, limit):
    """The frames where the coroutine waits, or of the traceback that it has ended with."""
    import itertools

    most = None if limit is None else max(limit, 0)
    for name in "cr_frame", "gi_frame", "ag_frame":
        if hasattr(task._coro, name):
            frame = getattr(task._coro, name)
            break
    else:
        frame = None
    if frame is not None:
        return list(itertools.islice(_up(frame), most))[::-1]
    if task._exception is not None:
        return list(itertools.islice(_down(task._exception.__traceback__), most))
    return []


def _task_print_stack(task, limit, file):
    """Shows those frames."""
    import linecache
    import traceback

    places, checked = [], set()
    for frame in task.get_stack(limit=limit):
        filename, line = frame.f_code.co_filename, frame.f_lineno
        if filename not in checked:
            checked.add(filename)
            linecache.checkcache(filename)
        places.append((filename, line, frame.f_code.co_name, linecache.getline(filename, line, frame.f_globals)))
    error = task._exception
    if not places:
        print(f"No stack for {task!r}", file=file)
    else:
        print(f"{'Stack' if error is None else 'Traceback'} for {task!r} (most recent call last):", file=file)
    traceback.print_list(places, file=file)
    if error is not None:
        for line in traceback.format_exception_only(type(error), error):
            print(line, file=file, end="")
