import string, textwrap, keyword, pprint, shlex, fnmatch
from collections import OrderedDict, Counter, defaultdict, deque, ChainMap, namedtuple, UserDict
from types import SimpleNamespace, MappingProxyType
from dataclasses import dataclass, field
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
T = string.Template
t(T("$who likes ${what} $$5").substitute, who="tim", what="kung pao")
t(T("$who likes ${what} $$5").substitute, {"who": "a"}, what="b")
t(T("$who likes\n ${what $").substitute, who=1)
t(T("$who $what").substitute, who=1)
t(T("$who $what ${x $").safe_substitute, who=1)
t(T("$").substitute)
class P(T):
    delimiter = "%"; idpattern = "[a-z]+_[a-z]+"
t(P("%% %with_u %notu").safe_substitute, with_u="X", notu="Y")
class Q(T):
    pattern = r"""\[\[(?:(?P<escaped>\[\[)|(?P<named>[a-z]+)\]\]|(?P<braced>x)|(?P<invalid>))"""
    
t(Q("[[a]] [[[[").safe_substitute, a=1)
if hasattr(T, "is_valid"):
    t(T("$a ${b} $a $$").get_identifiers); t(T("$a ${").is_valid); t(T("$a").is_valid)
F = string.Formatter()
t(F.format, "{0} {1!r:>10} {x[0]} {y.real}", 1, "a", x=[5], y=3)
t(F.format, "{} {}", 1, 2); t(F.format, "{} {0}", 1, 2); t(F.format, "{0} {}", 1, 2)
t(F.format, "{:{}}", "a", 5); t(F.format, "{", 1); t(F.format, "}", 1); t(F.format, "{0", 1); t(F.format,"{0!x}", 1)
t(F.format, "{a}"); t(F.format, "{1}", 0); t(F.format, "{0[}", [1]); t(F.format, "{0.}", 1); t(F.format, "{0!}", 1); t(F.format,"{0!r", 1); t(F.format, "{0:{{1}}}", 1)
t(lambda: list(F.parse("a{{b}}{x!r:>{w}}c{}")))
t(lambda: F.get_field("0.a[1]x", [1], {}))
class D(string.Formatter):
    def get_value(self, key, args, kw): return kw.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kw)
    def check_unused_args(self, used, args, kw): print("used", sorted(map(str, used)))
t(D().format, "{a} {b} {0}", 7, a=1)
t(string.capwords, "  hello   wORLD  "); t(string.capwords, "a-b-cd", "-")
print(string.printable == string.digits + string.ascii_letters + string.punctuation + string.whitespace, string.__all__)
try: print(F.format("{.real} {[0]}", 5, [1]))
except Exception as e: print(type(e).__name__, e)
print(keyword.kwlist, keyword.softkwlist, keyword.iskeyword("for"), keyword.issoftkeyword("match"), keyword.iskeyword("x"))
text = "Look, goof-ball -- use the -b option! This is a very-long-hyphenated-word and supercalifragilisticexpialidocious. Mr.  Foo went. Then  he\tcame\nback.  See http://a.b/c-d-e--f  ok?"
for w in (10, 33):
    for kw in ({}, dict(break_long_words=False), dict(break_on_hyphens=False), dict(fix_sentence_endings=True), dict(initial_indent="* ", subsequent_indent="    "), dict(drop_whitespace=False), dict(expand_tabs=False, replace_whitespace=False), dict(max_lines=2), dict(max_lines=1, placeholder="~")):
        t(textwrap.wrap, text, w, **kw)
t(textwrap.wrap, text, 0); t(textwrap.wrap, "abc", 3, max_lines=1); t(textwrap.shorten, "Hello  world!  x", 12); t(textwrap.shorten, "Hello  world!", 11); t(textwrap.shorten, "Hello world", width=10, placeholder="...")
t(textwrap.fill, text, 30)
for s in ("  a\n    b\n  c\n", "\ta\n  b", "  \n\n  a\n \t\n  b\n", "a\n b", "\x0c  a\n  b", "   a\n\x0b\n   b", "", "  a\n\t b\n", "\t a\n\t b"):
    t(lambda: repr(textwrap.dedent(s)))
t(textwrap.dedent, 5)
t(textwrap.indent, "a\n\n b\n  \nc", "> "); t(textwrap.indent, "a\n\n b", "> ", lambda l: True)
