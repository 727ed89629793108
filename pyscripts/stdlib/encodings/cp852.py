"""The encoding cp852."""

__import__("_codec_modules").fill_table(globals())
