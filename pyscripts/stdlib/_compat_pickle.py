"""Names that pickles of protocols 0 to 2 use: those of Python 2."""

IMPORT_MAPPING = {
    "__builtin__": "builtins", "copy_reg": "copyreg", "Queue": "queue", "SocketServer": "socketserver",
    "ConfigParser": "configparser", "repr": "reprlib", "UserDict": "collections", "UserList": "collections",
    "UserString": "collections", "thread": "_thread", "dummy_thread": "_dummy_thread", "cPickle": "pickle",
    "cStringIO": "io", "StringIO": "io", "_abcoll": "collections.abc", "htmlentitydefs": "html.entities",
    "HTMLParser": "html.parser", "httplib": "http.client", "Cookie": "http.cookies", "cookielib": "http.cookiejar",
    "urlparse": "urllib.parse", "Tkinter": "tkinter", "xmlrpclib": "xmlrpc.client",
}

NAME_MAPPING = {
    ("__builtin__", "xrange"): ("builtins", "range"),
    ("__builtin__", "reduce"): ("functools", "reduce"),
    ("__builtin__", "intern"): ("sys", "intern"),
    ("__builtin__", "unichr"): ("builtins", "chr"),
    ("__builtin__", "unicode"): ("builtins", "str"),
    ("__builtin__", "long"): ("builtins", "int"),
    ("itertools", "izip"): ("builtins", "zip"),
    ("itertools", "imap"): ("builtins", "map"),
    ("itertools", "ifilter"): ("builtins", "filter"),
    ("itertools", "ifilterfalse"): ("itertools", "filterfalse"),
    ("itertools", "izip_longest"): ("itertools", "zip_longest"),
    ("UserDict", "IterableUserDict"): ("collections", "UserDict"),
    ("UserList", "UserList"): ("collections", "UserList"),
    ("UserString", "UserString"): ("collections", "UserString"),
}

# Built-in exceptions that Python 2 had too, and what those are called there that it did not have.
_OLD_EXCEPTIONS = """ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning
DeprecationWarning EOFError EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError
ImportError ImportWarning IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError
NotImplementedError OSError OverflowError PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning
StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TypeError UnboundLocalError
UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError
Warning ZeroDivisionError""".split()
_NEW_OS_ERRORS = """BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError
PermissionError ProcessLookupError TimeoutError""".split()

NAME_MAPPING |= {("exceptions", name): ("builtins", name) for name in _OLD_EXCEPTIONS}

REVERSE_IMPORT_MAPPING = {
    "builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "socketserver": "SocketServer",
    "configparser": "ConfigParser", "reprlib": "repr", "_thread": "thread", "collections.abc": "_abcoll",
    "html.entities": "htmlentitydefs", "html.parser": "HTMLParser", "http.client": "httplib",
    "http.cookies": "Cookie", "http.cookiejar": "cookielib", "urllib.parse": "urlparse", "tkinter": "Tkinter",
    "xmlrpc.client": "xmlrpclib",
}

REVERSE_NAME_MAPPING = {new: old for old, new in NAME_MAPPING.items()}
REVERSE_NAME_MAPPING |= {("builtins", name): ("exceptions", "OSError") for name in _NEW_OS_ERRORS}
REVERSE_NAME_MAPPING |= {
    ("builtins", "ModuleNotFoundError"): ("exceptions", "ImportError"),
    ("builtins", "RecursionError"): ("exceptions", "RuntimeError"),
    ("builtins", "StopAsyncIteration"): ("exceptions", "StopIteration"),
    ("builtins", "str"): ("__builtin__", "unicode"),
    ("builtins", "bytes"): ("__builtin__", "bytes"),
}
