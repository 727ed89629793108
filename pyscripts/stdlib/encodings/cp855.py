"""The encoding cp855."""

__import__("_codec_modules").fill_table(globals())
