import string
def tokens(s):
    i = 0
    while i < len(s):
        c = s[i]
        if c in string.whitespace:
            i += 1
            continue
        j = i + 1
        if c.isalpha() or c == "_":
            while j < len(s) and (s[j].isalnum() or s[j] == "_"): j += 1
            yield "name", s[i:j]
        elif c.isdigit():
            while j < len(s) and (s[j].isdigit() or s[j] == "."): j += 1
            yield "number", s[i:j]
        elif c == '"':
            j = s.index('"', j) + 1
            yield "string", s[i + 1:j - 1]
        else:
            yield "op", c
        i = j
print(list(tokens('x_1 = foo(3.14, "hi there") + y2')))
try:
    list(tokens('"open'))
except ValueError as e:
    print(e)
