"""`python -m inspect`: the source of a module, class or function, or where it comes from."""

import argparse
import importlib
import inspect
import sys


def main():
    parser = argparse.ArgumentParser(prog="inspect.py")
    parser.add_argument(
        "object", help="The object to be analysed. It supports the 'module:qualname' syntax")
    parser.add_argument(
        "-d", "--details", action="store_true", help="Display info about the module rather than its source code")
    options = parser.parse_args()
    name, _, attributes = options.object.partition(":")
    try:
        thing = module = importlib.import_module(name)
    except Exception as error:
        print(f"Failed to import {name} ({type(error).__name__}: {error})", file=sys.stderr)
        sys.exit(2)
    for attribute in attributes.split(".") if attributes else ():
        thing = getattr(thing, attribute)
    if module.__name__ in sys.builtin_module_names:
        print("Can't get info for builtin modules.", file=sys.stderr)
        sys.exit(1)
    if not options.details:
        print(inspect.getsource(thing))
        return
    print(f"Target: {options.object}")
    print(f"Origin: {inspect.getsourcefile(module)}")
    print(f"Cached: {module.__cached__}")
    if thing is module:
        print(f"Loader: {module.__loader__!r}")
        if hasattr(module, "__path__"):
            print(f"Submodule search path: {module.__path__}")
    else:
        print(f"Line: {inspect.findsource(thing)[1]}")
    print("\n")


if __name__ == "__main__":
    main()
