# A loader that a program derives from SourceFileLoader: its methods are asked for data and code.
import importlib.util
import os
import sys
import tempfile
from importlib.machinery import SourceFileLoader


class Rewriting(SourceFileLoader):
    def get_data(self, path):
        if path.endswith(".py"):
            print("data of", os.path.basename(path))
        return super().get_data(path)

    @staticmethod
    def source_to_code(data, path, *, _optimization=-1):
        print("code of", len(bytes(data)), "bytes")
        return compile(bytes(data).replace(b"1", b"2"), path, "exec")


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "numbers_of_mine.py")
    with open(path, "w") as file:
        file.write("value = 1 + 10\n")
    with open(os.path.join(folder, "beside.txt"), "w") as file:
        file.write("text beside it")
    sys.dont_write_bytecode = True
    for kind in (Rewriting, SourceFileLoader):
        loader = kind("numbers_of_mine", path)
        spec = importlib.util.spec_from_file_location("numbers_of_mine", path, loader=loader)
        module = importlib.util.module_from_spec(spec)
        loader.exec_module(module)
        print(module.value, module.__name__, type(module.__loader__).__name__)
    reader = loader.get_resource_reader("numbers_of_mine")
    print(sorted(reader.contents()), reader.is_resource("beside.txt"), reader.open_resource("beside.txt").read())
    code = loader.source_to_code(b"x = 3", "somewhere")
    print(code.co_filename, loader.is_package("numbers_of_mine"), os.path.basename(loader.get_filename()))
