import { foldForSearch } from "../fold.ts";
import { FIELD_NAMES, FIELDS, nearest } from "./fields.ts";
import type { FieldName, PersonalState, Place, Query, QueryProblem, ReadQuery } from "./query.ts";

/** Longer searches are cut before they are read. */
export const QUERY_AT_MOST = 200;

type Token = Place &
  (
    | { readonly kind: "open" | "close" | "or" | "not" }
    | { readonly kind: "phrase"; readonly text: string }
    | { readonly kind: "word"; readonly text: string }
    | { readonly kind: "field"; readonly name: FieldName | "is"; readonly values: readonly (Place & { readonly text: string })[] }
  );

/** Thrown inside the reader only. */
class Refused extends Error {
  readonly problem: QueryProblem;

  constructor(problem: QueryProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

function refuse(place: Place, message: string): never {
  throw new Refused({ start: place.start, end: place.end, message });
}

const isBlank = (text: string, at: number): boolean => at >= text.length || foldForSearch(text.charAt(at)) === "";

/** Where the phrase that begins at `start` ends, past its closing quote. */
function phraseEnd(text: string, start: number): number {
  const close = text.indexOf('"', start + 1);
  if (close === -1) refuse({ start, end: text.length }, 'This quotation mark is not closed: write "..." around what is to be found as it stands.');
  return close + 1;
}

/** Where a word ends: at a blank, or at the bracket that closes a group which was opened before it. So `id([])` is one word. */
function wordEnd(text: string, start: number, groups: number): number {
  let depth = 0;
  let at = start;
  for (; !isBlank(text, at); at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")" && (depth -= 1) < 0 && groups > 0) break;
  }
  return at;
}

/** The values after `name:`, each a word or a phrase, with commas between. */
function readValues(text: string, name: Token & { readonly kind: "field" }, start: number): Token {
  const values: (Place & { readonly text: string })[] = [];
  let at = start;
  do {
    if (values.length > 0) at += 1;
    const quoted = text[at] === '"';
    const end = quoted ? phraseEnd(text, at) : at + (/^[^\s,()"]*/.exec(text.slice(at))?.[0].length ?? 0);
    const value = { text: foldForSearch(quoted ? text.slice(at + 1, end - 1) : text.slice(at, end)), start: at, end };
    if (value.text === "") refuse({ start: name.start, end: Math.max(end, name.start + 1) }, `The filter ${name.name}: needs a value right after the colon, such as ${FIELDS[name.name].example}.`);
    values.push(value);
    at = end;
  } while (text[at] === ",");
  if (!isBlank(text, at) && text[at] !== ")") refuse({ start: at, end: at + 1 }, `Leave a blank after ${text.slice(name.start, at)}, or put its value in quotation marks.`);
  return { ...name, values, end: at };
}

/** A filter where the text has one, else null: `lambda x: x` and `a[1:2]` are words. */
function fieldAt(text: string, start: number): Token | null {
  const match = /^([a-z]{2,}):(?![:/])/i.exec(text.slice(start));
  if (match === null) return null;
  const name = (match[1] ?? "").toLowerCase();
  const valueAt = start + match[0].length;
  const known = FIELD_NAMES.find((one) => one === name);
  if (known !== undefined) return readValues(text, { kind: "field", name: known, values: [], start, end: valueAt }, valueAt);
  if (isBlank(text, valueAt)) return null;
  const meant = nearest(name, FIELD_NAMES);
  const offer = meant === null ? `The filters are ${FIELD_NAMES.join(", ")}.` : `Did you mean ${meant}:?`;
  return refuse({ start, end: start + name.length }, `There is no filter "${name}:". ${offer} To find this text itself, put it in quotation marks.`);
}

function tokenAt(text: string, start: number, groups: number): Token {
  const one = { start, end: start + 1 };
  if (text[start] === "(") return { kind: "open", ...one };
  if (text[start] === ")") return { kind: "close", ...one };
  if (text[start] === "-" && !isBlank(text, start + 1)) return { kind: "not", ...one };
  if (text[start] === '"') {
    const end = phraseEnd(text, start);
    const phrase = foldForSearch(text.slice(start + 1, end - 1));
    return phrase === "" ? refuse({ start, end }, "There is nothing between these quotation marks.") : { kind: "phrase", text: phrase, start, end };
  }
  const field = fieldAt(text, start);
  if (field !== null) return field;
  const end = wordEnd(text, start, groups);
  const word = text.slice(start, end);
  return /^or$/i.test(word) ? { kind: "or", start, end } : { kind: "word", text: foldForSearch(word), start, end };
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let groups = 0;
  for (let at = 0; at < text.length; ) {
    if (isBlank(text, at)) at += 1;
    else {
      const token = tokenAt(text, at, groups);
      groups += token.kind === "open" ? 1 : token.kind === "close" ? -1 : 0;
      // An accent that stands alone folds to nothing.
      if (token.kind !== "word" || token.text !== "") tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

/** Recursive descent over the tokens of one search. */
class Reader {
  private next = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /** The whole search. */
  read(): Query | null {
    if (this.tokens.length === 0) return null;
    const query = this.any();
    const rest = this.tokens[this.next];
    if (rest !== undefined) refuse(rest, "This bracket closes none that is open. To find a bracket itself, put it in quotation marks.");
    return query;
  }

  private any(): Query {
    const parts = [this.all()];
    while (this.tokens[this.next]?.kind === "or") {
      this.next += 1;
      parts.push(this.all());
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { type: "any", parts };
  }

  private all(): Query {
    const parts: Query[] = [];
    for (let token = this.tokens[this.next]; token !== undefined && token.kind !== "or" && token.kind !== "close"; token = this.tokens[this.next]) parts.push(this.one(token));
    if (parts.length === 0) this.missing();
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { type: "all", parts };
  }

  /** Something was to stand here. */
  private missing(): never {
    const before = this.tokens[this.next - 1];
    const here = this.tokens[this.next];
    if (before?.kind === "or") return refuse(before, 'There is nothing after this "or". To find the word itself, write "or" in quotation marks.');
    if (here?.kind === "or") return refuse(here, 'There is nothing before this "or". To find the word itself, write "or" in quotation marks.');
    if (before?.kind === "open") return refuse({ start: before.start, end: here?.end ?? before.end }, "There is nothing in these brackets. To find brackets themselves, put them in quotation marks.");
    return refuse(here ?? { start: 0, end: 1 }, "This bracket closes none that is open. To find a bracket itself, put it in quotation marks.");
  }

  private one(token: Token): Query {
    this.next += 1;
    switch (token.kind) {
      case "word":
      case "phrase":
        return { type: "text", text: token.text, phrase: token.kind === "phrase" };
      case "field":
        return fieldQuery(token);
      case "not":
        return this.negated(token);
      case "open": {
        const query = this.any();
        if (this.tokens[this.next]?.kind !== "close") refuse(token, "This bracket is not closed. To find a bracket itself, put it in quotation marks.");
        this.next += 1;
        return query;
      }
      default:
        return refuse(token, "Nothing can be made of this.");
    }
  }

  private negated(minus: Token): Query {
    const token = this.tokens[this.next];
    if (token === undefined || token.kind === "or" || token.kind === "close" || token.start !== minus.end) return refuse(minus, 'A minus excludes what follows it at once, as in -topic:gil. To find a minus, write "-" in quotation marks.');
    return { type: "not", part: this.one(token) };
  }
}

function fieldQuery({ name, values }: Token & { readonly kind: "field" }): Query {
  const read = values.flatMap((value) => {
    const meaning = FIELDS[name].read(value.text);
    return "reason" in meaning ? refuse(value, `${meaning.reason.charAt(0).toUpperCase()}${meaning.reason.slice(1)}${/[.?]$/.test(meaning.reason) ? "" : "."}`) : meaning.values;
  });
  const distinct = [...new Set(read)];
  return name === "is" ? { type: "is", states: distinct as PersonalState[] } : { type: "field", field: name, values: distinct };
}

/**
 * Reads what was typed into the search box: words and "phrases" that must all be there, `-` before what must not, `or`
 * between alternatives, brackets, and filters such as `topic:gil,async`. A text that is none of this gives the place and a
 * sentence; nothing is ever thrown.
 */
export function readQuery(typed: string): ReadQuery {
  try {
    return { ok: true, query: new Reader(tokensOf(typed.slice(0, QUERY_AT_MOST))).read() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** The same text as words alone, without any operator: what can still be looked for when it could not be read. */
export function plainQuery(typed: string): Query | null {
  const words = foldForSearch(typed.slice(0, QUERY_AT_MOST)).split(" ").filter((word) => word !== "");
  const parts = words.map((text): Query => ({ type: "text", text, phrase: false }));
  return parts.length < 2 ? (parts[0] ?? null) : { type: "all", parts };
}
