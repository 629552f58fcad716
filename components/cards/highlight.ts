/** A piece of Python for display. `at` is its place in the text. */
export interface Token {
  readonly kind: "plain" | "comment" | "string" | "number" | "keyword" | "builtin" | "prompt";
  readonly text: string;
}

const KEYWORDS = new Set(
  ("False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case type").split(" "),
);
const SOFT = new Set(["match", "case", "type"]);
const BUILTINS = new Set(
  ("abs all any ascii bin bool bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property range repr reversed round self set setattr slice sorted staticmethod str sum super tuple type vars zip __import__").split(" "),
);

const TOKEN =
  /(?<comment>#[^\n]*)|(?<string>\b[rbfutRBFUT]{1,2}(?=["'])|)(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)|(?<number>\b(?:0[xXoObB][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d+)?j?))|(?<name>[\p{L}_][\p{L}\p{N}_]*)/gu;

function kindOfName(name: string, text: string, end: number): Token["kind"] {
  if (SOFT.has(name)) {
    // Soft keywords: only at the start of a statement and not called, assigned or taken apart.
    const statement = /(^|\n)[ \t]*$/.test(text.slice(0, end - name.length));
    if (statement && /^[ \t]+[\p{L}_\d"'([{*-]/u.test(text.slice(end))) return "keyword";
    return BUILTINS.has(name) ? "builtin" : "plain";
  }
  if (KEYWORDS.has(name)) return "keyword";
  const attribute = text[end - name.length - 1] === ".";
  return BUILTINS.has(name) && !attribute ? "builtin" : "plain";
}

/** Python source in pieces, for display only: nothing is judged by it. Joined they are the source. */
export function highlight(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const plain = (end: number): void => {
    if (end > at) tokens.push({ kind: "plain", text: text.slice(at, end) });
  };
  for (const match of text.matchAll(TOKEN)) {
    const { comment, number, name } = match.groups ?? {};
    const end = match.index + match[0].length;
    const kind = comment !== undefined ? "comment" : number !== undefined ? "number" : name !== undefined ? kindOfName(name, text, end) : "string";
    if (kind === "plain") continue;
    plain(match.index);
    tokens.push({ kind, text: match[0] });
    at = end;
  }
  plain(text.length);
  return tokens;
}

/** A session as at the prompt: statements highlighted after `>>>` and `...`, their output plain. */
export function highlightSession(text: string): Token[] {
  return text.split("\n").flatMap((line, index): Token[] => {
    const feed: Token[] = index === 0 ? [] : [{ kind: "plain", text: "\n" }];
    const prompt = /^(>>>|\.\.\.)( |$)/.exec(line);
    if (prompt === null) return [...feed, { kind: "plain", text: line }];
    return [...feed, { kind: "prompt", text: prompt[0] }, ...highlight(line.slice(prompt[0].length))];
  });
}
