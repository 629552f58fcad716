import { defineType, method } from "../core/define.ts";
import { PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { PyStr } from "./str-object.ts";

/** Numbers of the standard streams. */
export type StreamNumber = 0 | 1 | 2;

const NAMES = ["<stdin>", "<stdout>", "<stderr>"] as const;

/** A standard stream: what is written goes to the host; the input is at its end (Modules/_io/textio.c, much reduced). */
export class PyTextStream extends PyObject {
  readonly number: StreamNumber;
  closed = false;

  constructor(type: PyType, number: StreamNumber) {
    super(type);
    this.number = number;
  }
}

const stream = (self: PyObject) => self as PyTextStream;

function checkOpen(rt: Runtime, self: PyObject): PyTextStream {
  if (stream(self).closed) rt.raise("ValueError", "I/O operation on closed file.");
  return stream(self);
}

function unsupported(rt: Runtime, what: string): never {
  return rt.raise("OSError", what);
}

/** Writes a text and gives its length in code points. */
function write(rt: Runtime, self: PyObject, text: PyObject): PyObject {
  if (!(text instanceof PyStr)) return rt.raise("TypeError", `write() argument must be str, not ${text.type.name}`);
  const { number } = checkOpen(rt, self);
  if (number === 0) unsupported(rt, "not writable");
  else if (number === 1) rt.write(text.value);
  else rt.writeError(text.value);
  return rt.int([...text.value].length);
}

function writeLines(rt: Runtime, self: PyObject, lines: PyObject): PyObject {
  const iterator = rt.temp(rt.iter(lines));
  for (let line = rt.next(iterator); line; line = rt.next(iterator)) {
    try {
      release(write(rt, self, line));
    } finally {
      release(line);
    }
  }
  return retain(rt.none);
}

function read(rt: Runtime, self: PyObject): PyObject {
  return checkOpen(rt, self).number === 0 ? rt.str("") : unsupported(rt, "not readable");
}

const fixed = (name: string, value: string) => ({ name, get: (rt: Runtime) => rt.str(value) });

export const textStreamSpec = defineType({
  name: "TextIOWrapper",
  module: "_io",
  basicSize: 192,
  hasDict: true,
  hasWeakrefs: true,
  collected: true,
  slots: {
    new: (rt) => rt.raise("TypeError", "there are no files here: only sys.stdin, sys.stdout and sys.stderr"),
    repr: (rt, self) => {
      const { number } = stream(self);
      return rt.str(`<_io.TextIOWrapper name='${NAMES[number]}' mode='${number === 0 ? "r" : "w"}' encoding='utf-8'>`);
    },
    iter: (rt, self) => retain(checkOpen(rt, self)),
    next: (rt, self) => {
      release(read(rt, self));
      return null;
    },
  },
  getset: [
    fixed("encoding", "utf-8"),
    { name: "errors", get: (rt, self) => rt.str(stream(self).number === 2 ? "backslashreplace" : "strict") },
    { name: "name", get: (rt, self) => rt.str(NAMES[stream(self).number]) },
    { name: "mode", get: (rt, self) => rt.str(stream(self).number === 0 ? "r" : "w") },
    { name: "closed", get: (rt, self) => rt.bool(stream(self).closed) },
    { name: "newlines", get: (rt) => retain(rt.none) },
    { name: "line_buffering", get: (rt, self) => rt.bool(stream(self).number === 2) },
    { name: "write_through", get: (rt) => rt.bool(false) },
  ],
  methods: [
    method("write(self, text, /)", (rt, [self, text]) => write(rt, self, text)),
    method("writelines(self, lines, /)", (rt, [self, lines]) => writeLines(rt, self, lines)),
    method("flush(self, /)", (rt, [self]) => {
      checkOpen(rt, self);
      return retain(rt.none);
    }),
    method("close(self, /)", (rt, [self]) => {
      stream(self).closed = true;
      return retain(rt.none);
    }),
    method("read(self, size=-1, /)", (rt, [self]) => read(rt, self)),
    method("readline(self, size=-1, /)", (rt, [self]) => read(rt, self)),
    method("readlines(self, hint=-1, /)", (rt, [self]) => {
      release(read(rt, self));
      return rt.takeList([]);
    }),
    method("isatty(self, /)", (rt, [self]) => {
      checkOpen(rt, self);
      return rt.bool(false);
    }),
    method("fileno(self, /)", (rt, [self]) => rt.int(checkOpen(rt, self).number)),
    method("readable(self, /)", (rt, [self]) => rt.bool(checkOpen(rt, self).number === 0)),
    method("writable(self, /)", (rt, [self]) => rt.bool(checkOpen(rt, self).number !== 0)),
    method("seekable(self, /)", (rt, [self]) => {
      checkOpen(rt, self);
      return rt.bool(false);
    }),
    method("__enter__(self, /)", (rt, [self]) => retain(checkOpen(rt, self))),
    method("__exit__(self, *args)", (rt, [self]) => {
      stream(self).closed = true;
      return retain(rt.none);
    }),
  ],
});
