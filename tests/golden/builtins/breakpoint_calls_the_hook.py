import sys


def hook(*arguments, **keywords):
    print("hook", arguments, keywords)
    return "result"


sys.breakpointhook = hook
print(breakpoint(), breakpoint(1, name=2))
sys.breakpointhook = sys.__breakpointhook__
import os

os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint())
os.environ["PYTHONBREAKPOINT"] = "builtins.sorted"
print(breakpoint([3, 1, 2]))
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as error:
    print(error)
