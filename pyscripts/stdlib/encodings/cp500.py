"""The encoding cp500."""

__import__("_codec_modules").fill_table(globals())
