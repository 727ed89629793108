# References in values, and what is wrong with some of them.
import configparser

BASIC = """
[DEFAULT]
home = /home
[a]
plain = %(home)s/x
twice = %(plain)s%(home)s
percent = 100%%
missing = %(nowhere)s
open = %(home
sign = 5% more
end = 5%
loop = %(loop)s
"""
EXTENDED = """
[a]
home = /home
plain = ${home}/x
dollar = $$5
missing = ${nowhere}
other = ${b:deep}
gone = ${c:deep}
three = ${a:b:c}
open = ${home
sign = $5
end = 5$
loop = ${loop}
[b]
name = b
deep = <${name}>
"""
for text, kind in (BASIC, configparser.BasicInterpolation), (EXTENDED, configparser.ExtendedInterpolation):
    parser = configparser.ConfigParser(interpolation=kind())
    parser.read_string(text)
    for option in parser.options("a"):
        try:
            print(option, parser.get("a", option))
        except configparser.Error as error:
            print(option, type(error).__name__, error)
    for value in "%", "%(x)s", "%%", "$", "${x}", "$$", "%(x", "${x":
        try:
            parser.set("a", "new", value)
            print(repr(value), "is taken")
        except ValueError as error:
            print(repr(value), error)
