import datetime
import inspect
import logging
import logging.handlers as handlers
import os
import pickle
import socket
import struct
import threading
import time

for name in ("TimedRotatingFileHandler", "SysLogHandler", "SocketHandler", "DatagramHandler", "HTTPHandler", "SMTPHandler"):
    kind = getattr(handlers, name)
    print(kind, inspect.signature(kind), kind.__mro__[1].__name__)
print(handlers.DEFAULT_UDP_LOGGING_PORT, handlers.DEFAULT_HTTP_LOGGING_PORT, handlers.SYSLOG_UDP_PORT)

print("times")
options = dict(delay=True, utc=True)
for when in ("S", "M", "H", "D", "MIDNIGHT", "W0", "W6", "midnight"):
    handler = handlers.TimedRotatingFileHandler("x.log", when=when, interval=2, backupCount=2, **options)
    print(when, handler.when, handler.interval, handler.suffix, handler.extMatch.pattern,
          getattr(handler, "dayOfWeek", None), [handler.computeRollover(t) for t in (0, 1000000, 1000000000.5)])
at = datetime.time(3, 4, 5)
for when in ("midnight", "W2"):
    handler = handlers.TimedRotatingFileHandler("x.log", when=when, atTime=at, **options)
    print([handler.computeRollover(t) for t in (0, 86399, 12000, 10**9)])
for when in ("W", "W7", "Q", "", "W12"):
    try:
        handlers.TimedRotatingFileHandler("x.log", when=when, delay=True)
    except ValueError as error:
        print(error)

log = logging.getLogger("timed")
log.propagate = False
handler = handlers.TimedRotatingFileHandler("timed.log", when="D", utc=True, backupCount=2)
log.addHandler(handler)
for number in range(5):
    log.warning("message %d", number)
    handler.rolloverAt = 86400 * (100 + number) if number < 4 else time.time() + 1000
print(sorted(os.listdir(".")))
print([open(name).read() for name in sorted(os.listdir(".")) if name.startswith("timed.log.")])
handler.close()
log.removeHandler(handler)

print("sockets")
server = socket.create_server(("127.0.0.1", 0))
received = []


def serve():
    connection, _ = server.accept()
    with connection:
        data = b""
        while piece := connection.recv(4096):
            data += piece
    while data:
        length = struct.unpack(">L", data[:4])[0]
        received.append(pickle.loads(data[4:4 + length]))
        data = data[4 + length:]


thread = threading.Thread(target=serve)
thread.start()
handler = handlers.SocketHandler("127.0.0.1", server.getsockname()[1])
log.addHandler(handler)
log.error("first %s", "argument")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("second")
handler.close()
log.removeHandler(handler)
thread.join()
server.close()
for values in received:
    record = logging.makeLogRecord(values)
    print(record.name, record.levelname, record.getMessage(), record.args, record.exc_info,
          (record.exc_text or "").splitlines()[-1:])
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
    receiver.bind(("127.0.0.1", 0))
    for handler in (handlers.SysLogHandler(receiver.getsockname(), facility="local1"),
                    handlers.DatagramHandler(*receiver.getsockname())):
        log.addHandler(handler)
        log.critical("to the log")
        data = receiver.recv(4096)
        print(data if isinstance(handler, handlers.SysLogHandler) else pickle.loads(data[4:])["msg"])
        log.removeHandler(handler)
        handler.close()
with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as receiver:
    receiver.bind("log.socket")
    handler = handlers.SysLogHandler("log.socket")
    handler.ident, handler.append_nul = "app: ", False
    log.addHandler(handler)
    log.warning("näher")
    print(receiver.recv(4096))
    log.removeHandler(handler)
    handler.close()
SysLog = handlers.SysLogHandler
print(SysLog.priority_names, SysLog.facility_names, SysLog.priority_map, SysLog.LOG_LOCAL7, SysLog.LOG_DEBUG)
nobody = handlers.SocketHandler("127.0.0.1", 1)
nobody.emit(logging.makeLogRecord({"msg": "lost"}))
print(nobody.sock, nobody.retryTime is not None, nobody.retryPeriod)

print("web")
server = socket.create_server(("127.0.0.1", 0))
requests = []


def answer():
    for _ in range(2):
        connection, _ = server.accept()
        with connection:
            data = connection.recv(65536)
            while b"Content-length" in data and not data.partition(b"\r\n\r\n")[2]:
                data += connection.recv(65536)
            requests.append(data)
            connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n")


thread = threading.Thread(target=answer)
thread.start()
host = "127.0.0.1:%d" % server.getsockname()[1]
for method in ("get", "POST"):
    handler = handlers.HTTPHandler(host, "/log", method, credentials=("me", "secret"))
    handler.mapLogRecord = lambda record: {"name": record.name, "text": record.getMessage()}
    handler.emit(logging.makeLogRecord({"name": "n", "msg": "a b"}))
thread.join()
server.close()
print([request.decode().replace(host, "HOST") for request in requests])
for arguments in (("h", "u", "PUT"), ("h", "u", "GET", False, None, object())):
    try:
        handlers.HTTPHandler(*arguments)
    except ValueError as error:
        print(error)
handler = handlers.SMTPHandler(("mail", 25), "me", "you", "subject", ("user", "word"))
print(handler.mailhost, handler.mailport, handler.toaddrs, handler.username, handler.getSubject(None), handler.timeout)
