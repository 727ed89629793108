"""The command line of tarfile: list, test, create, extract."""

import argparse
import os

import tarfile


def main():
    parser = argparse.ArgumentParser(description="A simple command-line interface for tarfile module.")
    parser.add_argument("-v", "--verbose", action="store_true", default=False, help="Verbose output")
    parser.add_argument("--filter", metavar="<filtername>", choices=("fully_trusted", "tar", "data"), help="Filter for extraction")
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("-l", "--list", metavar="<tarfile>", help="Show listing of a tarfile")
    group.add_argument("-e", "--extract", nargs="+", metavar=("<tarfile>", "<output_dir>"), help="Extract tarfile into target dir")
    group.add_argument("-c", "--create", nargs="+", metavar=("<name>", "<file>"), help="Create tarfile from sources")
    group.add_argument("-t", "--test", metavar="<tarfile>", help="Test if a tarfile is valid")
    args = parser.parse_args()
    if args.filter and args.extract is None:
        parser.exit(1, "--filter is only valid for extraction\n")
    if args.create is not None:
        _create(args.create[0], args.create[1:], args.verbose)
        return
    if args.extract is not None and len(args.extract) > 2:
        parser.exit(1, parser.format_help())
    name = args.extract[0] if args.extract is not None else args.list or args.test
    if not tarfile.is_tarfile(name):
        parser.exit(1, f"{name!r} is not a tar archive.\n")
    with tarfile.open(name) as archive:
        if args.extract is not None:
            folder = args.extract[1] if len(args.extract) > 1 else os.curdir
            archive.extractall(path=folder, filter=args.filter)
            if args.verbose:
                where = "" if folder == os.curdir else f" into {folder!r} directory"
                print(f"{name!r} file is extracted{where}.")
        elif args.list is not None:
            archive.list(verbose=args.verbose)
        else:
            archive.getmembers()
            if args.verbose:
                print(f"{name!r} is a tar archive.")


def _create(name, sources, is_verbose):
    extension = os.path.splitext(name)[1]
    packing = {".gz": "gz", ".tgz": "gz", ".bz2": "bz2", ".tbz": "bz2", ".tbz2": "bz2", ".tb2": "bz2"}.get(extension)
    with tarfile.open(name, "w:" + packing if packing else "w") as archive:
        for source in sources:
            archive.add(source)
    if is_verbose:
        print(f"{name!r} file created.")


if __name__ == "__main__":
    main()
