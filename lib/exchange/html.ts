import type { Block, Inline } from "../cards/tree.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as HTML text or attribute value. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

function inline(node: Inline): string {
  switch (node.type) {
    case "text":
      return escapeHtml(node.text);
    case "code":
      return `<code>${escapeHtml(node.text)}</code>`;
    case "emphasis":
      return `<em>${node.children.map(inline).join("")}</em>`;
    case "strong":
      return `<strong>${node.children.map(inline).join("")}</strong>`;
    case "link":
      return `<a href="${escapeHtml(node.url)}">${node.children.map(inline).join("")}</a>`;
    case "break":
      return "<br>";
  }
}

function block(node: Block): string {
  switch (node.type) {
    case "paragraph":
      return `<p>${node.children.map(inline).join("")}</p>`;
    case "heading":
      return `<h${node.level}>${node.children.map(inline).join("")}</h${node.level}>`;
    case "list": {
      const tag = node.ordered ? "ol" : "ul";
      return `<${tag}>${node.items.map((item) => `<li>${toHtml(item)}</li>`).join("")}</${tag}>`;
    }
    case "quote":
      return `<blockquote>${toHtml(node.children)}</blockquote>`;
    case "code":
      return `<pre><code>${escapeHtml(node.text)}</code></pre>`;
    case "rule":
      return "<hr>";
  }
}

/** Text of a card as HTML, for programs that show nothing else. */
export function toHtml(blocks: readonly Block[]): string {
  return blocks.map(block).join("\n");
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A field in HTML as Markdown: lines, code and lists stay, other mark-up goes. `lost` names the elements that had a meaning. */
export function fromHtml(html: string): { readonly text: string; readonly lost: readonly string[] } {
  const lost = new Set<string>();
  const marked = html.replace(/<(\/?)([a-z][a-z0-9]*)[^<>]*>/gi, (_whole, slash: string, name: string) => {
    const tag = name.toLowerCase();
    const closing = slash === "/";
    if (tag === "pre") return closing ? "\n```\n" : "\n```\n";
    if (tag === "code" || tag === "tt") return "`";
    if (tag === "li") return closing ? "" : "\n- ";
    if (["br", "div", "p", "ul", "ol", "tr"].includes(tag)) return "\n";
    if (!closing && ["img", "audio", "video", "table", "svg"].includes(tag)) lost.add(tag);
    return "";
  });
  // Code inside a block is marked by the fence alone.
  const text = decodeEntities(marked).replace(/```\n([\s\S]*?)\n```/g, (_whole, code: string) => `\`\`\`\n${code.replace(/^`|`$/g, "")}\n\`\`\``);
  return { text: text.replace(/\n{3,}/g, "\n\n").trim(), lost: [...lost] };
}
