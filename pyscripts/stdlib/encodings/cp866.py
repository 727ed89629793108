"""The encoding cp866."""

__import__("_codec_modules").fill_table(globals())
