import sys
print(__name__, __package__, sys.argv[0] == __file__)
y = 2
