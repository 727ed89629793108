# TOML: a document with everything in it, and what is wrong with others.
import io
import tomllib
from decimal import Decimal


def show(text):
    try:
        print(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        print(repr(text), error)


show('''
title = "TOML"
[owner]
name = "Tom"
dob = 1979-05-27T07:32:00-08:00
utc = 1979-05-27 07:32:00.5Z
day = 1979-05-27
clock = 07:32:00
[database]
enabled = true
ports = [ 8000, 8001, [1, # comment
 2,], ]
data = [ ["delta", "phi"], [3.14] ]
temp = { cpu = 79.5, case = {x.y = 1} }
[servers.alpha]
ip = "10.0.0.1"
[servers.beta]
ip.a.b = '10'
ip.a.c = 1
[[products]]
name = "Hammer"
sku = 7_385
[[products]]
[[products.sub]]
x=1
[[products]]
name = "Nail"
"quoted key" . 'x' = 0xff
o=0o17
b=0b11
e=1e5
i=-inf
n=nan
neg=-17
m="""
abc\\
   def ""x"" """
l=\'\'\'
raw\\n''x\'\'\'
u="\\u00e9\\t\\U0001F600"
''')
for wrong in (
    "a=1\na=2", "[a]\n[a]", "a.b=1\n[a]", "[a.b]\n[a]\nb=1", "a=1\n[a.b]", "a=[1,2", "a={x=1", 'a="x', "a='x", 'a="\\q"',
    "a=1 b=2", "a", "=1", "a=", "a=01", "a=1979-13-01", "a=1979-02-30", "a={x=1,}", "a={x=1,x=2}", "a={x=1}\na.y=2",
    "a={x=1}\n[a.y]", "a=[1]\n[[a]]", "[[a]]\n[a]", "[a]\n[[a]]", 'a="\\ud800"', 'a="\x01"', "# \x01", "[a", "[[a]",
    "a.b=1\na=2", 'a="""x', "a=+-1", "a=1__0", "a=.5", "a=5.", "\ta=1", "a=true1",
    "[fruit]\napple.color=1\n[fruit.apple]", "[fruit]\napple.color=1\n[fruit.apple.taste]\nx=1",
    "[a.b.c]\nz=9\n[a]\nb.c.t=1", 'a="\\u12"', "a=1\r", 'a="""\\ x"""', "[]", "a = {\n}", "x=[{a=1}]\n[[x]]", "a=00:00:60",
    "a=1979-05-27T07:32:00.1234567",
):
    show(wrong)
print(tomllib.loads("a=1.5\nb=inf", parse_float=Decimal))
print(tomllib.load(io.BytesIO(b"a = 1\r\nb = 2")))
for wrong in io.StringIO("a=1"), io.BytesIO(b"a=\xff"):
    try:
        tomllib.load(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
