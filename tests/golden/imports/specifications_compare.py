"""Module specifications have an equality and a repr; modules carry what their loader says."""
import importlib.machinery
import importlib.util
import sys
import json
import json.decoder
import math

S = importlib.machinery.ModuleSpec
a, b = S("m", None), S("m", None)
print(a == b, a != b, a == S("n", None), a == S("m", None, origin="o"), a == 5)
print(a, S("m", None, origin="here"), S("p", None, is_package=True))
print(a.parent, S("a.b", None).parent, S("a.b", None, is_package=True).parent)
print(a.cached, a.has_location, a.loader_state, a.submodule_search_locations)
p = S("p", None, is_package=True)
print(p.submodule_search_locations, p == S("p", None, is_package=True))
print(sys.__spec__.name, sys.__spec__.origin, math.__spec__ is not None)
print(json.__spec__.name, json.__package__, json.decoder.__spec__.name, json.decoder.__package__, json.decoder.__spec__.parent)
print(hasattr(json, "__path__"), hasattr(json.decoder, "__path__"))
print(importlib.util.find_spec("nothing_here"), importlib.util.find_spec("json").name)
try:
    importlib.util.find_spec("nothing_here.sub")
except ModuleNotFoundError as error:
    print(error)
m = importlib.util.module_from_spec(S("made", None))
print(m.__name__, m.__spec__ is not None, m.__loader__, m.__package__)
try:
    hash(a)
except TypeError as error:
    print(error)
