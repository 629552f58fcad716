import { isScalar, isSeq, isMap, LineCounter, parseDocument } from "yaml";
import type { Document, Node, Pair } from "yaml";
import { CARD_LIMITS } from "./prescan.ts";
import { error } from "./problem.ts";
import type { Place, Problem } from "./problem.ts";
import { frontMatterSchema } from "./schema.ts";
import type { FrontMatter } from "./schema.ts";

export interface FrontMatterResult {
  readonly front: FrontMatter | null;
  readonly problems: readonly Problem[];
  /** Where each field's value stands. */
  readonly places: ReadonlyMap<string, Place>;
}

type Value = string | string[];

interface Reading {
  readonly lines: LineCounter;
  readonly firstLine: number;
  readonly problems: Problem[];
  readonly values: Map<string, Value>;
  readonly places: Map<string, Place>;
}

function placeOf(reading: Reading, offset: number | undefined): Place {
  const { line, col } = reading.lines.linePos(offset ?? 0);
  return { line: reading.firstLine + Math.max(line, 1) - 1, column: Math.max(col, 1) };
}

function nodePlace(reading: Reading, node: unknown): Place {
  const range = (node as Partial<Node> | null)?.range;
  return placeOf(reading, range?.[0]);
}

/** The text of a scalar; null after a problem has been noted. */
function scalarText(reading: Reading, node: unknown, what: string): string | null {
  const place = nodePlace(reading, node);
  if (!isScalar(node)) {
    const message = `${what} must be text or a list of texts: maps, aliases and deeper lists are not read`;
    reading.problems.push(error("front-matter-shape", message, place));
    return null;
  }
  if (node.tag !== undefined || node.anchor !== undefined) {
    reading.problems.push(error("front-matter-shape", `${what} has a tag or an anchor: write plain text`, place));
    return null;
  }
  return typeof node.value === "string" ? node.value : String(node.source ?? "");
}

function readPair(reading: Reading, pair: Pair<unknown, unknown>): void {
  const key = scalarText(reading, pair.key, "a field's name");
  if (key === null) return;
  reading.places.set(key, nodePlace(reading, pair.value ?? pair.key));
  if (pair.value === null) {
    reading.values.set(key, "");
  } else if (isSeq(pair.value)) {
    const items = pair.value.items.map((item, index) => {
      reading.places.set(`${key}.${index}`, nodePlace(reading, item));
      return scalarText(reading, item, `an item of ${key}`);
    });
    reading.values.set(key, items.filter((item) => item !== null));
  } else {
    const text = scalarText(reading, pair.value, key);
    if (text !== null) reading.values.set(key, text);
  }
}

function readDocument(reading: Reading, document: Document.Parsed): void {
  for (const fault of [...document.errors, ...document.warnings]) {
    const place = placeOf(reading, fault.pos[0]);
    const message = fault.code === "DUPLICATE_KEY" ? "the field is given twice: keep one" : (fault.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
    reading.problems.push(error(fault.code === "DUPLICATE_KEY" ? "duplicate-field" : "yaml", message, place));
  }
  if (document.errors.length > 0) return;
  if (!isMap(document.contents)) {
    reading.problems.push(error("front-matter-shape", "the front matter must be fields: name: value, one a line", { line: reading.firstLine, column: 1 }));
    return;
  }
  for (const pair of document.contents.items) readPair(reading, pair);
}

/** The fields as an object without prototype, so that no field's name can reach one. */
function asRecord(values: ReadonlyMap<string, Value>): Record<string, Value> {
  const record: Record<string, Value> = Object.create(null) as Record<string, Value>;
  for (const [key, value] of values) record[key] = value;
  return record;
}

function validate(reading: Reading): FrontMatter | null {
  const checked = frontMatterSchema.safeParse({ ...asRecord(reading.values) });
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        const place = reading.places.get(key) ?? { line: reading.firstLine, column: 1 };
        reading.problems.push(error("unknown-field", `there is no field "${key}": delete it or correct its name`, { ...place, column: 1 }));
      }
      continue;
    }
    const path = issue.path.map(String);
    const field = path[0] ?? "";
    if (!reading.values.has(field)) {
      reading.problems.push(error("missing-field", `the field "${field}" is missing`, { line: reading.firstLine, column: 1 }));
      continue;
    }
    const place = reading.places.get(path.join(".")) ?? reading.places.get(field) ?? { line: reading.firstLine, column: 1 };
    reading.problems.push(error(`field-${field}`, `${field}: ${issue.message}`, place));
  }
  return null;
}

/**
 * Reads front matter (the lines between the two `---`): YAML of which only fields with text or lists of text are used.
 * Every scalar is text, so `3.10` stays `3.10` and `no` stays `no`; aliases, anchors, tags and duplicate fields are errors.
 * `firstLine` is the file's line of the text's first line.
 */
export function readFrontMatter(text: string, firstLine: number): FrontMatterResult {
  const reading: Reading = { lines: new LineCounter(), firstLine, problems: [], values: new Map(), places: new Map() };
  const tooLarge = text.length > CARD_LIMITS.frontMatter;
  const tooDeep = /[[{]\s*[[{]\s*[[{]/.test(text);
  if (tooLarge || tooDeep) {
    const message = tooLarge ? `the front matter is longer than ${CARD_LIMITS.frontMatter} characters` : "the front matter nests lists: write one level";
    reading.problems.push(error("front-matter-shape", message, { line: firstLine, column: 1 }));
    return { front: null, problems: reading.problems, places: reading.places };
  }
  const document = parseDocument(text, { schema: "failsafe", lineCounter: reading.lines, uniqueKeys: true, prettyErrors: false, merge: false, version: "1.2" });
  readDocument(reading, document);
  // A document that YAML cannot read has no fields to judge.
  const front = document.errors.length === 0 ? validate(reading) : null;
  return { front: reading.problems.length === 0 ? front : null, problems: reading.problems, places: reading.places };
}
