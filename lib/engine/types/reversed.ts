import { defineType, method } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { positionalArguments } from "../protocol/arity.ts";
import { getItem, length } from "../protocol/item.ts";
import { isSequence } from "../protocol/iterate.ts";
import { givenPosition, reducedTo } from "./iterator-state.ts";

/** Walks a sequence from its end by subscripts (Objects/enumobject.c). */
class PyReversed extends PyObject {
  sequence: PyObject | null = null;
  position = -1;

  override edges(visit: Visit): void {
    if (this.sequence) visit(this.sequence);
  }

  override clear(): void {
    const { sequence } = this;
    this.sequence = null;
    releaseIfAny(sequence);
  }
}

/** `reversed(x)`: what `__reversed__` gives, else a walk over a sequence. */
function reversedNew(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const [sequence] = positionalArguments(rt, rt.types.reversed, type, "init", args, kwnames, 1, 1);
  const special = sequence.type.peek("__reversed__");
  if (special && special !== rt.none) {
    const result = rt.callSpecial(sequence, "__reversed__", []);
    if (result) return result;
  }
  if (special === rt.none || !isSequence(rt, sequence)) rt.raise("TypeError", `'${sequence.type.shownName}' object is not reversible`);
  const position = length(rt, sequence) - 1;
  const self = new PyReversed(type);
  self.sequence = retain(sequence);
  self.position = position;
  return self;
}

function previous(rt: Runtime, self: PyObject): PyObject | null {
  const reversed = self as PyReversed;
  if (!reversed.sequence) return null;
  if (reversed.position < 0) {
    reversed.clear();
    return null;
  }
  const sequence = retain(reversed.sequence);
  const index = rt.int(reversed.position);
  try {
    const item = getItem(rt, sequence, index);
    reversed.position--;
    return item;
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    const { type } = error.exception;
    if (!type.isSubtypeOf(rt.types.IndexError) && !type.isSubtypeOf(rt.types.StopIteration)) throw error;
    release(error.exception);
    reversed.position = -1;
    reversed.clear();
    return null;
  } finally {
    release(index);
    release(sequence);
  }
}

export const reversedSpec = defineType({
  name: "reversed",
  basicSize: 32,
  collected: true,
  allocate: (type) => new PyReversed(type),
  slots: { new: reversedNew, iter: (_rt, self) => retain(self), next: previous },
  methods: [
    method("__length_hint__(self, /)", (rt, [self]) => {
      const { sequence, position } = self as PyReversed;
      return rt.int(sequence && length(rt, sequence) > position ? position + 1 : 0);
    }),
    method("__reduce__(self, /)", (rt, [self]) => {
      const { sequence, position } = self as PyReversed;
      const isLeft = sequence && (position >= 0 || !rt.profile.memberRules.iterators.reversedForgetsAtEnd);
      return isLeft ? reducedTo(rt, self.type, retain(sequence), position) : reducedTo(rt, self.type, retain(rt.emptyTuple));
    }),
    method("__setstate__(self, object, /)", (rt, [self, state]) => {
      const reversed = self as PyReversed;
      const position = givenPosition(rt, state, -1, reversed.sequence ? length(rt, reversed.sequence) - 1 : -1);
      if (reversed.sequence) reversed.position = position;
      return retain(rt.none);
    }),
  ],
});
