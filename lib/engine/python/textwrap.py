"""Paragraphs: broken into lines, indented, and freed of a common indentation."""

import re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

# What str.isspace says of further characters does not break lines: a no-break space is there for that.
_whitespace = "\t\n\x0b\x0c\r "


def _word_pattern():
    space = "[" + re.escape(_whitespace) + "]"
    no_space = "[^" + space[1:]
    word = r"[\w!\"'&.,?]"
    letter = r"[^\d\W]"
    hyphenated = f"-(?: (?<={letter}{{2}}-) | (?<={letter}-{letter}-))(?= {letter} -? {letter})"
    return re.compile(
        f"({space}+ | (?<={word})-{{2,}}(?=\\w) | {no_space}+? (?: {hyphenated} | (?={space}|\\Z) | (?<={word})(?=-{{2,}}\\w)))",
        re.VERBOSE,
    )


class TextWrapper:
    """Breaks text into lines, by its settings."""

    unicode_whitespace_trans = dict.fromkeys(map(ord, _whitespace), ord(" "))
    wordsep_re = _word_pattern()
    wordsep_simple_re = re.compile("([" + re.escape(_whitespace) + "]+)")
    sentence_end_re = re.compile(r"[a-z][\.\!\?][\"\']?\Z")

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                 max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        return text.translate(self.unicode_whitespace_trans) if self.replace_whitespace else text

    def _split(self, text):
        """Words and the spaces between them."""
        pattern = self.wordsep_re if self.break_on_hyphens is True else self.wordsep_simple_re
        return list(filter(None, pattern.split(text)))

    def _fix_sentence_endings(self, chunks):
        """Two spaces after what looks like the end of a sentence."""
        at = 0
        while at < len(chunks) - 1:
            if chunks[at + 1] == " " and self.sentence_end_re.search(chunks[at]):
                chunks[at + 1] = "  "
                at += 1
            at += 1

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Takes from a word that fits in no line what this line has room for."""
        room = 1 if width < 1 else width - cur_len
        if self.break_long_words and (room > 0 or _full_lines_take_off):
            word = reversed_chunks[-1]
            end = room
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind("-", 0, room)
                if hyphen > 0 and word[:hyphen].strip("-"):
                    end = hyphen + 1
            cur_line.append(word[:end])
            reversed_chunks[-1] = word[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _check(self):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")

    def _next_line(self, chunks, width, is_first):
        """The chunks of one line, taken from the end of `chunks`, and their length."""
        line = []
        size = 0
        if self.drop_whitespace and not is_first and not chunks[-1].strip():
            chunks.pop()
        while chunks and size + len(chunks[-1]) <= width:
            line.append(chunks.pop())
            size += len(line[-1])
        if chunks and len(chunks[-1]) > width:
            self._handle_long_word(chunks, line, size, width)
            size = sum(map(len, line))
        if self.drop_whitespace and line and not line[-1].strip():
            size -= len(line.pop())
        return line, size

    def _cut(self, lines, line, size, indent, width):
        """Ends the last line that is allowed with the placeholder."""
        while line:
            if line[-1].strip() and size + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            size -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _wrap_chunks(self, chunks):
        self._check()
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            line, size = self._next_line(chunks, width, not lines)
            if not line:
                continue
            is_rest_blank = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or is_rest_blank and size <= width:
                lines.append(indent + "".join(line))
                continue
            self._cut(lines, line, size, indent, width)
            break
        return lines

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """The lines of one paragraph."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The lines of one paragraph, joined."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text in one line, cut at a word where it is too long."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def _shared(first, second):
    """How many characters two indentations have in common."""
    at = 0
    while at < len(first) and at < len(second) and first[at] == second[at]:
        at += 1
    return at


if _blank_means_space:
    def _blanks(text):
        return [line if line and not line.isspace() else "" for line in text.split("\n")]
else:
    def _blanks(text):
        return re.sub("^[ \t]+$", "", text, flags=re.MULTILINE).split("\n")


def dedent(text):
    """The text without the white space that all its lines begin with; lines of white space alone become empty."""
    try:
        lines = _blanks(text)
    except (AttributeError, TypeError):
        if not _blank_means_space:
            raise
        raise TypeError(f"expected str object, not {type(text).__qualname__!r}") from None
    margin = None
    for line in filter(None, lines):
        own = line[:len(line) - len(line.lstrip(" \t"))]
        margin = own if margin is None else margin[:_shared(margin, own)]
    return "\n".join([line[len(margin or ""):] for line in lines])


def indent(text, prefix, predicate=None):
    """The text with a prefix before each line that is not blank, or that the predicate says yes to."""
    parts = []
    for line in text.splitlines(True):
        if predicate(line) if predicate is not None else not line.isspace():
            parts.append(prefix)
        parts.append(line)
    return "".join(parts)
