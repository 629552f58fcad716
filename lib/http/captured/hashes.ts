import { createHash } from "node:crypto";

/** CSP sources of the inline scripts and style elements of a page. */
export interface PageHashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Inline elements: React escapes `<` and `>` in attributes, and `</` in the text of scripts. */
const INLINE = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gi;

const attribute = (attributes: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];

/**
 * The hashes of a rendered page. Only elements that bear the nonce count, which the page's own renderer put on what it made
 * and nothing else can know: what else got into the page has no hash, and so does not run.
 */
export function hashesOf(html: string, nonce: string): PageHashes {
  const found = [...html.matchAll(INLINE)].flatMap(([, name = "", attributes = "", text = ""]) =>
    attribute(attributes, "nonce") === nonce && attribute(attributes, "src") === undefined ? [{ name: name.toLowerCase(), hash: sourceOf(text) }] : [],
  );
  const distinct = (name: string): string[] => [...new Set(found.filter((one) => one.name === name).map((one) => one.hash))];
  return { scripts: distinct("script"), styles: distinct("style") };
}

/** The source expression of a text, as CSP Level 3 writes it. */
export const sourceOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
