/** The same folding for a stored text and for what is looked for. Control characters count as blanks: PostgreSQL takes no NUL. */
export function foldForSearch(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\s\p{Cc}]+/gu, " ").trim();
}
