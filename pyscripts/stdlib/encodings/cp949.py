"""The encoding cp949."""

__import__("_codec_modules").fill(globals())
