print(ascii("naïve"), ascii("日本"), ascii("😀"), ascii("\x7f\x80\xa0"))
print(ascii(["é", {"ü": "ß"}]), ascii(b"\xe9"))
print(ascii("\ud800"), ascii("it's"), ascii('both " and \''))


class Odd:
    def __repr__(self):
        return "<Odd ö>"


print(ascii(Odd()), repr(Odd()))


class NotText:
    def __repr__(self):
        return 3


try:
    ascii(NotText())
except TypeError as error:
    print(error)
