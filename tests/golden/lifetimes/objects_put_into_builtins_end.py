# An object of a program that was put into builtins or sys is let go of at the end, when printing still works.
import builtins
import sys


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name, value, len([1]))


value = 5
builtins.thing = Thing("builtins")
sys.thing = Thing("sys")
thing = Thing("globals")
