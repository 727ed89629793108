"""Metadata of distributions: messages whose headers may be of many lines."""

import email.message
import re
import textwrap

_SEVERAL = frozenset([
    "Classifier", "Obsoletes-Dist", "Platform", "Project-URL", "Provides-Dist", "Provides-Extra", "Requires-Dist",
    "Requires-External", "Supported-Platform", "Dynamic",
])


class Message(email.message.Message):
    """The headers; a description in the body is one of them."""

    def __new__(cls, orig):
        self = super().__new__(cls)
        vars(self).update(vars(orig))
        return self

    def __init__(self, *arguments, **keywords):
        headers = [(name, self._without_indentation(value)) for name, value in vars(self)["_headers"]]
        if self.get_payload():
            headers.append(("Description", self.get_payload()))
        self._headers = headers

    @staticmethod
    def _without_indentation(value):
        if not value or "\n" not in value:
            return value
        return textwrap.dedent(" " * 8 + value)

    def __iter__(self):
        return super().__iter__()

    def __getitem__(self, item):
        found = super().__getitem__(item)
        if found is None:
            import warnings
            warnings.warn(
                "Implicit None on return values is deprecated and will raise KeyErrors.", DeprecationWarning, stacklevel=2
            )
        return found

    @property
    def json(self):
        """The headers by their names in JSON's manner."""
        def transformed(key):
            value = self.get_all(key) if key in _SEVERAL else self[key]
            if key == "Keywords":
                value = re.split(r"\s+", value)
            return key.lower().replace("-", "_"), value
        return dict(map(transformed, dict.fromkeys(key.title().replace("Url", "URL") for key in self)))
