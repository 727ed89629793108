# stdin: first\n  second  \nno newline
print(repr(input()), repr(input("prompt> ")), repr(input(5)))
for arguments in ((), ("more",)):
    try:
        input(*arguments)
    except EOFError as error:
        print(type(error).__name__, error)
try:
    input(1, 2)
except TypeError as error:
    print(error)
