"""Names of distributions, as they are compared and as folders of metadata are called; sections of entry points."""

import re


class Prepared:
    """The name that is looked for; None fits all."""

    def __init__(self, name):
        self.name = name
        self.wanted = None if name is None else {self.normalize(name), self.legacy_normalize(name)}

    @staticmethod
    def normalize(name):
        return re.sub(r"[-_.]+", "-", name).lower().replace("-", "_")

    @staticmethod
    def legacy_normalize(name):
        return name.lower().replace("-", "_")

    @classmethod
    def name_of(cls, folder):
        """The name in that of a folder of metadata, or None for another file."""
        low = folder.lower()
        if not low.endswith((".dist-info", ".egg-info")):
            return None
        name = folder.rpartition(".")[0].partition("-")[0]
        return cls.normalize(name)

    def fits(self, folder):
        """Whether this is a folder of metadata of what is looked for."""
        name = self.name_of(folder)
        return name is not None and (self.wanted is None or name in self.wanted)


def section_pairs(text):
    """The sections, names and values of a file like an INI file."""
    section = None
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif section is not None:
            name, _, value = line.partition("=")
            yield section, name.strip(), value.strip()
