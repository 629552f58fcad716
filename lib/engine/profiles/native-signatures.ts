/**
 * What `inspect.signature` tells of functions and types of `builtins` where it is not what their declaration says: by name, the
 * text since a version. `none`: nothing is told; `invalid`: CPython cannot read the text that it has.
 */
const SINCE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "3.10": {
    enumerate: "(iterable, start=0)", list: "(iterable=(), /)", tuple: "(iterable=(), /)", float: "(x=0, /)", complex: "(real=0, imag=0)",
    memoryview: "(object)", property: "(fget=None, fset=None, fdel=None, doc=None)", reversed: "(sequence, /)", abs: "(x, /)", ord: "(c, /)",
    print: "none", __import__: "none", breakpoint: "none",
  },
  "3.11": {
    print: "(*args, sep=' ', end='\\n', file=None, flush=False)", __import__: "(name, globals=None, locals=None, fromlist=(), level=0)",
  },
  "3.12": { getattr: "invalid", iter: "invalid", next: "invalid", dir: "invalid", vars: "invalid" },
  "3.13": {
    zip: "(*iterables, strict=False)", map: "(function, iterable, /, *iterables)", set: "(iterable=(), /)", frozenset: "(iterable=(), /)",
    filter: "(function, iterable, /)", bool: "(object=False, /)", classmethod: "(function, /)", staticmethod: "(function, /)", breakpoint: "(*args, **kws)",
    getattr: "none", iter: "none", next: "none", dir: "none", vars: "none",
  },
  "3.14": { map: "(function, iterable, /, *iterables, strict=False)", ord: "(character, /)" },
  "3.15": {
    print: "(*objects, sep=' ', end='\\n', file=None, flush=False)", abs: "(number, /)", bin: "(integer, /)", hex: "(integer, /)", oct: "(integer, /)",
    reversed: "(object, /)", compile: "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, module=None, _feature_version=-1)",
  },
};

/** The texts of one version. */
export function nativeSignatures(version: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [since, named] of Object.entries(SINCE)) {
    if (since <= version) for (const [name, text] of Object.entries(named)) texts.set(name, text);
  }
  return texts;
}
