"""The names under which processes know what they send each other by value.

A key is a text that no other process makes. The process that an object comes from keeps it weakly, one that it arrived
at keeps it for good: what was sent once is only referred to from then on.
"""

from _weakref import ref
from posix import getpid, urandom

MISSING = object()

_number = iter(range(1 << 62))
_process = None
# identity -> (key, weak reference), of all objects that have a key here.
_keys = {}
# key -> weak reference, of those that come from here; key -> object, of those that arrived.
_sent = {}
_arrived = {}
_namespaces = {}


def new_key():
    """A key that nobody else has."""
    global _process
    if _process is None or _process[0] != getpid():
        # The child of a fork is another process.
        _process = getpid(), urandom(6).hex()
    return f"{_process[1]}-{next(_number)}"


def key_of(obj):
    """The key of an object, which keeps it as long as it lives."""
    identity = id(obj)
    known = _keys.get(identity)
    if known is not None and known[1]() is obj:
        return known[0]
    key = new_key()

    def forget(_):
        _keys.pop(identity, None)
        _sent.pop(key, None)

    _sent[key] = reference = ref(obj, forget)
    _keys[identity] = key, reference
    return key


def find(key):
    """The object that has the key here, or MISSING."""
    if key in _arrived:
        return _arrived[key]
    found = _sent[key]() if key in _sent else None
    return MISSING if found is None else found


def get(key):
    """The object that has the key here."""
    found = find(key)
    if found is MISSING:
        raise RuntimeError("the other process refers to an object that is gone here")
    return found


def keep(key, obj):
    """Note that the object arrived under this key."""
    _arrived[key] = obj
    _keys[id(obj)] = key, ref(obj)
    return obj


def has_arrived(key):
    """Whether the object came from another process."""
    return key in _arrived


def key_of_namespace(namespace):
    """The key of globals that are no module's."""
    for key, other in _namespaces.items():
        if other is namespace:
            return key
    key = new_key()
    _namespaces[key] = namespace
    return key


def namespace(key, module_name):
    """The globals that have the key here, made if there are none."""
    if key not in _namespaces:
        import builtins
        _namespaces[key] = {"__name__": module_name, "__builtins__": builtins.__dict__}
    return _namespaces[key]
