"""What two sequences have in common, and how one becomes the other."""

from collections import namedtuple
from types import GenericAlias

__all__ = [
    "get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK", "context_diff",
    "unified_diff", "diff_bytes", "Match",
]

Match = namedtuple("Match", "a b size")


def _share(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Finds the longest blocks that two sequences have in common, without junk first."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = self.fullbcount = None
            self._index()

    def _index(self):
        """Where each item of `b` is; junk and, in long sequences, what is in many places is not looked for."""
        places = self.b2j = {}
        for at, item in enumerate(self.b):
            places.setdefault(item, []).append(at)
        self.bjunk = {item for item in places if self.isjunk(item)} if self.isjunk else set()
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        size = len(self.b)
        if self.autojunk and size >= 200:
            limit = size // 100 + 1
            self.bpopular.update(item for item, found in places.items() if len(found) > limit)
            for item in self.bpopular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest block in these parts of both; of several the first in `a`, and of those the first in `b`."""
        a, b, junk = self.a, self.b, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        start_a, start_b, size = alo, blo, 0
        lengths = {}
        for i in range(alo, ahi):
            longer = {}
            for j in self.b2j.get(a[i], ()):
                if j >= bhi:
                    break
                if j >= blo:
                    length = longer[j] = lengths.get(j - 1, 0) + 1
                    if length > size:
                        start_a, start_b, size = i - length + 1, j - length + 1, length
            lengths = longer
        # First what is no junk (popular items), then junk, as far as it goes on both sides.
        for takes_junk in (False, True):
            while start_a > alo and start_b > blo and (b[start_b - 1] in junk) is takes_junk and a[start_a - 1] == b[start_b - 1]:
                start_a, start_b, size = start_a - 1, start_b - 1, size + 1
            while (
                start_a + size < ahi and start_b + size < bhi
                and (b[start_b + size] in junk) is takes_junk and a[start_a + size] == b[start_b + size]
            ):
                size += 1
        return Match(start_a, start_b, size)

    def get_matching_blocks(self):
        """All blocks in order, and an empty one at the ends."""
        if self.matching_blocks is None:
            self.matching_blocks = list(map(Match._make, self._joined(self._blocks())))
        return self.matching_blocks

    def _blocks(self):
        waiting = [(0, len(self.a), 0, len(self.b))]
        found = []
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            i, j, size = block = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(block)
                if alo < i and blo < j:
                    waiting.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    waiting.append((i + size, ahi, j + size, bhi))
        return sorted(found)

    def _joined(self, blocks):
        """Neighbours as one."""
        joined = []
        for i, j, size in blocks:
            if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                joined[-1] = (*joined[-1][:2], joined[-1][2] + size)
            else:
                joined.append((i, j, size))
        return [*joined, (len(self.a), len(self.b), 0)]

    def get_opcodes(self):
        """Steps that turn `a` into `b`."""
        if self.opcodes is None:
            self.opcodes = steps = []
            i = j = 0
            for at_a, at_b, size in self.get_matching_blocks():
                tag = "replace" if i < at_a and j < at_b else "delete" if i < at_a else "insert" if j < at_b else ""
                if tag:
                    steps.append((tag, i, at_a, j, at_b))
                i, j = at_a + size, at_b + size
                if size:
                    steps.append(("equal", at_a, i, at_b, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """Groups of steps with up to `n` equal items around each."""
        steps = list(self.get_opcodes()) or [("equal", 0, 1, 0, 1)]
        if steps[0][0] == "equal":
            tag, i1, i2, j1, j2 = steps[0]
            steps[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if steps[-1][0] == "equal":
            tag, i1, i2, j1, j2 = steps[-1]
            steps[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in steps:
            if tag == "equal" and i2 - i1 > n + n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        """How much both are alike, from 0 to 1."""
        return _share(sum(size for _, _, size in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """Not less than `ratio`: from the items alone, whatever their order."""
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left = {}
        matches = 0
        for item in self.a:
            count = left.get(item, self.fullbcount.get(item, 0))
            left[item] = count - 1
            matches += count > 0
        return _share(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """Not less than `quick_ratio`: from the lengths alone."""
        return _share(min(len(self.a), len(self.b)), len(self.a) + len(self.b))

    def _exceeds(self, least):
        return self.real_quick_ratio() > least and self.quick_ratio() > least and self.ratio() > least

    __class_getitem__ = classmethod(GenericAlias)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The best of some words that are like one, best first."""
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    from heapq import nlargest

    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    found = []
    for other in possibilities:
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), other))
    return [other for _, other in nlargest(n, found)]


def _with_spaces_of(text, tags):
    """Marks in columns: where the text has white space and the mark is none, that white space."""
    return "".join(character if tag == " " and character.isspace() else tag for character, tag in zip(text, tags))


