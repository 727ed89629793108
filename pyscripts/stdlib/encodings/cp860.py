"""The encoding cp860."""

__import__("_codec_modules").fill_table(globals())
