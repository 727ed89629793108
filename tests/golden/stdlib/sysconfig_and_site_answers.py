import io
import os
import site
import sys
import sysconfig

print(sysconfig.get_python_version(), sysconfig.get_platform(), sysconfig.get_path_names())
print(sysconfig.get_default_scheme(), sysconfig.get_preferred_scheme("user"), sysconfig.get_preferred_scheme("home"))
print(sorted(sysconfig.get_paths()))
print(sysconfig.get_path("stdlib", "posix_prefix", {"installed_base": "/x"}), sysconfig.get_path("data", vars={"base": "/y"}))
print(sysconfig.get_paths("posix_home", expand=False))
print(sysconfig.get_path("purelib", "posix_user", {"userbase": "/u"}), sysconfig.get_config_var("nothing"))
print(sysconfig.get_config_vars("py_version_short", "py_version_nodot", "EXE", "none"))
print(sysconfig.get_config_var("prefix") == sys.prefix, sysconfig.is_python_build())
print(sysconfig.parse_config_h(io.StringIO("#define ABC 1\n#define TEXT \"x\"\n/* #undef GONE */\nother\n")))
for call in (lambda: sysconfig.get_path("nope"), lambda: sysconfig.get_paths("nope"), lambda: sysconfig.get_preferred_scheme("x")):
    try:
        print(call())
    except (KeyError, ValueError) as error:
        print(type(error).__name__, str(error)[:40])

os.environ["PYTHONUSERBASE"] = "/somewhere"
os.makedirs("packages/inside")
with open("packages/more.pth", "w") as file:
    file.write("# a comment\n\ninside\nmissing\nimport sys; sys.from_a_file = True\n")
before = len(sys.path)
site.addsitedir("packages")
print([os.path.relpath(path) for path in sys.path[before:]], sys.from_a_file)
site.addsitedir("packages")
print(len(sys.path) - before)
print(all("site-packages" in path for path in site.getsitepackages()), site.getsitepackages(["/p"]))
