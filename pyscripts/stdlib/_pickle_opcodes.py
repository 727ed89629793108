"""The bytes that instruct an unpickler.

A pickle is a program for a stack machine with a memo: opcodes push what follows them, build containers from what is
on the stack, call, and remember the top in the memo. The comments say what follows an opcode or what it does.
"""

# Every protocol.
MARK = b"("             # push the mark
STOP = b"."             # the top is the result
POP = b"0"
POP_MARK = b"1"         # pop down to the mark, with it
DUP = b"2"
FLOAT = b"F"            # a number in decimal and a newline
INT = b"I"              # likewise; 01 and 00 are True and False
BININT = b"J"           # four bytes, signed
BININT1 = b"K"          # one byte
LONG = b"L"             # a number in decimal, maybe an L, and a newline
BININT2 = b"M"          # two bytes
NONE = b"N"
PERSID = b"P"           # an identifier as a line
BINPERSID = b"Q"        # the identifier is on the stack
REDUCE = b"R"           # call: function and argument tuple are on the stack
STRING = b"S"           # a quoted byte string as a line
BINSTRING = b"T"        # four bytes of length, bytes
SHORT_BINSTRING = b"U"  # one byte of length, bytes
UNICODE = b"V"          # a raw-unicode-escape line
BINUNICODE = b"X"       # four bytes of length, UTF-8
APPEND = b"a"           # append the top to the list below it
BUILD = b"b"            # the top is the state of the object below it
GLOBAL = b"c"           # module and name as lines
DICT = b"d"             # a dict of what is above the mark
EMPTY_DICT = b"}"
APPENDS = b"e"          # extend the list below the mark
GET = b"g"              # from the memo: an index in decimal and a newline
BINGET = b"h"           # one byte of index
INST = b"i"             # an instance of the class in two lines, arguments above the mark
LONG_BINGET = b"j"      # four bytes of index
LIST = b"l"             # a list of what is above the mark
EMPTY_LIST = b"]"
OBJ = b"o"              # an instance of the class above the mark, arguments above that
PUT = b"p"              # into the memo: an index in decimal and a newline
BINPUT = b"q"           # one byte of index
LONG_BINPUT = b"r"      # four bytes of index
SETITEM = b"s"          # value and key are on the stack, the dict below
TUPLE = b"t"            # a tuple of what is above the mark
EMPTY_TUPLE = b")"
SETITEMS = b"u"         # update the dict below the mark
BINFLOAT = b"G"         # eight bytes, the most significant first

TRUE = b"I01\n"
FALSE = b"I00\n"

# Protocol 2.
PROTO = b"\x80"         # one byte: the protocol
NEWOBJ = b"\x81"        # cls.__new__(cls, *args)
EXT1 = b"\x82"          # a code of the extension registry in one byte
EXT2 = b"\x83"          # in two
EXT4 = b"\x84"          # in four
TUPLE1 = b"\x85"
TUPLE2 = b"\x86"
TUPLE3 = b"\x87"
NEWTRUE = b"\x88"
NEWFALSE = b"\x89"
LONG1 = b"\x8a"         # one byte of length, a signed integer
LONG4 = b"\x8b"         # four bytes of length

# Protocol 3.
BINBYTES = b"B"         # four bytes of length, bytes
SHORT_BINBYTES = b"C"   # one byte of length

# Protocol 4.
SHORT_BINUNICODE = b"\x8c"  # one byte of length, UTF-8
BINUNICODE8 = b"\x8d"   # eight bytes of length
BINBYTES8 = b"\x8e"
EMPTY_SET = b"\x8f"
ADDITEMS = b"\x90"      # add what is above the mark to the set below
FROZENSET = b"\x91"     # a frozenset of what is above the mark
NEWOBJ_EX = b"\x92"     # NEWOBJ with keyword arguments
STACK_GLOBAL = b"\x93"  # GLOBAL with module and name on the stack
MEMOIZE = b"\x94"       # the top into the memo's next place
FRAME = b"\x95"         # eight bytes: how many bytes can be read ahead

# Protocol 5.
BYTEARRAY8 = b"\x96"    # eight bytes of length, bytes
NEXT_BUFFER = b"\x97"   # the next of the buffers that travel apart
READONLY_BUFFER = b"\x98"
