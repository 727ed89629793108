"""The encoding cp437."""

__import__("_codec_modules").fill_table(globals())
