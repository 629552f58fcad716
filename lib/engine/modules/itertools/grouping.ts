import { defineType, method, nativeFunction } from "../../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { equal } from "../../protocol/compare.ts";
import { iter } from "../../protocol/iterate.ts";
import { ssizeArgument } from "../../protocol/sequence.ts";
import { iterFunction } from "../../types/iterator-state.ts";
import { expectPositional } from "../../protocol/arity.ts";
import { itertool, nextHeld, PyItertool } from "./iterator.ts";
import { reductionMethods, stateParts, tupleOf } from "./reduced.ts";

/** Roles of groupby. */
const SOURCE = 0;
const KEY_FUNCTION = 1;
const CURRENT_VALUE = 2;
const CURRENT_KEY = 3;
const TARGET_KEY = 4;

/** Reads one item and its key (groupby_step); false at the end. */
function step(rt: Runtime, self: PyItertool): boolean {
  const value = nextHeld(rt, self, SOURCE);
  if (!value) return false;
  const keyFunction = self.held[KEY_FUNCTION];
  let key: PyObject | null = null;
  try {
    key = keyFunction && keyFunction !== rt.none ? rt.call(keyFunction, [value]) : retain(value);
  } finally {
    if (!key) release(value);
  }
  self.takeHold(CURRENT_VALUE, value);
  self.takeHold(CURRENT_KEY, key);
  return true;
}

/** A new group of a groupby, which is the only one that may read from now on. */
function makeGroup(rt: Runtime, parent: PyItertool, key: PyObject): PyItertool {
  const group = new PyItertool(rt.typeOf(grouperSpec));
  group.held = [retain(parent), retain(key)];
  parent.positions[0]++;
  group.positions = [parent.positions[0]];
  return group;
}

/** The items of one group; it ends when the parent has gone on. Role 0 is the parent, role 1 the key. */
export const grouperSpec = defineType({
  name: "_grouper",
  module: "itertools",
  basicSize: 32,
  collected: true,
  baseType: false,
  allocate: (type) => new PyItertool(type),
  methods: reductionMethods({
    reduce: (rt, { held, positions }) => {
      const [parent, key] = held as [PyItertool, PyObject];
      if (parent.positions[0] !== positions[0]) return { maker: retain(iterFunction(rt)), args: [retain(rt.emptyTuple)] };
      return { args: [retain(parent), retain(key)] };
    },
  }),
  slots: {
    new: (rt, _type, args, kwnames) => {
      expectPositional(rt, "_grouper", args, kwnames, 2, 2);
      const [parent, key] = args;
      if (!parent.type.isSubtypeOf(rt.typeOf(groupbySpec))) rt.raise("TypeError", `_grouper() argument 1 must be itertools.groupby, not ${parent.type.name}`);
      return makeGroup(rt, parent as PyItertool, key);
    },
    iter: (_rt, self) => retain(self),
    next: (rt, self) => {
      const group = self as PyItertool;
      const [parent, key] = group.held as [PyItertool, PyObject];
      // `positions[0]` of the parent numbers its groups; only the newest may read.
      if (parent.positions[0] !== group.positions[0]) return null;
      if (!parent.held[CURRENT_VALUE] && !step(rt, parent)) return null;
      if (!equal(rt, key, parent.held[CURRENT_KEY] as PyObject)) return null;
      const value = parent.held[CURRENT_VALUE];
      parent.held[CURRENT_VALUE] = null;
      return value;
    },
  },
});

export const groupbySpec = itertool({
  size: 64,
  signature: "groupby(iterable, key=None)",
  start: (rt, self, [iterable, key]) => {
    if (iterable) self.held = [iter(rt, iterable), retain(key ?? rt.none), null, null, null];
    self.positions = [0];
  },
  next: (rt, self) => {
    self.positions[0]++;
    for (;;) {
      rt.charge(1);
      const current = self.held[CURRENT_KEY];
      if (current) {
        const target = self.held[TARGET_KEY];
        if (!target || !equal(rt, target, current)) break;
      }
      if (!step(rt, self)) return null;
    }
    return groupOf(rt, self);
  },
  reduction: {
    reduce: (rt, { held }) => {
      const [source, keyFunction, value, key, target] = held;
      const args = [source, keyFunction].map((part) => retain(part ?? rt.none));
      return { args, state: key && value && target ? tupleOf(rt, [key, value, target]) : undefined };
    },
    setState: (rt, self, state) => {
      const [key, value, target] = stateParts(rt, state, 3);
      self.takeHold(CURRENT_KEY, retain(key));
      self.takeHold(CURRENT_VALUE, retain(value));
      self.takeHold(TARGET_KEY, retain(target));
    },
  },
});

/** The pair of the current key and its group. */
export function groupOf(rt: Runtime, self: PyItertool): PyObject {
  const key = self.held[CURRENT_KEY] as PyObject;
  self.takeHold(TARGET_KEY, retain(key));
  return rt.takeTuple([retain(key), makeGroup(rt, self, key)]);
}

/** One item that tee has read, and the link to what follows. */
class TeeLink {
  item: PyObject | null = null;
  next: TeeLink | null = null;
  /** Branches and links that still refer to this one. */
  users = 0;
}

/** Items of a block (itertoolsmodule.c, LINKCELLS). */
const BLOCK_ITEMS = 57;

