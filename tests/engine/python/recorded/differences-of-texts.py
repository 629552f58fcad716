import difflib
from difflib import *
pairs = [("abxcd", "abcd"), ("qabxcd", "abycdf"), ("", ""), ("a", ""), ("private Thread currentThread;", "private volatile Thread currentThread;"), ("tide", "diet"), ("aaaa", "aa"), ("abcabba", "cbabac"), ("x" * 250 + "abc", "abc" + "x" * 250), (list("abc"), [1, 2, "c"]), (["a b", "c"], ["c", "a b"])]
for a, b in pairs:
    for junk in (None, lambda x: x == " "):
        s = SequenceMatcher(junk, a, b)
        print(s.find_longest_match(0, len(a), 0, len(b)), s.find_longest_match(), s.get_matching_blocks()[:4], s.get_opcodes()[:6], s.ratio(), s.quick_ratio(), s.real_quick_ratio(), sorted(s.bjunk), sorted(map(str, s.bpopular)))
print(SequenceMatcher(None, "x" * 250 + "abc", "abc" + "x" * 250, autojunk=False).ratio())
one = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n".splitlines(True)
two = "ore\nthree\nfour and more\nfive\nsix\nseven\neight\nnine\nTen!\neleven\n".splitlines(True)
for a, b in ((one, two), (two, one), (one, one), ([], one), (one, []), (["\tabcDefghiJkl\n"], ["\tabcdefGhijkl\n"]), (["a  b\n", "x\n"], ["a b\n", "y\n", "z\n"])):
    for n in (0, 1, 3):
        print("".join(unified_diff(a, b, "from", "to", "2001", "2002", n)))
        print("".join(context_diff(a, b, "from", "to", n=n)))
    print(list(SequenceMatcher(None, a, b).get_grouped_opcodes(1)))
    d = list(ndiff(a, b))
    print("".join(d))
    print("".join(restore(d, 1)) == "".join(a), "".join(restore(d, 2)) == "".join(b))
    print("".join(Differ().compare(a, b)), end="")
print(list(unified_diff("one two three".split(), "one 2 three".split(), lineterm="")))
print(get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), get_close_matches("wheel", ["while", "with", "class"]), get_close_matches("accept", ["pass"]), get_close_matches("a", ["a", "b", "ab", "aa"], 2, 0.1))
for f in (lambda: get_close_matches("a", [], 0), lambda: get_close_matches("a", [], 1, 2), lambda: list(restore([], 3)), lambda: list(unified_diff([1], ["a"])), lambda: list(unified_diff(["a"], ["b"], 1)), lambda: list(unified_diff(["a"], [b"b"])), lambda: list(diff_bytes(unified_diff, ["a"], [b"b"]))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(list(diff_bytes(unified_diff, [b"a\n", b"\xff\n"], [b"a\n", b"b\n"])))
print([IS_LINE_JUNK(x) for x in ("\n", "  #  \n", "hi\n", "##")], [IS_CHARACTER_JUNK(x) for x in " \t\nx"])
print(Match(1, 2, 3), SequenceMatcher[int])
s = SequenceMatcher(None, "abcd", "bcde"); print(s.ratio()); s.set_seq1("bcde"); print(s.ratio()); s.set_seq2("xyz"); print(s.ratio())
