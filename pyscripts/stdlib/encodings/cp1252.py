"""The encoding cp1252."""

__import__("_codec_modules").fill_table(globals())
