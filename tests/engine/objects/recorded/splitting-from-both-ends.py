# Splitting at separators that overlap, and at white space, with limits.
for s in ('abbbc', 'aaaa', 'aaa', '', 'aa', 'baab', 'a  b', ' a  b ', '  '):
    for sep in ('bb', 'aa', 'a', ' ', '  ', None):
        for n in (-1, 0, 1, 2, 3):
            print(s.split(sep, n), s.rsplit(sep, n), s.encode().split(sep and sep.encode(), n), s.encode().rsplit(sep and sep.encode(), n))
    for sep in ('bb', 'aa', 'a', ' '): print(s.partition(sep), s.rpartition(sep), s.count(sep), s.rfind(sep), s.replace(sep, 'x'), s.encode().rpartition(sep.encode()), s.encode().replace(sep.encode(), b'x', 1))
print('a\x1cb\u2003c\x85d\xa0e'.split(), '\u3000x\u3000'.rsplit(None, 1), ' a b '.split(None, 1), ' a b '.rsplit(None, 1))
