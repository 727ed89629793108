class Report:
    def __init__(self, answer):
        self.answer = answer

    def __enter__(self):
        return 5

    def __exit__(self, kind, error, traceback):
        print(kind and kind.__name__, repr(error), traceback is not None)
        return self.answer


def attempt(answer, action):
    try:
        with Report(answer):
            return action()
    except BaseException as error:
        return f"came through: {error!r}"
    return "swallowed"


def fail():
    raise ValueError("v")


def stop():
    raise SystemExit(3)


class Undecided:
    def __bool__(self):
        raise TypeError("no truth")


print(attempt(False, fail), attempt(1, fail), attempt([], fail), attempt(True, stop), attempt(None, lambda: "result"), attempt(Undecided(), fail))
for n in range(3):
    with Report(False):
        if n == 0:
            continue
        break
