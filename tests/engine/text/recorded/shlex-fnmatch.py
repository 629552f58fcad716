import shlex, fnmatch
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
for s in ("a 'b c' d", 'x"y z"w', "a\\ b c", "a # b", "foo#bar", "it's", 'a\\', '"a\\"b"', "'a\\b'", "", "  ", "a=b;c", "''", "é ü"):
    t(shlex.split, s); t(shlex.split, s, comments=True); t(shlex.split, s, posix=False)
t(lambda: list(shlex.shlex("a && b; c>d 'x y' e-f~g", punctuation_chars=True))); t(lambda: list(shlex.shlex("a.b(c) 'x' # no\n z"))); t(lambda: list(shlex.shlex("a.b(c) 'x'|| z", posix=True, punctuation_chars="|")))
t(shlex.quote, "a b"); t(shlex.quote, "it's"); t(shlex.quote, ""); t(shlex.quote, "a_b-c./~"); t(shlex.quote, "é"); t(shlex.join, ["a", "b c", "$x"]); t(shlex.quote, 5)
L = shlex.shlex("a b c"); print(L.get_token()); L.push_token("z"); print(L.get_token(), L.get_token(), L.lineno, L.error_leader(), repr(L.eof), L.punctuation_chars)
for p in ("*.py", "a?c", "[a-c]x", "[!a]*", "*a*b*", "[]x]", "[", "a[", "**", "*", "[--0]", "[a&&b]", "[^x]", "a.b", "[\\]", "ab*"):
    t(fnmatch.translate, p)
    print([n for n in ("a.py", "abc", "ax", "bx", "]", "ab", "x", "a-", "^") if fnmatch.fnmatch(n, p)], fnmatch.filter(["abc", "A.py", "ab"], p))
print(fnmatch.fnmatchcase("A.PY", "*.py"), fnmatch.filter([b"a", b"b"], b"a"), fnmatch.__all__, shlex.__all__)
