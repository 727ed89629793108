"""The encoding gb2312."""

__import__("_codec_modules").fill(globals())
