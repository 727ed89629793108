"""Headers of a response, as a mapping that keeps their order and whose names have no case."""

__all__ = ["Headers"]


def _parameter(name, value):
    if value is None or not len(value):
        return name
    value = value.replace("\\", "\\\\").replace('"', r"\"")
    return f'{name}="{value}"'


class Headers:
    """A list of pairs, seen as a mapping."""

    def __init__(self, headers=None):
        headers = [] if headers is None else headers
        if type(headers) is not list:
            raise TypeError("Headers must be a list of name/value tuples")
        self._headers = headers

    def _checked(self, value):
        if type(value) is str:
            return value
        raise AssertionError(f"Header names/values must be of type str (got {value!r})")

    def __len__(self):
        return len(self._headers)

    def __setitem__(self, name, val):
        del self[name]
        self._headers.append((self._checked(name), self._checked(val)))

    def __delitem__(self, name):
        name = self._checked(name.lower())
        self._headers[:] = [pair for pair in self._headers if pair[0].lower() != name]

    def __getitem__(self, name):
        return self.get(name)

    def __contains__(self, name):
        return self.get(name) is not None

    def get_all(self, name):
        """All values of a header."""
        name = self._checked(name.lower())
        return [value for other, value in self._headers if other.lower() == name]

    def get(self, name, default=None):
        return next(iter(self.get_all(name)), default)

    def keys(self):
        return [name for name, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return self._headers[:]

    def __repr__(self):
        return f"{self.__class__.__name__}({self._headers!r})"

    def __str__(self):
        return "\r\n".join([f"{name}: {value}" for name, value in self._headers] + ["", ""])

    def __bytes__(self):
        return str(self).encode("iso-8859-1")

    def setdefault(self, name, value):
        found = self.get(name)
        if found is None:
            self._headers.append((self._checked(name), self._checked(value)))
            return value
        return found

    def add_header(self, _name, _value, **_params):
        """Add a header with parameters: `_` in their names is `-`, and None is a parameter without value."""
        parts = [] if _value is None else [self._checked(_value)]
        for name, value in _params.items():
            name = self._checked(name).replace("_", "-")
            parts.append(name if value is None else _parameter(name, self._checked(value)))
        self._headers.append((self._checked(_name), "; ".join(parts)))
