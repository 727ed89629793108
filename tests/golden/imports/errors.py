for s in ("import nope", "import imports_pkg.nope", "from imports_pkg import nope", "from nope import x", "import imports_pkg.value.x", "from . import x", "import imports_broken"):
    try:
        exec(s)
    except Exception as e:
        print(s, "->", type(e).__name__, str(e).split(" (")[0])
