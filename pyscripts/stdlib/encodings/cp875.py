"""The encoding cp875."""

__import__("_codec_modules").fill_table(globals())
