print("{a}-{b}".format_map({"a": 1, "b": 2}))
class D(dict):
    def __missing__(self, k): return f"<{k}>"
print("{x} {y}".format_map(D(x=1)))
import string
t = string.Template("$who likes ${what}, $$5")
print(t.substitute(who="Ann", what="pie"), t.safe_substitute(who="Bob"))
print(string.ascii_lowercase, string.digits, string.punctuation, string.hexdigits, string.capwords("a bc"))
try:
    t.substitute(who=1)
except KeyError as e:
    print(e)
