"""The encoding cp1258."""

__import__("_codec_modules").fill_table(globals())
