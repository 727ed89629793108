"""NameError, AttributeError and ImportError name what was probably meant when they are shown."""
import collections
import sys
import traceback


def last(function):
    try:
        function()
    except Exception as error:
        print("".join(traceback.format_exception_only(error)).strip().splitlines()[-1])


class C:
    value = 1
    __slots__ = ("other",)

    def method(self): return vaule_of
    def own(self): return value
    def typo(self): return self.vlaue
    def private(self): return self.__hidden


some_global = 1


def local():
    counter = 1
    return countr


def parameter(argument): return argumnet
def builtin(): return pritn
def module(): return collections.OrderedDictt
def missing_module(): return colections
def import_from(): from collections import OrderdDict
def import_unrelated(): from collections import zzzzzz
def stdlib(): return sys_
def not_imported(): return math.pi
def far(): return abcdefghijk
def short(): return q
def case(): return Some_Global
def string(): return "".uper()
def lists(): return [].appnd
def dicts(): return {}.itms
def modules(): return sys.exot
def instance(): return C().methd
def class_(): return C.valeu
def own_attribute(): return C().own()
def typo(): return C().typo()
def nested(): return (lambda: some_globall)()
def dunder(): return C().__clas__
def none(): return None.foo
def ints(): return (1).reall
def setting(): C().newattr = 1
def deleting(): del C().methodd
def comprehension(): return [conter for counter in range(2)]


for f in (local, lambda: parameter(1), builtin, missing_module, stdlib, not_imported, far, short, case, string, lists, dicts, modules, instance, class_, own_attribute, typo, nested, dunder, none, ints, setting, deleting, comprehension):
    last(f)
