"""The command line of zipfile: list, test, create, extract."""

import argparse
import os

from zipfile import ZIP_DEFLATED, ZipFile


def _add(archive, path, name):
    """Puts a file, or all of a folder, into an archive."""
    if os.path.isfile(path):
        archive.write(path, name, ZIP_DEFLATED)
    elif os.path.isdir(path):
        if name:
            archive.write(path, name)
        for entry in sorted(os.listdir(path)):
            _add(archive, os.path.join(path, entry), os.path.join(name, entry))


def _create(target, sources):
    with ZipFile(target, "w") as archive:
        for path in sources:
            name = os.path.basename(path) or os.path.basename(os.path.dirname(path))
            _add(archive, path, "" if name in ("", os.curdir, os.pardir) else name)


def main(args=None):
    parser = argparse.ArgumentParser(description="A simple command-line interface for zipfile module.")
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("-l", "--list", metavar="<zipfile>", help="Show listing of a zipfile")
    group.add_argument("-e", "--extract", nargs=2, metavar=("<zipfile>", "<output_dir>"), help="Extract zipfile into target dir")
    group.add_argument("-c", "--create", nargs="+", metavar=("<name>", "<file>"), help="Create zipfile from sources")
    group.add_argument("-t", "--test", metavar="<zipfile>", help="Test if a zipfile is valid")
    parser.add_argument("--metadata-encoding", metavar="<encoding>", help="Specify encoding of member names for -l, -e and -t")
    options = parser.parse_args(args)
    encoding = options.metadata_encoding
    if options.create is not None:
        if encoding:
            parser.exit(1, "Non-conforming encodings not supported with -c.\n")
        target, *sources = options.create
        _create(target, sources)
        return
    name, folder = options.extract if options.extract is not None else (options.list or options.test, None)
    with ZipFile(name, metadata_encoding=encoding) as archive:
        if options.list is not None:
            archive.printdir()
        elif options.extract is not None:
            archive.extractall(folder)
        else:
            damaged = archive.testzip()
            if damaged:
                print(f"The following enclosed file is corrupted: {damaged!r}")
            print("Done testing")


if __name__ == "__main__":
    main()
