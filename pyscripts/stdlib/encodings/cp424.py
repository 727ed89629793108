"""The encoding cp424."""

__import__("_codec_modules").fill_table(globals())
