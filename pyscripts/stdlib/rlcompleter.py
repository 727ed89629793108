"""Completion of names, for prompts with readline."""

import __main__
import builtins
import inspect
import keyword
import re

__all__ = ["Completer"]


class Completer:
    """Completes names of a namespace, that of the program by default."""

    def __init__(self, namespace=None):
        if namespace and not isinstance(namespace, dict):
            raise TypeError("namespace must be a dictionary")
        self.use_main_ns = namespace is None
        if namespace is not None:
            self.namespace = namespace

    def complete(self, text, state):
        """The completion of a number, or None."""
        if self.use_main_ns:
            self.namespace = __main__.__dict__
        if not text.strip():
            return "\t" if state == 0 else None
        if state == 0:
            self.matches = self.attr_matches(text) if "." in text else self.global_matches(text)
        try:
            return self.matches[state]
        except IndexError:
            return None

    def _callable_postfix(self, val, word):
        if callable(val):
            word += "("
            try:
                if not inspect.signature(val).parameters:
                    word += ")"
            except ValueError:
                pass
        return word

    def global_matches(self, text):
        """Keywords and names that begin with a text."""
        matches, seen = [], {"__builtins__"}
        for word in keyword.kwlist + keyword.softkwlist:
            if word.startswith(text):
                seen.add(word)
                if word in {"finally", "try"}:
                    word += ":"
                elif word not in {"False", "None", "True", "break", "continue", "pass", "else", "_"}:
                    word += " "
                matches.append(word)
        for names in self.namespace, builtins.__dict__:
            for word, value in names.items():
                if word.startswith(text) and word not in seen:
                    seen.add(word)
                    matches.append(self._callable_postfix(value, word))
        return matches

    def attr_matches(self, text):
        """Attributes that begin with a text, of an object that is named by attributes alone."""
        found = re.match(r"(\w+(\.\w+)*)\.(\w*)", text)
        if not found:
            return []
        expression, attribute = found.group(1, 3)
        try:
            owner = eval(expression, self.namespace)
        except Exception:
            return []
        words = set(dir(owner)) - {"__builtins__"}
        if hasattr(owner, "__class__"):
            words |= {"__class__", *_class_members(owner.__class__)}
        # Names with underscores are shown only if nothing else is there, or if they are asked for.
        hidden = {"": "_", "_": "__"}.get(attribute)
        while True:
            matches = []
            for word in words:
                if not word.startswith(attribute) or hidden and word.startswith(hidden):
                    continue
                shown = f"{expression}.{word}"
                if isinstance(getattr(type(owner), word, None), property):
                    matches.append(shown)
                    continue
                value = getattr(owner, word, None)
                matches.append(shown if value is None else self._callable_postfix(value, shown))
            if matches or not hidden:
                break
            hidden = "__" if hidden == "_" else None
        matches.sort()
        return matches


def _class_members(cls):
    members = dir(cls)
    for base in getattr(cls, "__bases__", ()):
        members += _class_members(base)
    return members


try:
    import readline
except ImportError:
    pass
else:
    readline.set_completer(Completer().complete)
