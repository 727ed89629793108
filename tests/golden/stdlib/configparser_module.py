import configparser
import io

text = """
[DEFAULT]
base = /srv
timeout = 10

[server]
host: example.org
port = 8080
root = %(base)s/www
debug = yes
; a comment
multi = one
    two
    three

[empty]
"""
config = configparser.ConfigParser()
config.read_string(text)
print(config.sections(), "server" in config, "nothing" in config)
print(config["server"]["root"], config.getint("server", "port"), config.getboolean("server", "debug"))
print(config.getfloat("empty", "timeout"), config.get("empty", "none", fallback="fallback"))
print(repr(config["server"]["multi"]), sorted(config["server"]))
print(config.items("server"))
config["new"] = {"a": "1", "b": "100%%"}
config.add_section("other")
config.set("other", "c", "x")
print(config["new"].get("b"), config.has_option("other", "c"), config.remove_option("other", "c"))
out = io.StringIO()
config.write(out)
print(out.getvalue())
for bad in ("x = 1\n", "[a]\n[a]\n", "[a]\nx=1\nx=2\n", "[a]\nx\n", "[a]\nv=%(no)s\n", "[a]\nv=%q\n", "[a]\nv=%(v)s\n"):
    try:
        one = configparser.ConfigParser()
        one.read_string(bad)
        print(one["a"]["v"])
    except configparser.Error as error:
        print(type(error).__name__, error)
for call in (lambda: config.get("no", "x"), lambda: config.get("server", "no"), lambda: config.add_section("server"),
             lambda: config.set("server", "x", 1), lambda: config["no"], lambda: config.getint("server", "host"),
             lambda: config.getboolean("server", "host")):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True)
extended.read_string("[a]\nx = 1\nflag\n[b]\ny = ${a:x}2\nz = ${y}$$\n")
print(extended["b"]["y"], extended["b"]["z"], extended["a"]["flag"])
raw = configparser.RawConfigParser()
raw.optionxform = str
raw.read_dict({"S": {"Key": "%(x)s"}})
print(dict(raw["S"]))
