"""Logging set up by whoever connects: `logging.config.listen`."""

import io
import json
import socketserver
import struct
import threading
import traceback

from logging.config import dictConfig, fileConfig

_HEAD = struct.Struct(">L")
_lock = threading.Lock()
_listening = None  # the server that there is


class _Reader(socketserver.StreamRequestHandler):
    """Takes one configuration: its length in four bytes, then a JSON dict or a file's text."""

    def handle(self):
        head = self.rfile.read(_HEAD.size)
        if len(head) < _HEAD.size:
            return
        (length,) = _HEAD.unpack(head)
        text = self.rfile.read(length)
        if len(text) < length:
            return
        if self.server.verify is not None:
            text = self.server.verify(text)
        if text is None:
            return
        text = text.decode("utf-8")
        try:
            try:
                wanted = json.loads(text)
            except ValueError:
                fileConfig(io.StringIO(text))
            else:
                dictConfig(wanted)
        except Exception:
            traceback.print_exc()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port, verify):
        super().__init__(("localhost", port), _Reader)
        self.verify = verify


class Listener(threading.Thread):
    """Waits for configurations; `ready` is set once it does, and `port` is then known."""

    def __init__(self, port, verify):
        super().__init__(daemon=True)
        self.port = port
        self.verify = verify
        self.ready = threading.Event()

    def run(self):
        global _listening
        with _Server(self.port, self.verify) as server:
            if self.port == 0:
                self.port = server.server_address[1]
            with _lock:
                _listening = server
            self.ready.set()
            server.serve_forever(0.05)


def stop():
    """Have the server that waits for configurations end."""
    global _listening
    with _lock:
        server, _listening = _listening, None
    if server is not None:
        server.shutdown()
