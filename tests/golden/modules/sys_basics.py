import sys
print(sys.version_info[:2] == (3, 13), sys.version_info.major, sys.version_info >= (3, 8), sys.maxsize, sys.byteorder, sys.platform, sys.argv[1:], sys.getrecursionlimit(), sys.maxunicode)
print(type(sys.path).__name__, "sys" in sys.modules, sys.stdout.write("written\n"), sys.intern("abc") is sys.intern("abc"), sys.float_info.max, sys.int_info.bits_per_digit > 0, sys.hash_info.width)
print(sys.getsizeof([]) > 0, sys.getdefaultencoding(), sys.stdin is sys.__stdin__, sys.exc_info(), sys.flags.optimize, isinstance(sys.executable, str), sys.implementation.name != "")
