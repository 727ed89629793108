"""The encoding cp864."""

__import__("_codec_modules").fill_table(globals())
