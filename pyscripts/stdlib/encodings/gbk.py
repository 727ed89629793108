"""The encoding gbk."""

__import__("_codec_modules").fill(globals())
