"""Texts cut into words as a shell does."""

import sys
from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]



class shlex:
    """Reads words from a stream; `state` is the kind of word it is in, or the quote or escape that is open."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = StringIO(instream)
        self.instream = sys.stdin if instream is None else instream
        self.infile = None if instream is None else infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "\xdf" + "".join(chr(code) for code in range(0xe0, 0x100) if code != 0xf7)
            self.wordchars += "".join(chr(code) for code in range(0xc0, 0xdf) if code != 0xd7)
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.state = " "
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.filestack = deque()
        self.source = None
        self._punctuation_chars = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        if self._punctuation_chars:
            self._pushback_chars = deque()
            self.wordchars += "~-./*?="
            self.wordchars = "".join(c for c in self.wordchars if c not in self._punctuation_chars)

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        """Makes this the next token."""
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """Reads from another stream, until its end."""
        if isinstance(newstream, str):
            newstream = StringIO(newstream)
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile = newfile
        self.instream = newstream
        self.lineno = 1

    def pop_source(self):
        """Goes back to the stream before."""
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = " "

    def get_token(self):
        """The next token; `eof` at the end of all streams."""
        if self.pushback:
            return self.pushback.popleft()
        token = self.read_token()
        if self.source is not None:
            while token == self.source:
                found = self.sourcehook(self.read_token())
                if found:
                    newfile, newstream = found
                    self.push_source(newstream, newfile)
                token = self.get_token()
        while token == self.eof and self.filestack:
            self.pop_source()
            token = self.get_token()
        return token

    def _next_character(self):
        if self._punctuation_chars and self._pushback_chars:
            character = self._pushback_chars.pop()
        else:
            character = self.instream.read(1)
        if character == "\n":
            self.lineno += 1
        return character

    def read_token(self):
        """The next token of the stream, before anything that was pushed back."""
        self._quoted = False
        self._outer = " "
        while True:
            character = self._next_character()
            if self.state is None:
                self.token = ""
                break
            if self.state == " ":
                is_done = self._between(character)
            elif self.state in self.quotes:
                is_done = self._in_quotes(character)
            elif self.state in self.escape:
                is_done = self._after_escape(character)
            else:
                is_done = self._in_word(character)
            if is_done:
                break
        token = self.token
        self.token = ""
        return None if self.posix and not self._quoted and token == "" else token

    def _has_token(self):
        return bool(self.token or self.posix and self._quoted)

    def _skip_comment(self):
        self.instream.readline()
        self.lineno += 1

    def _between(self, character):
        if not character:
            self.state = None
            return True
        if character in self.whitespace:
            return self._has_token()
        if character in self.commenters:
            self._skip_comment()
        elif self.posix and character in self.escape:
            self._outer = "a"
            self.state = character
        elif character in self.wordchars:
            self.token = character
            self.state = "a"
        elif character in self._punctuation_chars:
            self.token = character
            self.state = "c"
        elif character in self.quotes:
            if not self.posix:
                self.token = character
            self.state = character
        elif self.whitespace_split:
            self.token = character
            self.state = "a"
        else:
            self.token = character
            return True
        return False

    def _in_quotes(self, character):
        self._quoted = True
        if not character:
            raise ValueError("No closing quotation")
        if character == self.state:
            if not self.posix:
                self.token += character
                self.state = " "
                return True
            self.state = "a"
        elif self.posix and character in self.escape and self.state in self.escapedquotes:
            self._outer = self.state
            self.state = character
        else:
            self.token += character
        return False

    def _after_escape(self, character):
        if not character:
            raise ValueError("No escaped character")
        # Between quotes an escape stands for itself before anything but the quote and another escape.
        if self._outer in self.quotes and character != self.state and character != self._outer:
            self.token += self.state
        self.token += character
        self.state = self._outer
        return False

    def _in_word(self, character):
        if not character:
            self.state = None
            return True
        if character in self.whitespace:
            self.state = " "
            return self._has_token()
        if character in self.commenters:
            self._skip_comment()
            if self.posix:
                self.state = " "
                return self._has_token()
            return False
        if self.state == "c":
            if character in self._punctuation_chars:
                self.token += character
                return False
            self._pushback_chars.append(character)
            self.state = " "
            return True
        if self.posix and character in self.quotes:
            self.state = character
        elif self.posix and character in self.escape:
            self._outer = "a"
            self.state = character
        elif character in self.wordchars or character in self.quotes or self.whitespace_split and character not in self._punctuation_chars:
            self.token += character
        else:
            if self._punctuation_chars:
                self._pushback_chars.append(character)
            else:
                self.pushback.appendleft(character)
            self.state = " "
            return self._has_token()
        return False

    def sourcehook(self, newfile):
        """The name and the stream of a file that a source command asks for."""
        import os.path
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile, "r")

    def error_leader(self, infile=None, lineno=None):
        """The beginning of an error message, as compilers write it."""
        return '"%s", line %d: ' % (self.infile if infile is None else infile, self.lineno if lineno is None else lineno)

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


if _refuses_none:
    def _check(s):
        if s is None:
            raise ValueError("s argument must not be None")
else:
    def _check(s):
        if s is None:
            import warnings
            warnings.warn("Passing None for 's' to shlex.split() is deprecated.", DeprecationWarning, stacklevel=3)
del _refuses_none


def split(s, comments=False, posix=True):
    """The words of a command line."""
    _check(s)
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ""
    return list(lexer)


def join(split_command):
    """The command line that `split` cuts into these words."""
    return " ".join(quote(word) for word in split_command)


_safe = frozenset("%+,-./0123456789:=@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")


def _check_text(s, text=_type_text):
    if not isinstance(s, str):
        raise TypeError(text.format(type(s).__name__))


del _type_text


def quote(s):
    """The text as one word of a command line."""
    if not s:
        return "''"
    _check_text(s)
    if _safe.issuperset(s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
