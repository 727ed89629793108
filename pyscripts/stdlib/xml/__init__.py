"""XML: `etree` reads documents into trees and writes them, `sax.saxutils` escapes texts."""

__all__ = ["etree", "sax"]
