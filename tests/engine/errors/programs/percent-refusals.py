# Conversions with % of str and bytes, and what they refuse.
def T(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class B:
    def __bytes__(self): return b'BB'
class D(dict): pass
for f in [lambda: b'%d' % 'a', lambda: b'%s' % 'a', lambda: b'%b' % 1, lambda: b'%c' % 300, lambda: b'%c' % 'a', lambda: b'%c' % b'ab', lambda: b'%c' % 65, lambda: b'%c' % b'x', lambda: b'%c' % 1.5, lambda: b'%c' % bytearray(b'ab'), lambda: b'%c' % -1, lambda: b'%s' % B(), lambda: b'%(a)s' % {b'a': b'x'}, lambda: b'%(a)s' % {'a': b'x'}, lambda: b'%(a)s' % 1, lambda: b'%a' % 'é', lambda: b'%r' % 'é', lambda: b'%r' % b'x', lambda: b'%5.1f|' % 1.25, lambda: b'%f' % 'a', lambda: b'%x' % 1.5, lambda: b'%q' % 1, lambda: b'%' % 1, lambda: b'%s %s' % (b'a',), lambda: b'a' % 1, lambda: b'%.2s|%5s|%-5s|' % (b'abc', b'd', b'e'), lambda: b'%*d' % (5, 3), lambda: bytearray(b'%d') % 5, lambda: b'%d%%' % 5, lambda: b'%s' % memoryview(b'mv'), lambda: b'%i %u %o %X %#x %+d %05d' % (1, 2, 8, 255, 255, 3, 42), lambda: b'%e %g' % (1.5, 2.5), lambda: b'%s' % None, lambda: b'%d' % 1.9, lambda: b'%d' % None, lambda: b'%(a)' % {b'a': 1}, lambda: b'%(a' % {b'a': 1}, lambda: b'%b' % [1], lambda: b'%b' % (b'x', b'y'), lambda: b'\xff%b' % b'\xfe', lambda: b'%s' % 'abc'.encode(), lambda: b'%c' % None]:
    T(f)
for f in [lambda: '%f' % 'a', lambda: '%f %f' % (1, 'a'), lambda: '%c' % -1, lambda: '%c' % 0x110000, lambda: '%(a)f' % {'a': 'x'}, lambda: '%*d' % ('a', 1), lambda: '%.*f' % (1.5, 1), lambda: '%(a)s %s' % {'a': 1}, lambda: '%s %(a)s' % {'a': 1}, lambda: '%()s' % {'': 1}, lambda: '%d' % 1e400, lambda: '%d' % float('nan'), lambda: '%.99999999999d' % 1, lambda: '%x' % 'a', lambda: '%o' % None, lambda: '%e' % None, lambda: '%(a)d' % {'a': 'x'}, lambda: b'%(a)d' % {b'a': 'x'}, lambda: b'%d %d' % (1, 'a'), lambda: b'%f' % None, lambda: b'%s %s' % (b'a', 1), lambda:b'%c' % 256, lambda: '%(a)q' % {'a':1}]:
    T(f)
