class Fails:
    def __init__(self, where):
        self.where = where

    def fail(self, name):
        raise RuntimeError(f"in {name}")

    def __bool__(self):
        self.fail("bool")

    def __len__(self):
        self.fail("len")

    def __iter__(self):
        self.fail("iter")

    def __contains__(self, item):
        self.fail("contains")

    def __eq__(self, other):
        self.fail("eq")

    def __hash__(self):
        self.fail("hash")

    def __repr__(self):
        self.fail("repr")

    def __getitem__(self, key):
        self.fail("getitem")

    def __call__(self):
        self.fail("call")

    def __index__(self):
        self.fail("index")

    def __enter__(self):
        self.fail("enter")

    __exit__ = None

    def __add__(self, other):
        self.fail("add")

    __radd__ = __add__

    def __format__(self, specification):
        self.fail("format")


f = Fails(0)
for call in (lambda: not f, lambda: f and 1, lambda: len(f), lambda: 1 in f, lambda: f in [1], lambda: f == 1, lambda: {f}, lambda: repr(f), lambda: f"{f}", lambda: str([f]), lambda: f[0], lambda: f(), lambda: [1][f], lambda: f + 1, lambda: 1 + f, lambda: sorted([f, f]), lambda: any([f]), lambda: range(f), lambda: "%s" % f, lambda: max([f], default=0) is f, lambda: isinstance(f, f), lambda: print(f), lambda: filter(None, [f]).__next__()):
    try:
        print(call())
    except (RuntimeError, TypeError) as error:
        print(error)
