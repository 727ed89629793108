# What a distribution tells of itself: version, requirements, files, entry points.
import importlib.metadata
import os
import sys

INFO = {
    "METADATA": "Metadata-Version: 2.1\nName: pkg-x\nVersion: 1.2\nRequires-Dist: a>1\nRequires-Dist: b; extra=='x'\n"
                "Classifier: A\nClassifier: B\nKeywords: one two\n\nLong description\n",
    "RECORD": "pkg.py,sha256=abc,10\npkg_x-1.2.dist-info/METADATA,,\nnot_there.py,,\n",
    "entry_points.txt": "[scripts]\ncmd = pkg:main\nother = pkg.sub:f.g [ex1, ex2]\n\n# no\n[plug]\np=pkg\n",
}
os.makedirs("site/pkg_x-1.2.dist-info")
for name, text in INFO.items():
    with open(f"site/pkg_x-1.2.dist-info/{name}", "w") as file:
        file.write(text)
with open("site/pkg.py", "w") as file:
    file.write("def main(): return 'called'\n")
sys.path[:0] = [os.path.abspath("site")]
print(importlib.metadata.version("pkg.X"), importlib.metadata.requires("pkg-x"))
print(sorted(map(str, importlib.metadata.files("pkg-x"))), importlib.metadata.files("pkg_x")[0].hash)
metadata = importlib.metadata.metadata("pkg-x")
print(metadata["Name"], metadata.get_all("Classifier"), metadata.json["description"], metadata.json["keywords"])
points = importlib.metadata.distribution("pkg-x").entry_points
print(points, points["cmd"].load()(), points["other"].attr, points["other"].extras, sorted(points.groups))
print(points.select(group="plug"), importlib.metadata.packages_distributions()["pkg"])
for attempt in [lambda: importlib.metadata.version("nopkg"), lambda: importlib.metadata.distribution(""),
                lambda: points["nope"], lambda: setattr(points["p"], "name", "q")]:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
