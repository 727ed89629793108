import sys, types
sys.modules["made_up"] = "any object"
import made_up
print(made_up)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e)
sys.modules["pack"] = types.ModuleType("pack")
sys.modules["pack.sub"] = types.ModuleType("pack.sub")
import pack.sub
print(hasattr(pack, "sub"))
from pack import sub
print(sub.__name__)
try:
    import pack.other
except ImportError as e:
    print(type(e).__name__, e)
import json
del sys.modules["json"]
import json as again
print(json is again, sys.modules["json"] is again)
