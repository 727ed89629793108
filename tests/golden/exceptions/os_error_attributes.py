import errno

for arguments in ((), ("text",), (2, "No such"), (2, "No such", "file"), (2, "No such", "from", None, "to"), (13, "denied"), (9999, "odd"), ("2", "text"), (1, 2, 3, 4, 5, 6)):
    try:
        e = OSError(*arguments)
        print(type(e).__name__, e.args, e.errno, e.strerror, e.filename, e.filename2, "|", e)
    except TypeError as error:
        print(error)
for number in ("ENOENT", "EEXIST", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "EAGAIN", "EPIPE", "ECHILD", "EINTR", "ETIMEDOUT", "ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "ESRCH", "ESHUTDOWN", "EALREADY", "EINPROGRESS"):
    print(number, type(OSError(getattr(errno, number), "x")).__name__, end=" ")
print()
print(type(FileNotFoundError(13, "x")).__name__, repr(OSError(2, "a", "f")), type(ConnectionError(111, "x")).__name__)


class Mine(OSError):
    pass


print(type(Mine(2, "x")).__name__, Mine(2, "x").errno)
try:
    open("no/such/file")
except OSError as error:
    print(error.errno == errno.ENOENT, error.strerror, error.filename, type(error).__name__)
e = BlockingIOError(11, "would block", 7)
print(e.characters_written, e.filename, e.args)
try:
    BlockingIOError(11, "x").characters_written
except AttributeError as error:
    print(error)
