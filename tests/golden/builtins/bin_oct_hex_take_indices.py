class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


print(bin(10), oct(10), hex(10), bin(-10), oct(-10), hex(-255))
print(bin(0), oct(0), hex(0), bin(True), hex(2**64))
print(bin(Index(5)), oct(Index(-8)), hex(Index(255)))
for function in (bin, oct, hex):
    for value in (1.0, "1", Index("x"), None):
        try:
            function(value)
        except TypeError as error:
            print(function.__name__, error)
