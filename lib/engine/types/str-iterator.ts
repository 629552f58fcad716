import { defineType, method, type TypeSpec } from "../core/define.ts";
import { PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { givenPosition, iterFunction, reducedTo } from "./iterator-state.ts";
import type { PyStr } from "./str-object.ts";

/** Walks over the characters of a str (Objects/unicodeobject.c, unicodeiterobject). */
export class PyStrIterator extends PyObject {
  text: PyStr | null;
  position = 0;

  /** Takes over the reference to the text. */
  constructor(type: PyType, text: PyStr | null) {
    super(type);
    this.text = text;
  }

  override edges(visit: Visit): void {
    if (this.text) visit(this.text);
  }

  override clear(): void {
    const { text } = this;
    this.text = null;
    if (text) release(text);
  }
}

/** `iter(str)`: texts of ASCII have an iterator type of their own. */
export function makeStrIterator(rt: Runtime, self: PyObject): PyObject {
  const text = self as PyStr;
  return new PyStrIterator(rt.types[text.kind === "ascii" ? rt.profile.memberRules.iterators.asciiText : "str_iterator"], retain(text));
}

function next(rt: Runtime, self: PyObject): PyObject | null {
  const iterator = self as PyStrIterator;
  const { text } = iterator;
  if (!text) return null;
  if (iterator.position < text.length) return rt.str(text.at(iterator.position++));
  iterator.clear();
  return null;
}

function iteratorType(name: string): TypeSpec {
  return defineType({
    name,
    basicSize: 32,
    collected: true,
    baseType: false,
    allocate: (type) => new PyStrIterator(type, null),
    slots: { iter: (_rt, self) => retain(self), next },
    methods: [
      method("__length_hint__(self, /)", (rt, [self]) => {
        const { text, position } = self as PyStrIterator;
        return rt.int(text ? text.length - position : 0);
      }),
      method("__reduce__(self, /)", (rt, [self]) => {
        const { text, position } = self as PyStrIterator;
        return text ? reducedTo(rt, iterFunction(rt), retain(text), position) : reducedTo(rt, iterFunction(rt), rt.str(""));
      }),
      method("__setstate__(self, object, /)", (rt, [self, state]) => {
        const iterator = self as PyStrIterator;
        const position = givenPosition(rt, state, 0, iterator.text?.length ?? 0);
        if (iterator.text) iterator.position = position;
        return retain(rt.none);
      }),
    ],
  });
}

export const strIteratorSpec = iteratorType("str_iterator");
export const strAsciiIteratorSpec = iteratorType("str_ascii_iterator");
