"""A manager's process: it keeps objects and answers for them.

Each connection is answered by a thread of its own, which first sees to it that the other side knows the key. A request
is the number of an object, the name of a method and its arguments; for those of the server itself the number is None.
"""

import threading

from ._challenge import answer_challenge, deliver_challenge
from ._listening import Listener
from .context import AuthenticationError
from .process import current_process


class Token:
    """Which object of which manager."""

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __repr__(self):
        return f"{type(self).__name__}(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})"


def public_methods(obj):
    """The names of an object's methods that are for everybody."""
    return [name for name in dir(obj) if name[0] != "_" and callable(getattr(obj, name))]


# The server of this process, if it is a manager's.
running = None


class Server:
    """Keeps the objects and answers for them."""

    public = ["shutdown", "create", "retain", "release", "number_of_objects", "get_methods", "debug_info", "dummy"]

    def __init__(self, registry, address, authkey, serializer="pickle"):
        if not isinstance(authkey, bytes):
            raise TypeError(f"Authkey {authkey!r} is type {type(authkey)!s}, not bytes")
        self.registry, self.authkey = registry, bytes(authkey)
        # Number -> [object, names of its methods, typeids of what they return, how many proxies there are].
        self.objects, self._lock, self._last = {}, threading.RLock(), 0
        self._stop = threading.Event()
        # The key is asked for where that keeps nobody waiting.
        self.listener = Listener(address=address, backlog=128)
        self.address = self.listener.address

    def serve_forever(self):
        """Answer until shutdown() is asked for; then leave the program."""
        global running
        running = self
        threading.Thread(target=self._accept, daemon=True).start()
        try:
            self._stop.wait()
        except (KeyboardInterrupt, SystemExit):
            pass
        finally:
            self.end()
            raise SystemExit(0)

    def end(self):
        """What is to be done when nobody is answered any more."""
        self.listener.close()

    def _accept(self):
        while True:
            try:
                connection = self.listener.accept()
            except OSError:
                if self._stop.is_set() or self.listener._socket is None:
                    return
                continue
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection):
        """What a connection's thread does."""
        threading.current_thread().name = "ManagerAnswer"
        try:
            deliver_challenge(connection, self.authkey)
            answer_challenge(connection, self.authkey)
            while True:
                answer = self._answer_to(*connection.recv())
                try:
                    connection.send(answer)
                except (OSError, EOFError):
                    return
                except Exception:
                    connection.send(("#UNSERIALIZABLE", _traceback()))
        except (OSError, EOFError, AuthenticationError):
            pass
        finally:
            connection.close()

    def _answer_to(self, id, name, args, kwds):
        """The answer to a request: what it is, and the value."""
        try:
            if id is not None:
                return self.call(id, name, args, kwds)
            if name not in self.public:
                raise AttributeError(f"{name!r} unrecognized")
            return "#RETURN", getattr(self, name)(*args, **kwds)
        except BaseException:
            return "#TRACEBACK", _traceback()

    def call(self, id, name, args, kwds):
        """Call a method of an object; the answer."""
        obj, exposed, typeids, _ = self.objects[id]
        if name not in exposed:
            if name not in _FALLBACKS:
                raise AttributeError(f"method {name!r} of {type(obj)!r} object is not in exposed={exposed!r}")
            return "#RETURN", _FALLBACKS[name](obj, *args, **kwds)
        try:
            result = getattr(obj, name)(*args, **kwds)
        except BaseException as error:
            return "#ERROR", error
        if name not in typeids:
            return "#RETURN", result
        number, methods = self.create(typeids[name], result)
        return "#PROXY", (methods, Token(typeids[name], self.address, number))

    # What proxies and managers ask for.

    def create(self, typeid, /, *args, **kwds):
        """Make an object; its number and the names of its methods."""
        make, exposed, typeids, _ = self.registry[typeid]
        if make is not None:
            obj = make(*args, **kwds)
        elif kwds or len(args) != 1:
            raise ValueError("Without callable, must have one non-keyword argument")
        else:
            obj = args[0]
        exposed = public_methods(obj) if exposed is None else [*exposed]
        exposed += [name for name in typeids or () if name not in exposed]
        with self._lock:
            self._last += 1
            self.objects[self._last] = [obj, tuple(exposed), typeids or {}, 1]
            return self._last, tuple(exposed)

    def get_methods(self, id):
        """The names of an object's methods."""
        return self.objects[id][1]

    def retain(self, id):
        """There is one more proxy."""
        with self._lock:
            self.objects[id][3] += 1

    def release(self, id):
        """There is one proxy less."""
        with self._lock:
            entry = self.objects[id]
            entry[3] -= 1
            gone = self.objects.pop(id) if entry[3] == 0 else None
        # The object may do what it likes as it goes: the lock is free.
        del entry, gone

    def number_of_objects(self):
        """How many objects there are."""
        return len(self.objects)

    def debug_info(self):
        """The objects, a line each."""
        with self._lock:
            return "\n".join(f"  {number}:       refcount={count}\n    {str(obj)[:75]}"
                             for number, (obj, _, _, count) in self.objects.items())

    def dummy(self):
        """Nothing: who gets an answer knows that there is a manager."""

    def shutdown(self):
        """Answer nobody any more."""
        self._stop.set()


_FALLBACKS = {"__str__": str, "__repr__": repr, "#GETVALUE": lambda obj: obj}


def _traceback():
    import traceback
    return traceback.format_exc()


def serve(kind, registry, address, authkey, ready, initializer, initargs):
    """What a manager's process does."""
    import signal
    # An interrupt is for the process that asked for the manager.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    current_process().authkey = authkey
    if initializer is not None:
        initializer(*initargs)
    server = kind(registry, address, authkey)
    ready.send(server.address)
    ready.close()
    server.serve_forever()
