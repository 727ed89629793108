# Relative and common paths know that case does not matter and that drives differ.
import ntpath

print(ntpath.relpath("C:\\a\\b", "C:\\A\\c\\d"), ntpath.relpath("C:\\a", "C:\\a"))
for attempt in [lambda: ntpath.relpath("C:\\a", "D:\\a"), lambda: ntpath.relpath("")]:
    try:
        attempt()
    except ValueError as error:
        print(error)
for paths in [["C:\\a\\b", "C:\\a\\c"], ["c:/A/b", "C:\\a\\B\\x"], ["C:\\a", "a"], ["C:\\a", "C:a"], ["\\a", "a"], [],
              ["a", "a/b"], ["C:\\", "C:\\x"]]:
    try:
        print(repr(ntpath.commonpath(paths)))
    except ValueError as error:
        print("ValueError", error)
