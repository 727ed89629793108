import os
import sys
import warnings
import zipfile
import zipimport

warnings.simplefilter("ignore")
with zipfile.ZipFile("lib.zip", "w") as archive:
    archive.writestr("plain.py", "'''A plain one.'''\nvalue = 42\ndef fail(): 1 / 0\n")
    archive.writestr("pack/__init__.py", "from . import inner\nname = __name__\n")
    archive.writestr("pack/inner.py", "print('inner', __name__, __package__)\n")
    archive.writestr("pack/data.txt", "some data\n")
    archive.writestr("space/", "")
    archive.writestr("space/leaf.py", "leaf = True\n")
    archive.writestr("bad.py", "x = = 1\n")
    archive.writestr("nested/", "")
    archive.writestr("nested/deep/", "")
    archive.writestr("nested/deep/far.py", "far = 'away'\n")
importer = zipimport.zipimporter("lib.zip")
print(importer, importer.archive, repr(importer.prefix))
print(importer.is_package("pack"), importer.is_package("plain"))
print(importer.get_filename("pack"), importer.get_filename("plain"))
print(repr(importer.get_source("plain")))
print(importer.get_data("pack/data.txt"), importer.get_data("lib.zip/pack/data.txt"))
print(importer.get_code("plain").co_filename)
spec = importer.find_spec("plain")
print(spec.name, spec.origin, spec.loader is importer, spec.submodule_search_locations, spec.has_location)
print(importer.find_spec("pack").submodule_search_locations)
spec = importer.find_spec("space")
print(spec.loader, list(spec.submodule_search_locations))
print(importer.find_spec("absent"))
inside = zipimport.zipimporter("lib.zip/pack")
print(inside, repr(inside.prefix), inside.find_spec("inner").origin)

for action in (
    lambda: importer.get_source("absent"), lambda: importer.is_package("absent"),
    lambda: importer.get_filename("absent"), lambda: importer.get_code("absent"),
    lambda: importer.get_data("absent"), lambda: importer.get_code("bad"),
    lambda: zipimport.zipimporter(""), lambda: zipimport.zipimporter("nothing.zip"),
    lambda: zipimport.zipimporter("."), lambda: importer.load_module("absent"),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
with open("wrong.zip", "w") as file:
    file.write("no archive")
try:
    zipimport.zipimporter("wrong.zip")
except zipimport.ZipImportError as error:
    print(error, error.path, isinstance(error, ImportError))
