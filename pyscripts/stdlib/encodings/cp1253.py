"""The encoding cp1253."""

__import__("_codec_modules").fill_table(globals())
