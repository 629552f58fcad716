import { fromMarkdown } from "mdast-util-from-markdown";
import type * as Mdast from "mdast";
import { isAllowedLink } from "./link.ts";
import { error, warning } from "./problem.ts";
import type { Place, Problem } from "./problem.ts";
import type { Block, Inline } from "./tree.ts";

/** A top-level piece of a card: blocks, and the headings of level 1 and 2 that structure it. */
export type TopLevel = { readonly block: Block; readonly line: number } | { readonly heading: string; readonly level: 1 | 2; readonly line: number };

export interface MarkdownResult {
  readonly pieces: readonly TopLevel[];
  readonly problems: readonly Problem[];
}

interface Reading {
  readonly problems: Problem[];
  /** Targets of `[name]: url` definitions, by normalised name. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly lines: readonly string[];
}

function placeOf(node: Mdast.Node): Place {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

function link(reading: Reading, node: Mdast.Node, url: string | undefined, children: Inline[]): Inline[] {
  if (url !== undefined && isAllowedLink(url)) return [{ type: "link", url, children }];
  const shown = url === undefined ? "the link has no target" : `a link to "${url.slice(0, 60)}" is not shown`;
  reading.problems.push(error("link", `${shown}: use https, http, mailto, #part or a relative path`, placeOf(node)));
  return children;
}

function html(reading: Reading, node: Mdast.Html): void {
  if (/^\s*<!--/.test(node.value)) {
    reading.problems.push(warning("html-comment", "the comment is dropped: readers never see it", placeOf(node)));
  } else {
    reading.problems.push(error("html", "HTML is dropped: use Markdown, or write it as code", placeOf(node)));
  }
}

function inline(reading: Reading, node: Mdast.PhrasingContent): Inline[] {
  const children = (): Inline[] => ("children" in node ? inlines(reading, node.children) : []);
  switch (node.type) {
    case "text":
      return [{ type: "text", text: node.value }];
    case "inlineCode":
      return [{ type: "code", text: node.value }];
    case "emphasis":
      return [{ type: "emphasis", children: children() }];
    case "strong":
      return [{ type: "strong", children: children() }];
    case "break":
      return [{ type: "break" }];
    case "link":
      return link(reading, node, node.url, children());
    case "linkReference":
      return link(reading, node, reading.definitions.get(node.identifier), children());
    case "html":
      html(reading, node);
      return [];
    case "image":
    case "imageReference":
      reading.problems.push(error("image", "images are not shown: describe it in words or draw it as text", placeOf(node)));
      return node.alt ? [{ type: "text", text: node.alt }] : [];
    default:
      reading.problems.push(error("markdown", `${node.type} is not part of the card format`, placeOf(node)));
      return [];
  }
}

function inlines(reading: Reading, nodes: readonly Mdast.PhrasingContent[]): Inline[] {
  return nodes.flatMap((node) => inline(reading, node));
}

function code(reading: Reading, node: Mdast.Code): Block {
  const start = placeOf(node);
  const first = reading.lines[start.line - 1] ?? "";
  const last = reading.lines[(node.position?.end.line ?? start.line) - 1] ?? "";
  const fence = /(`{3,}|~{3,})/.exec(first.slice(start.column - 1))?.[1];
  if (fence !== undefined) {
    const closed = node.position?.end.line !== start.line && last.trimEnd().endsWith(fence);
    if (!closed) reading.problems.push(error("unclosed-fence", `the block is never closed: end it with ${fence}`, start));
    else if (node.value.trim() === "") reading.problems.push(error("empty-block", "the block is empty", start));
  }
  const info = [node.lang ?? "", node.meta ?? ""].join(" ").trim();
  return { type: "code", language: node.lang ?? "", info, text: node.value, line: start.line + (fence === undefined ? 0 : 1) };
}

function block(reading: Reading, node: Mdast.RootContent): Block[] {
  switch (node.type) {
    case "paragraph":
      return [{ type: "paragraph", children: inlines(reading, node.children) }];
    case "heading":
      return [{ type: "heading", level: Math.max(node.depth, 3) as 3 | 4 | 5 | 6, children: inlines(reading, node.children) }];
    case "blockquote":
      return [{ type: "quote", children: blocks(reading, node.children) }];
    case "list":
      return [
        {
          type: "list",
          ordered: node.ordered === true,
          start: node.start ?? 1,
          items: node.children.map((item) => blocks(reading, item.children)),
        },
      ];
    case "code":
      return [code(reading, node)];
    case "thematicBreak":
      return [{ type: "rule" }];
    case "definition":
      return [];
    case "html":
      html(reading, node);
      return [];
    default:
      reading.problems.push(error("markdown", `${node.type} is not part of the card format`, placeOf(node)));
      return [];
  }
}

function blocks(reading: Reading, nodes: readonly Mdast.RootContent[]): Block[] {
  return nodes.flatMap((node) => block(reading, node));
}

function definitions(nodes: readonly Mdast.RootContent[], found = new Map<string, string>()): Map<string, string> {
  for (const node of nodes) {
    if (node.type === "definition" && !found.has(node.identifier)) found.set(node.identifier, node.url);
    else if (node.type === "blockquote") definitions(node.children, found);
    else if (node.type === "list") for (const item of node.children) definitions(item.children, found);
  }
  return found;
}

function plain(nodes: readonly Mdast.PhrasingContent[]): string {
  return nodes.map((node) => ("value" in node ? node.value : "children" in node ? plain(node.children) : "")).join("");
}

/**
 * Turns Markdown (CommonMark, no extension) into the plain tree. HTML, images and links to other schemes are left out and
 * noted as problems; entities such as `&nbsp;` stay as they are written. Only a heading at the top level is structure, so
 * nothing inside code, lists or quotes can be. The text must have passed `prescan`.
 */
export function readMarkdown(text: string): MarkdownResult {
  const root = fromMarkdown(text, { extensions: [{ disable: { null: ["characterReference"] } }] });
  const reading: Reading = { problems: [], definitions: definitions(root.children), lines: text.split("\n") };
  const pieces = root.children.flatMap((node): TopLevel[] => {
    const line = placeOf(node).line;
    if (node.type === "heading" && node.depth <= 2) {
      return [{ heading: plain(node.children).trim(), level: node.depth === 1 ? 1 : 2, line }];
    }
    return block(reading, node).map((one) => ({ block: one, line }));
  });
  return { pieces, problems: reading.problems };
}
