"""The encoding cp037."""

__import__("_codec_modules").fill_table(globals())
