"""Modules with a number of their own version."""

import argparse
import codecs
import csv
import imaplib
import ipaddress
import json
import logging
import optparse
import platform
import re
import socketserver
import tabnanny

for module in argparse, csv, imaplib, ipaddress, json, logging, optparse, platform, re, socketserver, tabnanny:
    print(module.__name__, module.__version__)

# Encoders may hold something back until the end, and take options of their own.
print(list(codecs.iterencode(["~a", "汉", "b", "字"], "hz")), list(codecs.iterencode(["aé"], "ascii", errors="replace")))
print(list(codecs.iterdecode([b"~{V", b"P~}"], "hz")))
