"""The encoding cp1125."""

__import__("_codec_modules").fill_table(globals())
