# difference: An import of a library module that gilly does not have says which one comes nearest
# cause: gilly has most of the standard library, not all of it; the error's `name` is as in CPython.
# workaround: Use the module that is named, or catch the `ModuleNotFoundError`.
for name in "lzma", "sqlite3", "nosuchmodule":
    try:
        __import__(name)
        print(name, "is there")
    except ModuleNotFoundError as error:
        print(error.name, error)
