import os.path

print(__import__("os.path").__name__, __import__("os.path", fromlist=["join"]).__name__ in ("posixpath",), __import__("os.path", None, None, ()).__name__)
print(__import__("json", globals(), locals(), ["decoder"], 0).__name__)
for call in (
    lambda: __import__("no_such_module"),
    lambda: __import__(""),
    lambda: __import__("sys", level=-1),
    lambda: __import__("x", {}, {}, [], 1),
    lambda: __import__("x", {"__package__": None, "__name__": "top"}, {}, [], 1),
    lambda: __import__(3),
    lambda: __import__("sys.nothing"),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
