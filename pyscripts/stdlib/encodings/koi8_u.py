"""The encoding koi8_u."""

__import__("_codec_modules").fill_table(globals())
