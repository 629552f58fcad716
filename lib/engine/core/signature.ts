/** One parameter of a built-in function. */
export interface Parameter {
  readonly name: string;
  readonly kind: "positional-only" | "positional-or-keyword" | "var-positional" | "keyword-only" | "var-keyword";
  /** The default as it is written in the signature; null: required. `<absent>` marks an optional parameter without a printable default. */
  readonly defaultText: string | null;
}

/** A signature in Python's notation, parsed: `split(self, sep=None, maxsplit=-1)`. */
export interface Signature {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Number of parameters before `*`, `*args` or the keyword-only ones. */
  readonly positionalCount: number;
  readonly requiredPositional: number;
  readonly hasVarPositional: boolean;
  readonly hasVarKeyword: boolean;
  /** Every parameter is positional-only: calls need no binding but for the count. */
  readonly isPositionalOnly: boolean;
  /** Positional parameters and nothing else: arguments without keywords are in their places already. */
  readonly isFixed: boolean;
  readonly text: string;
}

/**
 * Parses `name(parameters)`. `/` and `*` mean what they mean in a def; a parameter in brackets, `[x]`, is optional
 * without a printable default. Throws an Error for a malformed text (a mistake of ours, not of a guest).
 */
export function parseSignature(text: string): Signature {
  const open = text.indexOf("(");
  if (open < 0 || !text.endsWith(")")) throw new Error(`Malformed signature: ${text}`);
  const name = text.slice(0, open);
  const parts = splitParameters(text.slice(open + 1, -1));
  const slash = parts.indexOf("/");
  const parameters: Parameter[] = [];
  let keywordOnly = false;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part === "/") continue;
    if (part === "*") {
      keywordOnly = true;
      continue;
    }
    if (part.startsWith("**")) parameters.push({ name: part.slice(2), kind: "var-keyword", defaultText: null });
    else if (part.startsWith("*")) {
      parameters.push({ name: part.slice(1), kind: "var-positional", defaultText: null });
      keywordOnly = true;
    } else parameters.push(plainParameter(part, keywordOnly ? "keyword-only" : i < slash ? "positional-only" : "positional-or-keyword"));
  }
  const positional = parameters.filter((p) => p.kind === "positional-only" || p.kind === "positional-or-keyword");
  return {
    name,
    parameters,
    positionalCount: positional.length,
    requiredPositional: positional.filter((p) => p.defaultText === null).length,
    hasVarPositional: parameters.some((p) => p.kind === "var-positional"),
    hasVarKeyword: parameters.some((p) => p.kind === "var-keyword"),
    isPositionalOnly: parameters.every((p) => p.kind === "positional-only"),
    isFixed: positional.length === parameters.length,
    text: text.slice(open),
  };
}

/** A signature that is parsed when it is first needed. */
export function lazySignature(text: string): () => Signature {
  let parsed: Signature | null = null;
  return () => (parsed ??= parseSignature(text));
}

function plainParameter(part: string, kind: Parameter["kind"]): Parameter {
  if (part.startsWith("[") && part.endsWith("]")) return { name: part.slice(1, -1), kind, defaultText: "<absent>" };
  const equals = part.indexOf("=");
  if (equals < 0) return { name: part, kind, defaultText: null };
  return { name: part.slice(0, equals).trim(), kind, defaultText: part.slice(equals + 1).trim() };
}

/** Splits at commas that are not inside brackets or quotes. */
function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quote) {
      if (c === quote) quote = "";
    } else if (c === "'" || c === '"') quote = c;
    else if (c === "(" || c === "[" || c === "{") depth++;
    else if (c === ")" || c === "]" || c === "}") depth--;
    else if (c === "," && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  const last = text.slice(start).trim();
  if (last) parts.push(last);
  return parts;
}
