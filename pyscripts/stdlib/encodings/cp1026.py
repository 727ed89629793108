"""The encoding cp1026."""

__import__("_codec_modules").fill_table(globals())
