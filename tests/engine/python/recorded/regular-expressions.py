import re

def show(label, value): print(label, repr(value))
def bad(pattern, *args, f=re.compile):
    try:
        print(repr(f(pattern, *args)))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "pos", None), getattr(e, "lineno", None), getattr(e, "colno", None))

m = re.match(r"(?P<y>\d{4})-(?P<m>\d\d)(-(?P<d>\d\d))?", "2024-05 rest")
show("m", m); show("groups", m.groups()); show("dict", m.groupdict()); show("def", m.groupdict("x"))
show("g", (m.group(), m.group(0, "y", 2), m["m"], m.span("y"), m.start(3), m.end(), m.lastindex, m.lastgroup, m.regs))
show("attrs", (m.re, m.string, m.pos, m.endpos, m.expand(r"\g<y>/\2/\g<d>|\n")))
try: m.group("zz")
except IndexError as e: print(e)
try: m[9]
except IndexError as e: print(e)
p = re.compile(r"a(b)?", re.I | re.X)
show("p", p); show("pa", (p.pattern, p.flags, p.groups, p.groupindex)); show("same", re.compile("q") is re.compile("q"))
show("eq", (re.compile("a") == re.compile("a"), re.compile("a") == re.compile("a", re.I), hash(re.compile("a")) == hash(re.compile("a"))))
show("findall", re.findall(r"\w+", "the quick, brown fox")); show("fa1", re.findall(r"(\w)\w*", "the quick")); show("fa2", re.findall(r"(\w)(\d)?", "a1b c"))
show("iter", [x.span() for x in re.finditer(r"x*", "axxb")]); show("type", type(re.finditer("a", "a")).__name__)
show("split", re.split(r"[,;]\s*", "a, b;c,d")); show("split2", re.split(r"(,)|(;)", "a,b;c")); show("split3", re.split(r"x*", "axbc")); show("split4", re.split(",", "a,b,c,d", maxsplit=2))
show("sub", re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world")); show("sub2", re.sub("x*", "-", "abxd")); show("subn", re.subn("a", "b", "banana", count=2))
show("subf", re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "a1b22")); show("sub3", re.sub("a", r"\\n\t\g<0>", "a"))
show("subu", re.sub("(a)|b", r"[\1]", "ab"))
show("esc", re.escape("a.b*c d-e_f/@é")); show("escb", re.escape(b"a.b\xff"))
for pat, s in [("^a", "ba"), ("a$", "a\n"), (r"a\Z", "a\n"), (r"(?m)^b$", "a\nb\nc"), (r"(?s)a.b", "a\nb"), (r"a.b", "a\nb"), (r"(?i)straße", "STRASSE"), (r"(?i)ÉCOLE", "école"), (r"(?i)[a-z]+", "ABC\u017f"), (r"(?i)k", "\u212a"), (r"\bfoo\b", "a foo."), (r"\Boo\b", "foo"), (r"(?<=ab)c", "abc"), (r"(?<!ab)c", "abc"), (r"a(?=b)", "ab"), (r"a(?!b)", "ab"), (r"(a)(?(1)b|c)", "ab"), (r"(a)?(?(1)b|c)", "c"), (r"(\w)\1", "hello"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\""), (r"(?:ab)+?", "ababab"), (r"(?:ab){2}", "ababab"), (r"a{,2}", "aaa"), (r"a{2,}", "aaaa"), (r"a{x}", "a{x}"), (r"[^\d\s]+", "12 ab!"), (r"[]a]+", "]a"), (r"[a\-z]+", "a-z"), (r"\x41\u0042\103", "ABC"), (r"\N{LATIN SMALL LETTER A}", "a"), (r"(?x) a  # comment\n b", "ab"), (r"(?i:a)B", "AB"), (r"(?i)a(?-i:b)", "Ab"), (r"(?a)\w+", "aé"), (r"\w+", "aé中"), (r"\d+", "１２"), (r"\s+", "\u2003 \x1c"), (r"(a*)*", "aaa"), (r"(a*)+b", "aaac"), (r"(?:a|ab)(?:c|bcd)(d*)", "abcd"), (r"(a|b)*", "abab"), (r"(?:(a)|b)*", "ab"), (r"😀+", "😀😀!"), (r".", "😀"), (r"(?=(a+))a*b\1", "baaabac"), (r"(?#hi)a", "a"), (r"()", ""), (r"\B", ""), (r"a|b|", "c"), (r"(?s).*?(\d+)", "ab\n12"), (r"(x)?y|(z)", "z"), ("((a)(b)?)+", "aba")]:
    m = re.search(pat, s)
    print(ascii(pat), ascii(m), ascii(m and m.groups()), m and m.lastindex)
