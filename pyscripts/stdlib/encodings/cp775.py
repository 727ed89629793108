"""The encoding cp775."""

__import__("_codec_modules").fill_table(globals())