class Differ:
    """Writes the lines of two texts with marks; lines that are alike are shown with what differs in them."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._alike(a, alo, ahi, b, blo, bhi)
            elif tag == "equal":
                yield from self._marked("  ", a, alo, ahi)
            else:
                yield from self._marked("- ", a, alo, ahi)
                yield from self._marked("+ ", b, blo, bhi)

    def _marked(self, mark, lines, low, high):
        for at in range(low, high):
            yield mark + lines[at]

    def _plain(self, a, alo, ahi, b, blo, bhi):
        """A replaced block; the shorter side first."""
        old = self._marked("- ", a, alo, ahi)
        new = self._marked("+ ", b, blo, bhi)
        for part in (new, old) if bhi - blo < ahi - alo and blo < bhi else (old, new):
            yield from part

    def _between(self, a, alo, ahi, b, blo, bhi):
        """What lies beside a pair of lines that are alike."""
        again = self._plain if _windowed else self._alike
        if alo < ahi and blo < bhi:
            yield from again(a, alo, ahi, b, blo, bhi)
        else:
            yield from self._marked("- ", a, alo, ahi)
            yield from self._marked("+ ", b, blo, bhi)

    def _alike(self, a, alo, ahi, b, blo, bhi):
        matcher = SequenceMatcher(self.charjunk)
        if _windowed:
            yield from self._pairs_in_window(matcher, a, alo, ahi, b, blo, bhi)
            return
        pair, is_equal = self._best_pair(matcher, a, alo, ahi, b, blo, bhi)
        if pair is None:
            yield from self._plain(a, alo, ahi, b, blo, bhi)
            return
        i, j = pair
        yield from self._between(a, alo, i, b, blo, j)
        yield from ["  " + a[i]] if is_equal else self._shown_pair(matcher, a[i], b[j])
        yield from self._between(a, i + 1, ahi, b, j + 1, bhi)

    def _best_pair(self, matcher, a, alo, ahi, b, blo, bhi):
        """The two lines that are most alike; else the first two that are equal."""
        best, pair, equal = 0.74, None, None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    equal = equal or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if matcher._exceeds(best):
                    best, pair = matcher.ratio(), (i, j)
        return (pair, False) if best >= 0.75 else (equal, True)

    def _pairs_in_window(self, matcher, a, alo, ahi, b, blo, bhi):
        """For each new line the old one that is most like it, not far away."""
        i, j = alo, blo
        for at in range(blo, bhi):
            middle = alo + at - blo
            window = range(max(middle - 10, i), min(middle + 11, ahi))
            if not window:
                break
            matcher.set_seq2(b[at])
            best, found = 0.74999, None
            for old in window:
                matcher.set_seq1(a[old])
                if matcher._exceeds(best):
                    best, found = matcher.ratio(), old
            if found is None:
                continue
            yield from self._between(a, i, found, b, j, at)
            yield from ["  " + a[found]] if a[found] == b[at] else self._shown_pair(matcher, a[found], b[at])
            i, j = found + 1, at + 1
        yield from self._between(a, i, ahi, b, j, bhi)

    def _shown_pair(self, matcher, old, new):
        """Both lines, and below each the marks of what differs."""
        old_tags = new_tags = ""
        matcher.set_seqs(old, new)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            old_tags += {"replace": "^", "delete": "-", "insert": "", "equal": " "}[tag] * (i2 - i1)
            new_tags += {"replace": "^", "delete": "", "insert": "+", "equal": " "}[tag] * (j2 - j1)
        for mark, line, tags in (("- ", old, old_tags), ("+ ", new, new_tags)):
            yield mark + line
            tags = _with_spaces_of(line, tags).rstrip()
            if tags:
                yield f"? {tags}\n"


def IS_LINE_JUNK(line, pat=None):
    """A line with nothing, or with one `#`."""
    return line.strip() in ("", "#") if pat is None else pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The lines of both texts as `Differ` shows them."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of the first or second text out of `ndiff`."""
    try:
        mark = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}") from None
    for line in delta:
        if line[:2] in ("  ", mark):
            yield line[2:]


def _check(a, b, *words):
    for side in (a, b):
        if side and not isinstance(side[0], str):
            raise TypeError(f"lines to compare must be str, not {type(side[0]).__name__} ({side[0]!r})")
    if _refuses_texts:
        for side in (a, b):
            if isinstance(side, str):
                raise TypeError(f"input must be a sequence of strings, not {type(side).__name__}")
    for word in words:
        if not isinstance(word, str):
            raise TypeError(f"all arguments must be str, not: {word!r}")


def _header(mark, name, date, end):
    return f"{mark} {name}{date and chr(9) + date}{end}"


def _unified_range(start, stop):
    length = stop - start
    first = start + (length > 0)
    return str(first) if length == 1 else f"{first},{length}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Changes with some lines around, as `diff -u` writes them."""
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    is_first = True
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if is_first:
            is_first = False
            yield _header("---", fromfile, fromfiledate, lineterm)
            yield _header("+++", tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield f"@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (" " + line for line in a[i1:i2])
                continue
            yield from ("-" + line for line in a[i1:i2])
            yield from ("+" + line for line in b[j1:j2])


def _context_range(start, stop):
    length = stop - start
    first = start + (length > 0)
    return str(first) if length <= 1 else f"{first},{first + length - 1}"


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Changes with some lines around, as `diff -c` writes them: the old lines, then the new."""
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    is_first = True
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if is_first:
            is_first = False
            yield _header("***", fromfile, fromfiledate, lineterm)
            yield _header("---", tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        for stars, lines, own, at in (("***", a, "delete", 1), ("---", b, "insert", 3)):
            yield f"{stars} {_context_range(first[at], last[at + 1])} {stars[:1] * 4}{lineterm}"
            if any(step[0] in ("replace", own) for step in group):
                for step in group:
                    if step[0] in ("replace", "equal", own):
                        yield from (marks[step[0]] + line for line in lines[step[at]:step[at + 1]])


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    """A diff of lines of bytes."""
    def text(value):
        try:
            return value.decode("ascii", "surrogateescape")
        except AttributeError as error:
            raise TypeError(f"all arguments must be bytes, not {type(value).__name__} ({value!r})") from error

    words = map(text, (fromfile, tofile, fromfiledate, tofiledate))
    for line in dfunc(list(map(text, a)), list(map(text, b)), *words, n, text(lineterm)):
        yield line.encode("ascii", "surrogateescape")