for pat in ["(", ")", "a**", "*", "[a", "[z-a]", "(?P<1>a)", "(?P<a>x)(?P<a>y)", r"\1", r"(a)\2", "(?P=x)", "(?<=a*)b", "(?z)", "(?i", "(?P", "(?P>", "a{2,1}", "\\", r"\q", r"[\q]", r"\x1", r"\u12", r"\400", r"[\400]", "(?(x)a)", "(?(0)a)", "(a)(?(1)b|c|d)", "(?#x", "(?<x)", "(?", "(?P<", "(?P<a", "(?P<>a)", r"\N{foo}", r"\N", "a\nb(", "(?-i)", "(?i-i:a)", "(?ia", "(?-:a)", "(?L)a", "(?au)a", "x{99999999999}", "[\\d-z]", "(a\\1)", "(?<=(a)\\1)", "a(?i)b", "(?-a:b)", "(?:a", "|*", "(?iu-", "[]", "[^]", "a{1}{2}", "a++b" if False else "a?*"]:
    bad(pat)
for pat, fl in [("a", re.L), (b"a", re.U), ("a", re.A | re.U), (re.compile("a"), re.I), (5, 0), (None, 0), ([1], 0)]:
    bad(pat, fl)
for repl in [r"\2", r"\g<2>", r"\g<x>", r"\g<a", r"\g", r"\q", r"\8", r"\400", r"\g<>", "\\", r"\g<1a>", r"\0", r"\g<0>\1", r"\&"]:
    bad("(a)", repl, "a", f=re.sub)
for f, args in [(re.match, ("a", b"a")), (re.match, (b"a", "a")), (re.match, ("a", 5)), (re.sub, ("a", 5, "a")), (re.sub, ("a", lambda m: 5, "ba")), (re.sub, ("a", b"x", "a"))]:
    try: print(f(*args))
    except TypeError as e: print(e)
print(re.match(b"(a)\\w", b"ab"), re.findall(b".", b"\x00\xff"), re.sub(b"a", b"\\g<0>b", b"aa"), re.compile(b"x", re.I))
print(repr(re.I), str(re.I), repr(re.I | re.M), re.I.name, int(re.I | re.X), re.A.value, type(re.I).__name__, re.S in (re.S | re.I), re.I | 2 == re.I)
print(p.match("xab", 1), p.fullmatch("abc", 0, 2), p.search("xxab", pos=2), p.findall("aab", endpos=2), re.compile("^a").match("ba", 1), re.compile("(?<=b)a").match("ba", 1))
sc = re.compile(r"\d").scanner("1a2"); print(sc.match(), sc.match(), sc.search(), sc.search())
import copy
print(copy.copy(p) is p, copy.deepcopy(p) is p, copy.copy(m) if m is None else copy.copy(m) is m, re.Pattern, re.Match, re.error.__name__, issubclass(re.error, Exception))
print(re.fullmatch("a|ab", "ab"), re.fullmatch("(a|ab)(c|bcd)", "abcd").groups(), re.compile("a" * 300).pattern == "a" * 300, len(repr(re.compile("b" * 300))))
s = "unchanged"; print(re.sub("x", "y", s) is s, re.match(".*", s).group() is s)
print(re.Scanner([(r"\d+", lambda s, t: int(t)), (r"[a-z]+", lambda s, t: t.upper()), (r"\s+", None)]).scan("12 ab 3!"))
def tokens(text):
    spec = [("NUM", r"\d+(\.\d*)?"), ("OP", r"[-+*/()]"), ("WS", r"\s+"), ("BAD", r".")]
    for m in re.finditer("|".join("(?P<%s>%s)" % s for s in spec), text):
        if m.lastgroup != "WS": yield m.lastgroup, m.group(), m.start()
print(list(tokens("3 + 4.5*(2-x)")))
print(re.split(r"(?<=[a-z])(?=[A-Z])", "camelCaseString"), re.sub(r"(?<!^)(?=[A-Z])", "_", "camelCaseString").lower())
print(re.match(r"^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$", "192.168.1.255"), re.findall(r"(?i)\b(\w+)\s+\1\b", "The the cat sat sat"))
re.purge()
try: re.compile("(").x
except re.error as e: print(e.msg, e.pattern, e.pos, e.lineno, e.colno, e.args)
