"""Errors of the functions between bytes and texts, which are the host's."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass
