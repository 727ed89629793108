"""The encoding cp861."""

__import__("_codec_modules").fill_table(globals())
