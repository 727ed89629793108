"""Quoting, escapes, delimiters, terminators and errors while reading."""
import csv
import io


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def read(text, **options):
    return list(csv.reader(io.StringIO(text, newline=""), **options))


for text, options in (("a,b\r\n1,2", {}), ('"a,b","c""d"', {}), ("a;b", {"delimiter": ";"}), ("a\tb", {"dialect": "excel-tab"}), ("'a,b',c", {"quotechar": "'"}), ("a\\,b,c", {"escapechar": "\\"}), ('"a\nb",c', {}), ("a,,b,", {}), ("", {}), ("\n\n", {}), (" a, b", {"skipinitialspace": True}), ('a"b,c', {}), ('"a"b,c', {}), ("1,a", {"quoting": csv.QUOTE_NONNUMERIC} if False else {}), ('1.5,"a"', {"quoting": csv.QUOTE_NONNUMERIC}), ('"a",b', {"quoting": csv.QUOTE_NONE}), ("a|b", {"delimiter": "|"}), ('"a" "b"', {"delimiter": " "}), ("a,b\rc,d", {}), ("a,\"b", {}), ('""', {}), ('""""', {}), ("é,😀", {})):
    attempt(lambda: read(text, **options))
for bad in ((lambda: read('x,"a"', quoting=csv.QUOTE_NONNUMERIC)), (lambda: read('"a', strict=True)), (lambda: read('"a"b', strict=True)), (lambda: read("a", delimiter="ab")), (lambda: read("a", delimiter="")), (lambda: read("a", quotechar="ab")), (lambda: read("a", dialect="nope")), (lambda: read("a", nope=1)), (lambda: list(csv.reader([1]))), (lambda: list(csv.reader(5))), (lambda: list(csv.reader([b"a"]))), (lambda: read("a", quoting=99)), (lambda: csv.field_size_limit("x")), (lambda: list(csv.DictReader(io.StringIO("a,b\n1,2,3\n4\n"), restkey="more", restval="none"))), (lambda: csv.DictReader(io.StringIO("a,b\n")).fieldnames), (lambda: list(csv.DictReader(io.StringIO("1,2"), ["x", "y"]))), (lambda: csv.list_dialects()), (lambda: csv.get_dialect("excel").delimiter), (lambda: csv.Sniffer().sniff("a;b;c\n1;2;3").delimiter), (lambda: csv.Sniffer().has_header("name,age\nbob,5\nal,6"))):
    attempt(bad)
r = csv.reader(["a,b", "c"])
print(next(r), r.line_num, r.dialect.delimiter, list(r), r.line_num)
