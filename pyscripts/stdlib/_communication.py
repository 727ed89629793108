"""What goes through the pipes of a program that `subprocess` has started."""

import threading
import time


class Communication:
    """Threads that read a program's output and write its input, so that neither side waits for the other."""

    def __init__(self, process, input):
        self._text = process.text_mode
        self._pieces = {}
        self._threads = []
        if process.stdin:
            self._begin(process._give, input)
        for name in ("stdout", "stderr"):
            stream = getattr(process, name)
            if stream:
                self._pieces[name] = []
                self._begin(self._read, stream, self._pieces[name])
        self._streams = {name: getattr(process, name) for name in self._pieces}

    def _begin(self, function, *arguments):
        thread = threading.Thread(target=function, args=arguments, daemon=True)
        thread.start()
        self._threads.append(thread)

    def _read(self, stream, pieces):
        raw = stream.buffer if self._text else stream
        while piece := (raw.read1(32768) if hasattr(raw, "read1") else raw.read(32768)):
            pieces.append(piece)
        stream.close()

    def wait(self, end):
        for thread in self._threads:
            thread.join(None if end is None else max(0, end - time.monotonic()))
            if thread.is_alive():
                return False
        return True

    def so_far(self):
        """What has been read, in bytes."""
        return [b"".join(self._pieces[name]) if self._pieces.get(name) else None for name in ("stdout", "stderr")]

    def result(self):
        found = []
        for name in ("stdout", "stderr"):
            if name not in self._pieces:
                found.append(None)
                continue
            data = b"".join(self._pieces[name])
            if self._text:
                stream = self._streams[name]
                data = data.decode(stream.encoding, stream.errors).replace("\r\n", "\n").replace("\r", "\n")
            found.append(data)
        return tuple(found)
