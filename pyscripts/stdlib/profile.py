"""How often functions are called, and how long they take; cProfile under its older name, with `calibrate`."""

from cProfile import Profile as _Profile, _profile

__all__ = ["run", "runctx", "Profile"]


class Profile(_Profile):
    """A profiler; its clock can be given."""

    bias = 0

    def __init__(self, timer=None, bias=None):
        super().__init__(timer)
        self.bias = Profile.bias if bias is None else bias

    def calibrate(self, m, verbose=0):
        """The time that counting one call takes."""
        import time

        def work(count):
            for _ in range(count):
                pass

        def calls(count):
            for _ in range(count):
                work(1)

        start = time.perf_counter()
        calls(m)
        plain = time.perf_counter() - start
        counted = Profile()
        start = time.perf_counter()
        counted.runcall(calls, m)
        taken = time.perf_counter() - start
        if verbose:
            print("elapsed time without profiling =", plain)
            print("elapsed time with profiling =", taken)
        return max(0.0, (taken - plain) / m)


def run(statement, filename=None, sort=-1):
    """Profile a statement; print a table, or write to a file."""
    import __main__

    runctx(statement, __main__.__dict__, __main__.__dict__, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    _profile(Profile(), statement, globals, locals, filename, sort)


if __name__ == "__main__":
    from cProfile import main

    main()
