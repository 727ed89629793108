"""Tracebacks of unknown encodings and of what cannot be converted show the program's frames only."""

import codecs
import traceback


def tried(action):
    try:
        action()
    except (LookupError, UnicodeError) as error:
        lines = traceback.format_exception(error)
        print([line.strip().splitlines()[0].rpartition("/")[2] for line in lines if line.lstrip().startswith("File")])
        print(lines[-1].strip(), len(traceback.extract_tb(error.__traceback__)), error.__context__)


tried(lambda: "x".encode("no-such"))
tried(lambda: b"x".decode("no-such"))
tried(lambda: codecs.lookup("no-such"))
tried(lambda: codecs.encode("x", "no-such"))
tried(lambda: b"\xff".decode("hz"))
tried(lambda: b"\x1b".decode("iso2022-jp"))
tried(lambda: "\u20ac".encode("johab"))
tried(lambda: b"\xff".decode("utf-8"))
tried(lambda: codecs.lookup_error("no-such"))
tried(lambda: "x".encode("hex"))
