import csv
import io

rows = [["a", 1, 2.5, None, ""], ["comma,", 'quo"te', "new\nline", " space ", "tab\t"], [True, [1], "'", ";", "\\"]]
for kw in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"},
           {"delimiter": ";", "quotechar": "'"}, {"doublequote": False, "escapechar": "!"}, {"lineterminator": "|"},
           {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL}, {"dialect": "excel-tab"}, {"dialect": "unix"},
           {"quoting": csv.QUOTE_NONE, "quotechar": None, "escapechar": "/"}):
    out = io.StringIO()
    try:
        csv.writer(out, **kw).writerows(rows)
        print(kw, repr(out.getvalue()))
    except csv.Error as error:
        print(kw, error)
for kw in ({"quoting": csv.QUOTE_NONE}, {"doublequote": False}, {"delimiter": ""}, {"delimiter": "ab"}, {"quotechar": ""}, {"quoting": 9},
           {"lineterminator": None}, {"dialect": "nope"}, {"foo": 1}, {"delimiter": 5}, {"delimiter": "\n"}, {"quotechar": None},
           {"escapechar": "xx"}, {"delimiter": ",", "quotechar": ","}, {"skipinitialspace": True, "delimiter": " "}):
    try:
        csv.writer(io.StringIO(), **kw).writerow(["a,b", 'c"d', " e"])
        print("fine", kw)
    except (csv.Error, TypeError, ValueError) as error:
        print(kw, type(error).__name__, error)
for row in ([""], [], [None], ["", ""], "text", (x for x in "ab")):
    out = io.StringIO()
    print(csv.writer(out).writerow(row), repr(out.getvalue()))
for bad in (5, None):
    try:
        csv.writer(io.StringIO()).writerow(bad)
    except csv.Error as error:
        print(error)
for text, kw in (('a,"b ""q"" c",d\r\n', {}), ('a,"b\nc"\n', {}), ("a;b c", {"delimiter": ";"}), ("  a,  b", {"skipinitialspace": True}),
                 ('"a"b,c', {}), ('"a"b', {"strict": True}), ('"open', {}), ('"open', {"strict": True}), ("a\\,b,c", {"escapechar": "\\"}), ("", {}),
                 ("\n\na\n", {}), ("1,2.5,x", {"quoting": csv.QUOTE_NONNUMERIC}), ('1,"x"', {"quoting": csv.QUOTE_NONNUMERIC}), ("a\rb", {}),
                 ('"a","b"', {"quoting": csv.QUOTE_NONE}), (",,", {}), ('"",', {}), (',""', {"quoting": csv.QUOTE_NOTNULL}), ("'a,b',c", {"quotechar": "'"}),
                 ("3,,x", {"quoting": csv.QUOTE_STRINGS}), ("a\\", {"escapechar": "\\"}), ('a "b" c,d', {}), ("a\x00b", {})):
    try:
        reader = csv.reader(io.StringIO(text, newline=""), **kw)
        print(repr(text), list(reader), reader.line_num)
    except (csv.Error, ValueError) as error:
        print(repr(text), type(error).__name__, error)
try:
    list(csv.reader([b"a,b"]))
except csv.Error as error:
    print(error)
old = csv.field_size_limit(5)
try:
    list(csv.reader(["abcdefgh"]))
except csv.Error as error:
    print(error, old)
csv.field_size_limit(old)


class Pipes(csv.Dialect):
    delimiter, quotechar, lineterminator, quoting = "|", "~", "\n", csv.QUOTE_MINIMAL


csv.register_dialect("pipes", Pipes)
csv.register_dialect("mine", delimiter=":", quoting=csv.QUOTE_ALL)
print(list(csv.reader(["a|~b|c~"], "pipes")), "mine" in csv.list_dialects(), csv.get_dialect("mine").delimiter, csv.get_dialect("pipes").quotechar)
csv.unregister_dialect("mine")
for call in (lambda: csv.get_dialect("mine"), lambda: csv.unregister_dialect("mine"), lambda: csv.register_dialect(5)):
    try:
        call()
    except (csv.Error, TypeError) as error:
        print(type(error).__name__, error)
d = csv.DictReader(io.StringIO("x,y\n1,2\n3\n\n4,5,6\n"), restkey="more", restval="-")
print(list(d), d.fieldnames, d.line_num)
print(list(csv.DictReader(["1,2"], fieldnames=["p", "q"])), csv.DictReader([]).fieldnames)
out = io.StringIO()
w = csv.DictWriter(out, ["a", "b"], restval="?", extrasaction="raise")
print(w.writeheader(), w.writerow({"a": 1}))
for bad in ({"a": 1, "z": 2, "y": 3}, {"c": 1}):
    try:
        w.writerow(bad)
    except ValueError as error:
        print(error)
csv.DictWriter(out, ["a"], extrasaction="ignore").writerows([{"a": 1, "z": 2}])
print(repr(out.getvalue()))
for sample in ("a;b;c\n1;2;3\n", "a\tb\n1\t2\n", "'x','y'\n'1','2'\n", "name|age\nann|3\nbob|4\n"):
    s = csv.Sniffer().sniff(sample)
    print(repr(s.delimiter), repr(s.quotechar), s.skipinitialspace, csv.Sniffer().has_header(sample))
