import sys, types
from importlib.machinery import ModuleSpec
class Loader:
    def create_module(self, spec):
        print("create", spec.name)
        return None if spec.name != "virtual.own" else types.ModuleType("own type")
    def exec_module(self, module):
        print("exec", module.__name__)
        module.value = module.__name__.upper()
        if module.__name__ == "virtual_bad": raise RuntimeError("in the module")
class Finder:
    @staticmethod
    def find_spec(name, path, target=None):
        if name.startswith("virtual"):
            print("find", name, path)
            return ModuleSpec(name, Loader(), is_package=name == "virtual")
sys.meta_path.insert(0, Finder)
import virtual.leaf
print(virtual.leaf.value, virtual.__path__, virtual.leaf.__package__, virtual.leaf.__spec__.parent, type(virtual.__loader__).__name__)
from virtual import own
print(own.value)
try:
    import virtual_bad
except RuntimeError as e:
    print(e, "virtual_bad" in sys.modules)
