"""The implementations of the DOM by their names."""

import os

well_known_implementations = {"minidom": "xml.dom.minidom"}
registered = {}


def registerDOMImplementation(name, factory):
    """Register an implementation's function under a name."""
    registered[name] = factory


def getDOMImplementation(name=None, features=()):
    """The implementation of that name, or one that has these features."""
    name = name or os.environ.get("PYTHON_DOM")
    if name in well_known_implementations:
        return __import__(well_known_implementations[name], fromlist=["getDOMImplementation"]).getDOMImplementation()
    if name:
        return registered[name]()
    if isinstance(features, str):
        features = _parsed(features)
    factories = list(registered.values())
    for module in well_known_implementations.values():
        factories.append(__import__(module, fromlist=["getDOMImplementation"]).getDOMImplementation)
    for factory in factories:
        found = factory()
        if all(found.hasFeature(feature, version) for feature, version in features):
            return found
    raise ImportError("no suitable DOM implementation found")


def _parsed(text):
    features, words = [], text.split()
    while words:
        feature = words.pop(0)
        if feature[0] in "0123456789":
            raise ValueError("bad feature name: %r" % (feature,))
        version = words.pop(0) if words and words[0][0] in "0123456789" else None
        features.append((feature, version))
    return tuple(features)
