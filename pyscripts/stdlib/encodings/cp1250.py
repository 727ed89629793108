"""The encoding cp1250."""

__import__("_codec_modules").fill_table(globals())
