import { isPrintable } from "./characters.ts";

/** `repr(str)`: single quotes unless only they occur inside; what cannot be printed is escaped (unicode_repr). */
export function strRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  if (/^[\x20-\x26\x28-\x5b\x5d-\x7e]*$/.test(text)) return `'${text}'`;
  let result = quote;
  for (const character of text) result += escaped(character, quote);
  return result + quote;
}

function escaped(character: string, quote: string): string {
  if (character === quote || character === "\\") return `\\${character}`;
  if (character === "\t") return "\\t";
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  return isPrintable(character) ? character : escapeCode(character.codePointAt(0) as number);
}

/** `\x1f`, `\u200b` or `\U000e0001`. */
export function escapeCode(code: number): string {
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/** `b'…'` with everything outside printable ASCII escaped (PyBytes_Repr). A bytearray escapes single quotes even inside double ones. */
export function bytesRepr(bytes: Uint8Array, escapeSingleQuotes = false): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  let result = `b${quote}`;
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (byte === 0x27 && escapeSingleQuotes) result += "\\'";
    else result += byte >= 0x80 ? escapeCode(byte) : byte === 0x7f ? "\\x7f" : escaped(character, quote);
  }
  return result + quote;
}
