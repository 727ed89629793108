# stdin: a\nb\nc
import sys
print(repr(sys.stdin.readline()), [l.rstrip() for l in sys.stdin], repr(sys.stdin.read()))