/** What the branches of a tee share. Differs: links of one item where CPython has blocks. */
export class TeeSource extends PyObject {
  iterator: PyObject | null = null;
  running = false;
  /** The first link that some branch has not passed; from it on they lead to all items that are kept. */
  oldest: TeeLink | null = null;
  private kept = 0;

  override edges(visit: Visit): void {
    if (this.iterator) visit(this.iterator);
    for (let at = this.oldest; at; at = at.next) if (at.item) visit(at.item);
  }

  override clear(): void {
    const { iterator, oldest } = this;
    this.iterator = null;
    this.oldest = null;
    releaseIfAny(iterator);
    for (let at = oldest; at; at = at.next) this.drop(at);
  }

  /** An item more that is kept, or one less: accounted as CPython's blocks would be. */
  count(by: 1 | -1): void {
    this.kept += by;
    if (this.kept % BLOCK_ITEMS === 0) this.type.rt.heap.resize(this, this.type.basicSize * (1 + this.kept / BLOCK_ITEMS));
  }

  private drop(link: TeeLink): void {
    const { item } = link;
    if (!item) return;
    this.count(-1);
    link.item = null;
    release(item);
  }

  /** One user less; what nobody can reach any more is given up, link by link. */
  leave(link: TeeLink): void {
    for (let at: TeeLink | null = link; at && --at.users === 0; at = at.next) {
      if (this.oldest === at) this.oldest = at.next;
      this.drop(at);
    }
  }
}

export class PyTee extends PyObject {
  source: TeeSource | null = null;
  link: TeeLink | null = null;

  override edges(visit: Visit): void {
    if (this.source) visit(this.source);
  }

  override clear(): void {
    const { source, link } = this;
    this.source = null;
    this.link = null;
    if (source && link) source.leave(link);
    releaseIfAny(source);
  }
}

const teeSourceSpec = defineType({ name: "_tee_dataobject", module: "itertools", basicSize: 488, collected: true, baseType: false, slots: {} });

function branch(rt: Runtime, source: TeeSource, link: TeeLink): PyTee {
  const tee = new PyTee(rt.typeOf(teeSpec));
  tee.source = retain(source);
  tee.link = link;
  link.users++;
  return tee;
}

function nextOfTee(rt: Runtime, self: PyObject): PyObject | null {
  const tee = self as PyTee;
  const { source, link } = tee;
  if (!source || !link) return null;
  if (!link.next) {
    if (source.running) rt.raise("RuntimeError", "cannot re-enter the tee iterator");
    source.running = true;
    let item: PyObject | null;
    try {
      item = source.iterator && rt.next(source.iterator);
    } finally {
      source.running = false;
    }
    if (!item) return null;
    putIntoTee(tee, item);
  }
  return passOnTee(tee);
}

/** What was read, owned, is kept for all branches. */
export function putIntoTee({ source, link }: PyTee, item: PyObject): void {
  if (!source || !link) return release(item);
  link.item = item;
  link.next = new TeeLink();
  link.next.users = 1;
  source.count(1);
}

/** The item at which a branch stands; it goes on to the next one. */
export function passOnTee(tee: PyTee): PyObject {
  const { source, link } = tee as { source: TeeSource; link: TeeLink };
  const value = retain(link.item as PyObject);
  tee.link = link.next as TeeLink;
  tee.link.users++;
  source.leave(link);
  return value;
}

export const teeSpec = defineType({
  name: "_tee",
  module: "itertools",
  basicSize: 40,
  collected: true,
  hasWeakrefs: true,
  baseType: false,
  allocate: (type) => new PyTee(type),
  slots: {
    new: (rt, _type, args, kwnames) => {
      expectPositional(rt, "_tee", args, kwnames, 1, 1);
      const [first, ...copies] = teed(rt, args[0], args[0] instanceof PyTee ? 2 : 1);
      if (copies.length > 0) release(first);
      return copies[0] ?? first;
    },
    iter: (_rt, self) => retain(self),
    next: nextOfTee,
  },
  methods: [
    method("__copy__(self, /)", (rt, [self]) => branch(rt, (self as PyTee).source as TeeSource, (self as PyTee).link as TeeLink)),
  ],
});

export const teeFunction = nativeFunction("tee(iterable, n=2, /)", (rt, [iterable, count]) => {
  const n = count ? ssizeArgument(rt, count) : 2;
  if (n < 0) rt.raise("ValueError", rt.message("negativeTee"));
  rt.charge(n);
  if (n === 0) return retain(rt.emptyTuple);
  return rt.takeTuple(teed(rt, iterable, n));
});

/** So many branches, owned, of one iterable. */
function teed(rt: Runtime, iterable: PyObject, n: number): PyObject[] {
  const iterator = iter(rt, iterable);
  if (iterator instanceof PyTee) {
    const { source, link } = iterator;
    const copies = Array.from({ length: n - 1 }, () => branch(rt, source as TeeSource, link as TeeLink));
    return [iterator, ...copies];
  }
  const source = new TeeSource(rt.typeOf(teeSourceSpec));
  source.iterator = iterator;
  const link = new TeeLink();
  source.oldest = link;
  const branches = Array.from({ length: n }, () => branch(rt, source, link));
  release(source);
  return branches;
}
