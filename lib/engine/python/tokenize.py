"""Cuts a Python source into tokens, comments and line ends included, and puts tokens together to a source."""

import re
import token
from _namedtuple import namedtuple
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = [*token.__all__, "tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo"]


class TokenInfo(namedtuple("TokenInfo", "type string start end line")):
    """A token: its type, its text, where it begins and ends (lines from 1, columns from 0), and its line."""

    def __repr__(self):
        return f"TokenInfo(type={self.type} ({tok_name[self.type]}), string={self.string!r}, start={self.start!r}, end={self.end!r}, line={self.line!r})"

    @property
    def exact_type(self):
        return EXACT_TOKEN_TYPES.get(self.string, self.type) if self.type == OP else self.type


class TokenError(Exception):
    """The source cannot be cut."""


if not _in_c:
    class StopTokenizing(Exception):
        """Once told a callback to stop."""


_number = re.compile(
    r"0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+"
    r"|(?:[0-9](?:_?[0-9])*\.(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:[eE][-+]?[0-9](?:_?[0-9])*)?[jJ]?"
    r"|[0-9](?:_?[0-9])*[eE][-+]?[0-9](?:_?[0-9])*[jJ]?|[0-9](?:_?[0-9])*[jJ]|0(?:_?0)*|[1-9](?:_?[0-9])*"
)
_name = re.compile(r"\w+")
_quoted = re.compile(r"([a-zA-Z]{0,2})('''|\"\"\"|'|\")")
_operators = sorted([*EXACT_TOKEN_TYPES, *(["<>"] if _in_c else [])], key=len, reverse=True)
_operator = re.compile("|".join(map(re.escape, _operators)))
_prefixes = {"", "r", "u", "b", "br", "rb", "f", "fr", "rf", *(("t", "tr", "rt") if _has_templates else ())}
_kinds = {"F": "f-string", "T": "t-string"}
_blank = re.compile(r"[ \f\t]*")


class _String:
    """A string with fields that is being read. Its levels are texts, for which None stands, and in them fields, by the depth of their brackets."""

    def __init__(self, letter, quote, is_raw):
        self.letter, self.quote, self.is_raw = letter, quote, is_raw
        self.levels = [None]


