"""What options look like is a pattern of the class, for a parser with the usual delimiters."""

import configparser
import re

TEXT = "[a]\nplain = 1\nspaced name: 2\nhost:port = 3\n"


class Equals(configparser.ConfigParser):
    OPTCRE = re.compile(r"(?P<option>[^=\s][^=]*)\s*(?P<vi>=)\s*(?P<value>.*)$")


class Percent(configparser.RawConfigParser):
    SECTCRE = re.compile(r"%(?P<header>\w+)")
    OPTCRE_NV = re.compile(r"(?P<option>\w+)(?:(?P<vi>->)(?P<value>.*))?$")


for kind in configparser.ConfigParser, Equals:
    parser = kind()
    try:
        parser.read_string(TEXT)
        print(dict(parser["a"]))
    except configparser.Error as error:
        print(type(error).__name__, error)
parser = Percent(allow_no_value=True)
parser.read_string("%one\nkey->value\nalone\n")
print({name: dict(parser[name]) for name in parser.sections()})
parser = Equals(delimiters=("=",))
parser.read_string("[a]\nx:y = 1\n")
print(dict(parser["a"]))
for pattern in configparser.RawConfigParser.OPTCRE, configparser.RawConfigParser.OPTCRE_NV:
    for line in "a = b", "a: b", "a", "a b=c:d", "=x":
        found = pattern.match(line)
        print(line, found and found.group("option", "vi", "value"))
