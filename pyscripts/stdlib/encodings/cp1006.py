"""The encoding cp1006."""

__import__("_codec_modules").fill_table(globals())
