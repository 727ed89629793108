"""Looking at live objects: what they are, their members, their source, their signatures, the frames that run."""

from inspect._buffers import *
from inspect._frames import *
from inspect._kinds import *
from inspect._members import *
from inspect._parameters import *
from inspect._parameters import _empty, _ParameterKind
from inspect._signature import *
from inspect._source import *
from inspect import _buffers, _frames, _kinds, _members, _parameters, _signature, _source

__all__ = [
    *_kinds.__all__, *_members.__all__, *_source.__all__, *_parameters.__all__, *_signature.__all__,
    *_frames.__all__, *_buffers.__all__,
]

for _name in __all__:
    _value = globals()[_name]
    if getattr(_value, "__module__", "").startswith("inspect._"):
        _value.__module__ = "inspect"
for _value in (_empty, _ParameterKind):
    _value.__module__ = "inspect"
del _name, _value
