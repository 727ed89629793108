# The frames of other threads can be looked at while they wait.
import sys
import threading

ready = threading.Barrier(3)
done = threading.Event()


def inner(value):
    local = value * 2
    ready.wait()
    done.wait()
    return local


def outer(value):
    return inner(value)


def generates(value):
    yield outer(value)


threads = [threading.Thread(target=outer, args=(20,)), threading.Thread(target=lambda: list(generates(5)))]
for thread in threads:
    thread.start()
ready.wait()


def names(frame):
    # Some may still be on their way out of the barrier, which has lambdas of its own.
    found = []
    while frame is not None:
        if frame.f_code.co_filename == names.__code__.co_filename:
            found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def find(frame, name):
    while frame.f_code.co_name != name:
        frame = frame.f_back
    return frame


frames = sys._current_frames()
print(sorted(frames) == sorted(thread.ident for thread in threading.enumerate()))
print(frames[threading.get_ident()] is sys._getframe())
for thread in threads:
    frame = frames[thread.ident]
    called = names(frame)
    print([name for name in called if name in ("inner", "outer", "generates", "<lambda>")])
    found = find(frame, "inner")
    print(found.f_locals["value"], found.f_locals["local"], found.f_back is find(frame, "outer"))
done.set()
for thread in threads:
    thread.join()
print(found.f_locals["value"], found.f_back.f_code.co_name, len(sys._current_frames()))
