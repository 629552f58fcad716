import { type AbstractGrammar, abstractGrammarOf } from "../../profiles/abstract-grammar.ts";
import type { VersionId } from "../../profiles/types.ts";

/** A field of a node: its name in Python and in our tree, and what it holds. */
export interface Field {
  readonly name: string;
  readonly own: string;
  readonly type: string;
  readonly isOptional: boolean;
  readonly isList: boolean;
}

/** A kind of node: a constructor of a sum type, or a product. */
export interface NodeKind {
  readonly name: string;
  /** The sum type, or for a product null. */
  readonly sum: SumKind | null;
  readonly fields: readonly Field[];
  readonly place: Place;
  readonly doc: string;
}

export interface SumKind {
  readonly name: string;
  readonly constructors: NodeKind[];
  readonly place: Place;
  readonly doc: string;
  /** No constructor has fields: our trees have the name in place of a node. */
  readonly isPlain: boolean;
}

/** Whether nodes have a place in the source, and whether its end must be known. */
export type Place = "none" | "start" | "whole";

export interface Kinds {
  readonly sums: ReadonlyMap<string, SumKind>;
  /** Constructors and products by name. */
  readonly nodes: ReadonlyMap<string, NodeKind>;
}

const PLACES: ReadonlyMap<string, Place> = new Map<string, Place>([
  ["stmt", "start"], ["expr", "start"], ["excepthandler", "start"], ["alias", "start"], ["arg", "start"], ["keyword", "start"],
  ["pattern", "whole"], ["type_param", "whole"],
]);

/** Names of our own that are more than the other spelling of Python's. */
const OWN_NAMES: ReadonlyMap<string, string> = new Map([["decorator_list", "decorators"], ["is_lazy", "lazy"], ["ExceptHandler.type", "excType"]]);

function fieldOf(text: string, node: string): Field {
  const [, type = "", optional, list, name = ""] = /^(\w+)(\??)(\*?) (\w+)$/.exec(text) ?? [];
  const own = OWN_NAMES.get(`${node}.${name}`) ?? OWN_NAMES.get(name) ?? name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
  return { name, own, type, isOptional: optional === "?", isList: list === "*" };
}

function kindOf(text: string, sum: SumKind | null, place: Place): NodeKind {
  const [name = "", rest] = text.split("(");
  const fields = rest ? rest.slice(0, -1).split(", ").map((field) => fieldOf(field, name)) : [];
  return { name, sum, fields, place, doc: text };
}

function read(grammar: AbstractGrammar): Kinds {
  const sums = new Map<string, SumKind>();
  const nodes = new Map<string, NodeKind>();
  for (const [type, rows] of Object.entries(grammar)) {
    const place = PLACES.get(type) ?? "none";
    const isProduct = rows.length === 1 && rows[0]?.startsWith(`${type}(`);
    const isPlain = rows.every((row) => !row.includes("("));
    const doc = `${type} = ${rows.join(isPlain ? " | " : `\n${" ".repeat(type.length + 1)}| `)}`;
    const sum: SumKind | null = isProduct ? null : { name: type, constructors: [], place, doc, isPlain };
    if (sum) sums.set(type, sum);
    for (const row of rows) {
      const kind = kindOf(row, sum, place);
      sum?.constructors.push(kind);
      nodes.set(kind.name, kind);
    }
  }
  return { sums, nodes };
}

const known = new Map<VersionId, Kinds>();

/** The kinds of node of a version. */
export function kindsOf(version: VersionId): Kinds {
  const kinds = known.get(version) ?? read(abstractGrammarOf(version));
  known.set(version, kinds);
  return kinds;
}
