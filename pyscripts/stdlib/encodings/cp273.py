"""The encoding cp273."""

__import__("_codec_modules").fill_table(globals())
