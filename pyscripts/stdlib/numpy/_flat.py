"""What `array.flat` and `array.flags` are."""


class flatiter:
    """All numbers of an array, one after the other."""

    def __init__(self, base):
        self.base = base
        self.index = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.index >= self.base.size:
            raise StopIteration
        self.index += 1
        return self.base.ravel()[self.index - 1] if self.base.ndim != 1 else self.base[self.index - 1]

    def __len__(self):
        return self.base.size

    def __getitem__(self, key):
        part = self.base.ravel()[key]
        return part.copy() if hasattr(part, "copy") and getattr(part, "ndim", 0) else part

    def __setitem__(self, key, value):
        from matrix import arange

        places = arange(self.base.size)[key].ravel()
        sides = self.base.shape
        keys = []
        for side in sides[::-1]:
            keys.append(places % side)
            places = places // side
        self.base[tuple(keys[::-1])] = value

    @property
    def coords(self):
        place, result = self.index, []
        for side in self.base.shape[::-1]:
            place, rest = divmod(place, side)
            result.append(rest)
        return tuple(result[::-1])

    def copy(self):
        return self.base.flatten()


class flagsobj:
    """How the numbers of an array lie."""

    def __init__(self, array):
        self.c_contiguous, self.f_contiguous, self.owndata, self.writeable = array._flags
        self.aligned, self.writebackifcopy = True, False

    def __getitem__(self, name):
        names = {"C": "c_contiguous", "F": "f_contiguous", "W": "writeable", "O": "owndata", "A": "aligned"}
        name = names.get(name, name).lower()
        if name not in vars(self):
            raise KeyError("Unknown flag")
        return vars(self)[name]

    @property
    def contiguous(self):
        return self.c_contiguous

    def __repr__(self):
        names = "c_contiguous", "f_contiguous", "owndata", "writeable", "aligned", "writebackifcopy"
        return "\n".join(f"  {name.upper()} : {vars(self)[name]}" for name in names) + "\n"
