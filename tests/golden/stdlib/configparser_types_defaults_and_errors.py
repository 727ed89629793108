import configparser
import io
from configparser import ConfigParser, ExtendedInterpolation, RawConfigParser

text = """
[DEFAULT]
base = /srv
timeout = 30
[web]
root = %(base)s/www
Debug = yes
ratio: 0.5
names = a
    b

    c
empty =
novalue
[db]
timeout = 5
url = %(root)s
# comment
; another
"""
c = ConfigParser(allow_no_value=True)
c.read_string(text)
print(c.sections(), c["web"]["root"], c["web"].getboolean("debug"), c.getfloat("web", "ratio"), c.getint("db", "timeout"), c.get("web", "timeout"),
      repr(c["web"]["names"]), repr(c["web"]["empty"]), c["web"]["novalue"], dict(c["db"].items() if 0 else {"timeout": c["db"]["timeout"]}))
for call in (lambda: c["db"]["url"], lambda: c["nope"], lambda: c.get("nope", "x"), lambda: c["web"]["nope"], lambda: c.get("web", "nope"),
             lambda: c.getint("web", "ratio"), lambda: c.getboolean("web", "root"), lambda: c.add_section("web"), lambda: c.add_section("DEFAULT"),
             lambda: c.set("web", "x", 5), lambda: c.set("nope", "x", "y"), lambda: c.remove_option("nope", "x"), lambda: c.set("web", "p", "50%"),
             lambda: c.__setitem__("web2", {"a": 1}), lambda: c.items("nope")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).replace("\n", " / "))
print(c.get("nope", "x", fallback="fb"), c["web"].get("nope", "dflt"), c.getint("db", "z", fallback=3), c["web"].get("nope"), c.has_option("web", "BASE"),
      c.has_section("DEFAULT"), "web" in c, "DEFAULT" in c, "root" in c["web"], c.defaults(), c.options("db"), c.get("web", "root", raw=True),
      c.get("web", "root", vars={"base": "/v"}), c.remove_option("web", "debug"), c.remove_section("zz"), len(c), list(c))
c["new"] = {"K": "v", "n": "1"}
c["web"]["root"] = "%%literal"
del c["db"]
out = io.StringIO()
c.write(out, space_around_delimiters=False)
print(out.getvalue(), c["web"]["root"], repr(c["new"]), c["new"].parser is c, c["new"].name, sep="|")
for bad in ("key = 1", "[a]\nx=1\nx=2", "[a]\n[a]", "[a]\nbad line", "[a\nx=1", "[a]\n  indented = 1", "[a]\n=1", "[]\nx=1", "[a]\nx = 1\n y = 2", "[a]\nx"):
    p = ConfigParser()
    try:
        p.read_string(bad, source="<s>")
        print(repr(bad), {s: dict(p[s]) for s in p.sections()})
    except configparser.Error as error:
        print(repr(bad), type(error).__name__, str(error).replace("\n", " / "))
for value in ("%(a", "%(x)s", "%z", "%(loop)s", "100%%"):
    p = ConfigParser()
    p.read_dict({"s": {"loop": "%(loop)s"}})
    try:
        p._sections["s"]["v"] = value
        print(p["s"]["v"])
    except configparser.InterpolationError as error:
        print(type(error).__name__, str(error).replace("\n", " / ")[:150])
e = ConfigParser(interpolation=ExtendedInterpolation())
e.read_string("[a]\nx = 1\ny = ${x}2\n[b]\nz = ${a:y}3 $$ ${DEFAULT:d}\n[DEFAULT]\nd = D\n[c]\nbad = ${a:y:z}\nworse = ${q}\n")
print(e["b"]["z"])
for key in ("bad", "worse"):
    try:
        e["c"][key]
    except configparser.InterpolationError as error:
        print(type(error).__name__, str(error).replace("\n", " / "))
r = RawConfigParser(delimiters=(":",), comment_prefixes=("//",), inline_comment_prefixes=("--",), strict=False, empty_lines_in_values=False,
                    default_section="common", converters={"list": lambda s: s.split(",")})
r.optionxform = str
r.read_string("[common]\nShared: 1\n[S]\nKey: a,b -- note\n// comment\nKey: c,d\n")
print(r.getlist("S", "Key"), r["S"].getlist("Key"), r.items("S"), r["S"]["Shared"], r.default_section)
n = ConfigParser(interpolation=None)
n.read_dict({"s": {"p": "100%", 5: 6}, "t": {}})
print(n["s"]["p"], n["s"]["5"], n.read(["/nonexistent.ini"]), n.BOOLEAN_STATES["on"], n == n, n["t"] == {})
n.read_file(["[lines]\n", "a = 1\n"])
print(n.items("lines"), n.popitem()[0], n.sections(), n.clear(), n.sections())