class _Scanner:
    """Goes through the lines of a source."""

    def __init__(self, lines):
        self.lines = lines
        self.row = self.col = 0
        self.indents = [0]
        self.depth = 0
        self.goes_on = False
        self.strings = []
        self.skipped = False

    def token(self, kind, start, line=None):
        """The token from `start` up to here."""
        row, col = start
        if row == self.row:
            text = self.lines[row][col:self.col]
        else:
            text = "".join([self.lines[row][col:], *self.lines[row + 1:self.row], self.lines[self.row][:self.col] if self.col else ""])
        if line is None:
            line = "".join(self.lines[row:self.row + 1])
        return TokenInfo(kind, text, (row + 1, col), (self.row + 1, self.col), line)

    def scan(self):
        while self.row < len(self.lines):
            if not (self.depth or self.goes_on or self.strings):
                yield from self.indentation()
                if self.skipped:
                    continue
            self.goes_on = False
            yield from self.rest_of_line()
        yield from self.end()

    def indentation(self):
        """Changes of indentation; lines without code are gone through at once."""
        line = self.lines[self.row]
        self.skipped = False
        column = at = 0
        while at < len(line) and line[at] in " \t\f":
            column = 0 if line[at] == "\f" else column + 1 if line[at] == " " else (column // 8 + 1) * 8
            at += 1
        if at == len(line) and not line.endswith("\n"):
            # Blanks alone at the very end.
            self.row, self.skipped = self.row + 1, True
            return
        if line[at] in "#\r\n":
            self.col = at
            if line[at] == "#":
                self.col = len(line.rstrip("\r\n"))
                yield self.token(COMMENT, (self.row, at), line)
            yield self.line_end(NL, line)
            self.skipped = True
            return
        self.col = at
        if column > self.indents[-1]:
            self.indents.append(column)
            yield self.token(INDENT, (self.row, 0), line)
        while column < self.indents[-1]:
            if column not in self.indents:
                self.bad_indentation(line, at)
            self.indents.pop()
            yield self.token(DEDENT, (self.row, at), line)

    def bad_indentation(self, line, at):
        text = "unindent does not match any outer indentation level"
        if _in_c:
            raise IndentationError(text, ("<string>", self.row + 1, len(line.rstrip("\r\n")) + 1, line.rstrip("\r\n"), None, None))
        raise IndentationError(text, ("<tokenize>", self.row + 1, at, line))

    def line_end(self, kind, line):
        """The end of a line, from here on; goes to the next one."""
        start = self.row + 1, self.col
        shown = line[self.col:]
        made = TokenInfo(kind, shown, start, (self.row + 1, self.col + len(shown) + (not shown and _in_c)), line)
        self.row, self.col = self.row + 1, 0
        return made

    def rest_of_line(self):
        while self.row < len(self.lines):
            line = self.lines[self.row]
            if self.strings and self.strings[-1].levels[-1] is None:
                yield from self.middle()
                continue
            before = self.col
            self.col = _blank.match(line, self.col).end()
            if self.col == len(line):
                self.row, self.col = self.row + 1, 0
                return
            character = line[self.col]
            if character in "\r\n":
                yield self.line_end(NL if self.depth > 0 or self.strings else NEWLINE, line)
                return
            start = self.row, self.col
            if character == "#":
                self.col = len(line.rstrip("\r\n"))
                yield self.token(COMMENT, start, line)
            elif character == "\\" and line[self.col + 1:].strip("\r\n") == "" and self.col + 1 < len(line):
                self.row, self.col, self.goes_on = self.row + 1, 0, True
                if self.row == len(self.lines):
                    raise TokenError(_eof_in_statement, (self.row, self.col_of_end()) if _in_c else (self.row + 1, 0))
                return
            else:
                yield from self.code(line, start, before)

    def col_of_end(self):
        return len(self.lines[-1].rstrip("\r\n")) + 1 if self.lines else 0

    def code(self, line, start, before):
        quoted = _quoted.match(line, self.col)
        if quoted and quoted[1].lower() in _prefixes:
            yield from self.string(quoted, start)
            return
        character = line[self.col]
        number = _number.match(line, self.col) if character.isdigit() or character == "." else None
        name = None if number else _name.match(line, self.col)
        operator = None if number or name else _operator.match(line, self.col)
        if self.in_field() and operator and operator[0] == ":=":
            operator = re.compile(":").match(line, self.col)
        found = number or name or operator
        if not found:
            if not _in_c:
                self.col = before
                start = self.row, before
            self.col += 1
            yield self.token(OP if _in_c else ERRORTOKEN, start, line)
            return
        if operator and found[0] == "!" and not _in_c:
            self.col = before + 1
            yield self.token(ERRORTOKEN, (self.row, before), line)
            return
        self.col = self.col + len(found[0])
        if number and _in_c:
            self.check_number(line)
        if operator:
            self.bracket(found[0])
        yield self.token(NUMBER if number else NAME if name else OP, start, line)

    def check_number(self, line):
        if line[self.col:self.col + 1].isidentifier() and line[self.col - 1:self.col] == "0" and line[self.col] in "xXoObB":
            kind = {"x": "hexadecimal", "o": "octal", "b": "binary"}[line[self.col].lower()]
            raise TokenError(f"invalid {kind} literal", (self.row + 1, self.col + 1))

    def in_field(self):
        return self.strings and self.depth == self.strings[-1].levels[-1]

    def bracket(self, text):
        if self.in_field() and text in ("}", ":"):
            levels = self.strings[-1].levels
            if text == ":":
                levels.append(None)
            else:
                levels.pop()
                self.depth -= 1
        elif text in "([{":
            self.depth += 1
        elif text in ")]}":
            self.depth = max(self.depth - 1, 0) if _in_c else self.depth - 1

    def string(self, quoted, start):
        prefix, quote = quoted[1].lower(), quoted[2]
        self.col = quoted.end()
        letter = "F" if "f" in prefix else "T" if "t" in prefix else ""
        if _in_c and letter:
            self.strings.append(_String(letter, quote, "r" in prefix))
            yield self.token(globals()[letter + "STRING_START"], start)
            return
        while True:
            line = self.lines[self.row]
            end = re.compile(r"(?:\\.|(?!%s).)*" % quote, re.S).match(line, self.col).end()
            if line.startswith(quote, end):
                self.col = end + len(quote)
                yield self.token(STRING, start)
                return
            if len(quote) == 1 and not line[:end].endswith("\\\n"):
                yield from self.open_string(quoted, start, line)
                return
            if self.row + 1 == len(self.lines):
                raise TokenError("EOF in multi-line string", (start[0] + 1, start[1] + _in_c))
            self.row, self.col = self.row + 1, 0

    def open_string(self, quoted, start, line):
        if _in_c and self.strings and self.strings[-1].quote == quoted[2]:
            raise TokenError(f"{_kinds[self.strings[-1].letter]}: expecting '}}'", (start[0] + 1, start[1] + 1))
        if _in_c:
            raise TokenError(f"unterminated string literal (detected at line {self.row + 1})", (start[0] + 1, start[1] + 1))
        # What stands before the quote is a name, the quote is an error, and what follows is read as code.
        self.row, self.col = start
        if quoted[1]:
            self.col += len(quoted[1])
            yield self.token(NAME, start, line)
            start = self.row, self.col
        self.col += 1
        yield self.token(ERRORTOKEN, start, line)

    def middle(self):
        """The text of a string with fields up to a field, a doubled brace or its end."""
        string = self.strings[-1]
        start = self.row, self.col
        middle = globals()[string.letter + "STRING_MIDDLE"]
        in_format = len(string.levels) > 1
        has_text = False
        while True:
            line = self.lines[self.row]
            if self.col >= len(line):
                if self.row + 1 == len(self.lines) or len(string.quote) == 1 and not line.endswith("\\\n"):
                    raise TokenError(*self.open_field(string))
                self.row, self.col = self.row + 1, 0
                continue
            character = line[self.col]
            if not in_format and line.startswith(string.quote, self.col):
                if has_text:
                    yield self.token(middle, start)
                start = self.row, self.col
                self.col += len(string.quote)
                self.strings.pop()
                yield self.token(globals()[string.letter + "STRING_END"], start)
                return
            if character == "\\" and not string.is_raw and line.startswith("N{", self.col + 1):
                self.col = line.find("}", self.col) + 1 or len(line)
            elif character == "\\" and not (line[self.col + 1:self.col + 2] in "{}"):
                self.col += 2
            elif character in "{}" and line.startswith(character, self.col + 1) and not in_format:
                # The first of two braces is the text, the second is passed over.
                self.col += 1
                yield self.token(middle, start)
                self.col += 1
                start = self.row, self.col
                has_text = False
                continue
            elif character == "{" or character == "}" and in_format:
                break
            elif character == "}":
                yield self.token(middle, start)
                raise TokenError(f"{_kinds[string.letter]}: single '}}' is not allowed", (self.row + 1, self.col + 1))
            elif character == "\n" and len(string.quote) == 1 and not in_format:
                raise TokenError(*self.open_field(string))
            else:
                self.col += 1
            has_text = True
        if has_text or in_format and (character == "}" or line.startswith("{{", self.col)):
            yield self.token(middle, start)
        start = self.row, self.col
        self.col += 1
        if character == "{":
            self.depth += 1
            string.levels.append(self.depth)
        else:
            del string.levels[-2:]
            self.depth -= 1
        yield self.token(OP, start)

    def open_field(self, string):
        long = "triple-quoted " if len(string.quote) == 3 else ""
        return f"unterminated {long}{_kinds[string.letter]} literal (detected at line {self.row + 1})", (self.row + 1, 1)

    def end(self):
        if self.strings or self.depth:
            raise TokenError(_eof_in_statement, (len(self.lines), self.col_of_end() if self.strings else 0) if _in_c else (len(self.lines) + 1, 0))
        last = self.lines[-1] if self.lines else ""
        if last and last[-1] not in "\r\n" and not last.strip().startswith("#") and last.strip():
            at = len(last)
            yield TokenInfo(NEWLINE, "", (len(self.lines), at), (len(self.lines), at + 1), last if _in_c else "")
        row = len(self.lines) + 1
        for _ in self.indents[1:]:
            yield TokenInfo(DEDENT, "", (row, 0), (row, 0), "")
        yield TokenInfo(ENDMARKER, "", (row, 0), (row, 0), "")


def generate_tokens(readline):
    """The tokens of a source that is read line by line, as texts."""
    lines = []
    for line in iter(_reader(readline), ""):
        lines.append(line)
    return _Scanner(lines).scan()


def _reader(readline):
    def read():
        try:
            return readline()
        except StopIteration:
            return ""

    return read


def detect_encoding(readline):
    """The encoding of a source by its mark or its first two lines, and those lines."""
    lines = []
    read = _reader(readline)
    has_mark = False
    for _ in range(2):
        line = read() or b""
        if not lines and line.startswith(b"\xef\xbb\xbf"):
            line, has_mark = line[3:], True
        if line:
            lines.append(line)
        found = re.match(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", line)
        if found:
            name = found[1].decode().lower().replace("_", "-")
            name = "utf-8" if name == "utf-8" or name.startswith("utf-8-") else "iso-8859-1" if name in ("latin-1", "iso-8859-1", "iso-latin-1") else found[1].decode()
            try:
                b"".decode(name)
            except LookupError:
                raise SyntaxError(f"unknown encoding: {found[1].decode()}")
            return "utf-8-sig" if has_mark else name, lines
        if not re.match(rb"[ \t\f]*(?:[#\r\n]|$)", line):
            break
    return "utf-8-sig" if has_mark else "utf-8", lines


def tokenize(readline):
    """The tokens of a source that is read line by line, as bytes; the first one tells the encoding."""
    encoding, lines = detect_encoding(readline)
    for line in iter(_reader(readline), ""):
        if not line:
            break
        lines.append(line)
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    yield TokenInfo(ENCODING, name, (0, 0), (0, 0), "")
    yield from _Scanner(b"".join(lines).decode(name).splitlines(True)).scan()


def untokenize(iterable):
    """A source of these tokens: with their places if they have them, else with blanks where they are needed."""
    tokens = [tuple(each) for each in iterable]
    encoding = tokens[0][1] if tokens and tokens[0][0] == ENCODING else None
    tokens = tokens[1:] if encoding else tokens
    text = _placed(tokens) if all(len(each) == 5 for each in tokens) else _spaced(tokens)
    return text.encode(encoding) if encoding else text


def _placed(tokens):
    parts = []
    row, col = 1, 0
    indents = []
    at_start = False
    previous = ""
    for kind, string, start, end, line in tokens:
        if kind == ENDMARKER:
            break
        if kind == INDENT:
            indents.append(string)
            continue
        if kind == DEDENT:
            indents.pop()
            row, col = end
            continue
        if kind in (NEWLINE, NL):
            at_start = True
        elif at_start and indents:
            if start[1] >= len(indents[-1]):
                parts.append(indents[-1])
                col = len(indents[-1])
            at_start = False
        if start[0] < row or start[0] == row and start[1] < col:
            raise ValueError(f"start ({start[0]},{start[1]}) precedes previous end ({row},{col})")
        if start[0] > row:
            before = previous.rstrip("\\\r\n") if _has_templates else ""
            parts.append(before[len(before.rstrip()):] + "\\\n" * (start[0] - row))
            col = 0
        parts.append(" " * (start[1] - col))
        if kind in _middles:
            string = _doubled(string)
            end = end[0], end[1] + sum(string.splitlines()[-1:][0].count(pair) for pair in ("{{", "}}") if string)
        parts.append(string)
        row, col = end
        previous = line
        if kind in (NEWLINE, NL):
            row, col = row + 1, 0
    return "".join(parts)


def _doubled(text):
    """A text of a string with fields as it is written: braces are doubled, but for those of names of characters."""
    return re.sub(r"(?:\\\\)+|\\N\{[^}]*\}|[{}]", lambda found: found[0] * 2 if len(found[0]) == 1 else found[0], text)


_middles = {number for number, name in tok_name.items() if name.endswith("STRING_MIDDLE")}


def _spaced(tokens):
    parts = []
    indents = []
    at_start = bool(tokens) and tokens[0][0] in (NEWLINE, NL)
    after_string = ended_string = False
    open_strings = 0
    for kind, string, *_ in tokens:
        if kind in (ENCODING, ENDMARKER):
            continue
        if kind in (NAME, NUMBER):
            string += " "
        if kind == STRING:
            string = " " * after_string + string
        after_string = kind == STRING
        if kind == INDENT:
            indents.append(string)
            continue
        if kind == DEDENT:
            indents.pop()
            continue
        if kind in (NEWLINE, NL):
            at_start = True
        elif at_start and indents:
            parts.append(indents[-1])
            at_start = False
        elif kind in _middles:
            string = _doubled(string)
        if _in_c:
            name = tok_name[kind]
            open_strings += name.endswith("STRING_START") - name.endswith("STRING_END")
            if open_strings and string in ("{", "}") and parts and parts[-1] == string:
                string = " " + string
            if ended_string and name in ("STRING", "FSTRING_START"):
                parts.append(" ")
            ended_string = name in ("STRING", "FSTRING_END")
        parts.append(string)
    return "".join(parts)
