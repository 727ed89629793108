"""The encoding cp865."""

__import__("_codec_modules").fill_table(globals())
