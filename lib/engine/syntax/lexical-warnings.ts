import type { Profile } from "../profiles/types.ts";
import type { Token } from "./tokens/token.ts";

/** What the tokenizer warns of: the text's key in the profile, its parts, the line. */
export interface LexicalWarning {
  readonly message: "invalidEscape" | "invalidOctalEscape" | "invalidNumberEnd";
  readonly part: string;
  readonly line: number;
}

const AFTER_NUMBER = new Set(["and", "else", "for", "if", "in", "is", "not", "or"]);
const KNOWN_ESCAPES = "\n\\'\"abfnrtvx01234567";

/** Escapes that mean nothing and numbers that run into a keyword (Parser/string_parser.c, warn_invalid_escape_sequence; tokenizer.c, verify_end_of_number). */
export function lexicalWarnings(tokens: readonly Token[], profile: Profile): LexicalWarning[] {
  const found: LexicalWarning[] = [];
  const rawStack: boolean[] = [];
  tokens.forEach((token, i) => {
    if (token.kind === "STRING") addEscape(found, token, /^[a-zA-Z]*/.exec(token.text)?.[0].toLowerCase() ?? "", profile);
    else if (token.kind.endsWith("STRING_START")) rawStack.push(/r/i.test(token.text.replace(/['"]+$/, "")));
    else if (token.kind.endsWith("STRING_END")) rawStack.pop();
    else if (token.kind.endsWith("STRING_MIDDLE") && !rawStack.at(-1)) addEscape(found, token, "f", profile, tokens[i + 1]?.kind === "{" ? "{" : "");
    else if (token.kind === "NUMBER" && tokens[i + 1]?.start === token.end && AFTER_NUMBER.has(tokens[i + 1].kind)) {
      found.push({ message: "invalidNumberEnd", part: numberKind(token.text), line: token.line });
    }
  });
  return found;
}

/** Only the first of a literal is told of. */
function addEscape(found: LexicalWarning[], token: Token, prefix: string, profile: Profile, next = ""): void {
  if (prefix.includes("r") || !token.text.includes("\\")) return;
  const known = prefix.includes("b") ? KNOWN_ESCAPES : `${KNOWN_ESCAPES}NuU`;
  const text = token.text + next;
  for (let at = text.indexOf("\\"); at >= 0 && at + 1 < text.length; at = text.indexOf("\\", at + 2)) {
    const octal = /^[4-7][0-7]{2}/.exec(text.slice(at + 1))?.[0];
    const isOctal = octal !== undefined && profile.messages.invalidOctalEscape !== "";
    if (!isOctal && known.includes(text[at + 1])) continue;
    const part = isOctal ? octal : String.fromCodePoint(text.codePointAt(at + 1) as number);
    found.push({ message: isOctal ? "invalidOctalEscape" : "invalidEscape", part, line: token.line + text.slice(0, at).split("\n").length - 1 });
    return;
  }
}

function numberKind(text: string): string {
  if (/j$/i.test(text)) return "imaginary";
  return { x: "hexadecimal", o: "octal", b: "binary" }[text[1]?.toLowerCase() ?? ""] ?? "decimal";
}
