"""Addresses that the user names, fetched into a folder of saved pages: `fetch.fetched` does it, `kept` reads it back.

Nothing else in Silang opens a connection. The modules that do need the extra `fetch`, so none is loaded here.
"""
