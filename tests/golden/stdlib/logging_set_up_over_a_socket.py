"""Logging is set up by what comes over a socket."""

import json
import logging
import logging.config
import socket
import struct
import time


def send(port, text):
    with socket.create_connection(("localhost", port)) as sock:
        sock.sendall(struct.pack(">L", len(text)) + text)
        sock.shutdown(socket.SHUT_WR)
        sock.recv(1)


def wait_for(condition):
    end = time.monotonic() + 20
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return condition()


listener = logging.config.listen(0)
listener.start()
print(listener.ready.wait(20), listener.port > 0)
send(listener.port, json.dumps({"version": 1, "loggers": {"one": {"level": "ERROR"}}}).encode())
print(wait_for(lambda: logging.getLogger("one").level == logging.ERROR))
send(listener.port, b"[loggers]\nkeys=root,two\n[handlers]\nkeys=\n[formatters]\nkeys=\n[logger_root]\nhandlers=\n"
                    b"[logger_two]\nlevel=DEBUG\nqualname=two\nhandlers=\n")
print(wait_for(lambda: logging.getLogger("two").level == logging.DEBUG))
logging.config.stopListening()
listener.join(20)
print(listener.is_alive())

seen = []
listener = logging.config.listen(0, verify=lambda text: seen.append(text) or (None if text == b"bad" else text[::-1]))
listener.start()
listener.ready.wait(20)
send(listener.port, b"bad")
send(listener.port, json.dumps({"version": 1, "loggers": {"three": {"level": "INFO"}}}).encode()[::-1])
print(wait_for(lambda: logging.getLogger("three").level == logging.INFO), seen[0])
logging.config.stopListening()
listener.join(20)
logging.config.stopListening()
