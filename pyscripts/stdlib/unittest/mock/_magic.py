"""The special methods that mocks have, and what they return when nobody said."""

_NUMERIC = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod"
_UNARY = "neg pos invert"

ASYNC_MAGICS = {"__aenter__", "__aexit__", "__anext__"}
MAGICS = {
    f"__{name}__" for name in " ".join([
        "lt gt le ge eq ne getitem setitem delitem len contains iter hash str sizeof enter exit complex ceil floor",
        "trunc bool next fspath aiter int float index round",
        _UNARY, _NUMERIC, " ".join("r" + name for name in _NUMERIC.split()),
        " ".join("i" + name for name in _NUMERIC.split() if name != "divmod"),
    ]).split()
} | ASYNC_MAGICS

_RETURNED = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented,
    "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0,
    "__bool__": True, "__index__": 1, "__aexit__": False,
}


def default_for(name, mock, method, default):
    """Tell a new special method what to return."""
    if name in _RETURNED:
        method.return_value = _RETURNED[name]
    elif name == "__hash__":
        method.return_value = object.__hash__(mock)
    elif name == "__str__":
        method.return_value = object.__str__(mock)
    elif name == "__sizeof__":
        method.return_value = object.__sizeof__(mock)
    elif name == "__fspath__":
        method.return_value = f"{type(mock).__name__}/{mock._extract_mock_name()}/{id(mock)}"
    elif name in ("__eq__", "__ne__"):
        def compare(other):
            told = method.__dict__["_mock_return_value"]
            if told is not default:
                return told
            if mock is other:
                return name == "__eq__"
            return NotImplemented
        method.side_effect = compare
    elif name == "__iter__":
        def iterate():
            told = method.__dict__["_mock_return_value"]
            return iter([]) if told is default else iter(told)
        method.side_effect = iterate
    elif name == "__aiter__":
        async def over(items):
            for item in items:
                yield item

        def iterate_asynchronously():
            told = method.__dict__["_mock_return_value"]
            return over([] if told is default else told)
        method.side_effect = iterate_asynchronously
