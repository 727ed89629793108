"""The encoding cp720."""

__import__("_codec_modules").fill_table(globals())
