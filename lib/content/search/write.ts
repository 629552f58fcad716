import type { Query } from "./query.ts";

/** Quoted unless it can only be read as the word or value that it is. */
const quoted = (text: string): string => (/^[a-z0-9_.]+$/.test(text) && text !== "or" ? text : `"${text}"`);

/** The text that `readQuery` reads as this query. A text with a quotation mark in it has none; nobody can type one. */
export function writeQuery(query: Query): string {
  switch (query.type) {
    case "text":
      return query.phrase ? `"${query.text}"` : query.text;
    case "field":
      return `${query.field}:${query.values.map(quoted).join(",")}`;
    case "is":
      return `is:${query.states.join(",")}`;
    case "not":
      return `-${grouped(query.part)}`;
    case "all":
      return query.parts.map(grouped).join(" ");
    case "any":
      return query.parts.map((part) => (part.type === "any" ? `(${writeQuery(part)})` : writeQuery(part))).join(" or ");
  }
}

const grouped = (part: Query): string => (part.type === "all" || part.type === "any" ? `(${writeQuery(part)})` : writeQuery(part));
