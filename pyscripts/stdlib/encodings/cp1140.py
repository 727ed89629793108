"""The encoding cp1140."""

__import__("_codec_modules").fill_table(globals())
