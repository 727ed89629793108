"""XML as trees of elements.

`ElementTree` has elements and trees, `_parser` reads documents, `_writer` writes them, `ElementPath` finds elements by
paths.
"""
