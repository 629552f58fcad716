import { isMap, isScalar, isSeq, parseDocument } from "yaml";

/** A field of the front matter: text, or a list of texts. */
export type FieldValue = string | readonly string[];

/** The fields in the order of the file; null where the front matter cannot be read as fields. */
export type FrontFields = ReadonlyMap<string, FieldValue> | null;

const BLOCK = /^---\r?\n([\s\S]*?)\r?\n---(?=\r?\n|$)/;

const textOf = (node: unknown): string => (isScalar(node) ? (typeof node.value === "string" ? node.value : String(node.source ?? "")) : "");

/** The fields of a text's front matter as they are typed, whether or not they are right. */
export function frontFields(source: string): FrontFields {
  const front = BLOCK.exec(source)?.[1];
  if (front === undefined || front.length > 16_384) return null;
  const document = parseDocument(front, { schema: "failsafe", prettyErrors: false, merge: false, version: "1.2" });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  return new Map(document.contents.items.map(({ key, value }) => [textOf(key), isSeq(value) ? value.items.map(textOf) : textOf(value)]));
}
