"""The encoding cp1254."""

__import__("_codec_modules").fill_table(globals())
