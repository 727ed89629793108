print(repr(exit), repr(quit))
print(type(exit).__name__, callable(copyright), callable(credits), callable(license), callable(help))
for function in (exit, quit):
    for arguments in ((), (3,), ("message",)):
        try:
            function(*arguments)
        except SystemExit as error:
            print(function.name, error.code)
