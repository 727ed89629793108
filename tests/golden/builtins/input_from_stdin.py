# stdin: first\nsecond line\n\n3 4
name = input()
print(repr(name))
print(repr(input("prompt> ")))
print(repr(input()))
print([int(x) for x in input().split()])
try:
    input()
except EOFError as e:
    print(type(e).__name__, e)
