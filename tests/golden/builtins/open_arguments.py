import io

with open("file.txt", "w") as file:
    print(file.mode, file.name, file.encoding.lower(), file.errors, file.newlines, file.closed, type(file).__name__)
print(type(open("file.txt", "rb")).__name__, type(open("file.txt", "r+b")).__name__, type(open("file.txt", "rb", buffering=0)).__name__, type(open("file.txt", "wb")).__name__)
for arguments, keywords in (
    (("file.txt", "rw"), {}),
    (("file.txt", ""), {}),
    (("file.txt", "rr"), {}),
    (("file.txt", "tb"), {}),
    (("file.txt", "z"), {}),
    (("file.txt", "rb"), {"encoding": "utf-8"}),
    (("file.txt", "rb"), {"errors": "strict"}),
    (("file.txt", "rb"), {"newline": "\n"}),
    (("file.txt",), {"newline": "x"}),
    (("file.txt",), {"buffering": 0}),
    (("file.txt",), {"encoding": "no-such"}),
    (("absent.txt",), {}),
    (("file.txt", "x"), {}),
    ((".",), {}),
    ((1.5,), {}),
    (("a\0b",), {}),
    (("file.txt", 3), {}),
    (("file.txt",), {"closefd": False}),
):
    try:
        print(open(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)
