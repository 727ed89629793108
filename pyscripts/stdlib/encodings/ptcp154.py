"""The encoding ptcp154."""

__import__("_codec_modules").fill_table(globals())
