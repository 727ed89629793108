# Kinds of archives that a program adds, and what is refused.
import shutil

shutil.register_archive_format("xx", lambda base, folder, **keywords: (base, folder, sorted(keywords)), [("z", 1)],
    "mine")
print(("xx", "mine") in shutil.get_archive_formats(), shutil.make_archive("name", "xx", base_dir="b"))
shutil.unregister_archive_format("xx")
shutil.register_unpack_format("yy", [".yy"], lambda name, folder, extra: print("unpacking", name, folder, extra),
    [("extra", 2)])
shutil.unpack_archive("file.yy", "there")
shutil.unregister_unpack_format("yy")
for attempt in [lambda: shutil.make_archive("a", "rar"), lambda: shutil.unpack_archive("a.rar"),
                lambda: shutil.unpack_archive("a.zip", format="q"), lambda: shutil.make_archive("q", "zip", "nodir"),
                lambda: shutil.register_unpack_format("z", [".zip"], print),
                lambda: shutil.register_archive_format("x", 1),
                lambda: shutil.register_archive_format("x", print, [1]),
                lambda: shutil.unregister_archive_format("xx")]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
