# Archives of folders, made and unpacked again.
import os
import shutil
import zipfile

os.makedirs("src/sub/empty")
for name in "src/a.txt", "src/sub/b.txt":
    with open(name, "w") as file:
        file.write(name)
for kind in "zip", "tar", "gztar", "bztar":
    name = shutil.make_archive("out/archive", kind, "src")
    shutil.unpack_archive(name, kind)
    print(os.path.relpath(name), sorted(os.path.join(folder, file) for folder, _,
        files in os.walk(kind) for file in files))
name = shutil.make_archive("based", "zip", ".", "src")
print(os.path.isabs(name), sorted(zipfile.ZipFile(name).namelist()))
print(shutil.make_archive("relative", "tar", base_dir="src"))
