"""The version of the code, and what its extraction was made by."""

VERSION = "0.1.0"
MODEL = "rules"
