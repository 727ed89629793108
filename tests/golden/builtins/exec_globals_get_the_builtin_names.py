"""What exec and eval put into globals: the names of the frame that calls them, as a dict."""

for run in exec, eval:
    namespace = {}
    run("1", namespace)
    print(type(namespace["__builtins__"]), namespace["__builtins__"]["len"] is len, list(namespace))

namespace = {}
exec("found = __builtins__['abs'](-1)", namespace)
print(namespace["found"])

few = {"__builtins__": {"exec": exec, "print": print, "list": list}}
exec("inner = {}\nexec('1', inner)\nprint(list(inner['__builtins__']))", few)

namespace = {"__builtins__": {}}
exec("x = 1", namespace)
print(namespace)
print(type(__builtins__).__name__)
