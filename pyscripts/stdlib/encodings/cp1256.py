"""The encoding cp1256."""

__import__("_codec_modules").fill_table(globals())
