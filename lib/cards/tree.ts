/** The text of a card as plain data: what can be drawn, and nothing else. There is no node for HTML or images. */
export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "emphasis"; readonly children: readonly Inline[] }
  | { readonly type: "strong"; readonly children: readonly Inline[] }
  | { readonly type: "link"; readonly url: string; readonly children: readonly Inline[] }
  | { readonly type: "break" };

export type Block =
  | { readonly type: "paragraph"; readonly children: readonly Inline[] }
  | { readonly type: "heading"; readonly level: 3 | 4 | 5 | 6; readonly children: readonly Inline[] }
  | { readonly type: "list"; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly type: "quote"; readonly children: readonly Block[] }
  /** `language` is the first word of the info string; empty for an indented or unlabelled block. */
  | { readonly type: "code"; readonly language: string; readonly info: string; readonly text: string; readonly line: number }
  | { readonly type: "rule" };

/** The words of inline nodes without any mark-up; a line break is a blank. */
export function inlineText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case "text":
        case "code":
          return node.text;
        case "break":
          return " ";
        default:
          return inlineText(node.children);
      }
    })
    .join("");
}

/** The prose of blocks, code blocks left out; blocks are separated by a blank. */
export function blockText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      switch (block.type) {
        case "paragraph":
        case "heading":
          return inlineText(block.children);
        case "quote":
          return blockText(block.children);
        case "list":
          return block.items.map((item) => blockText(item)).join(" ");
        default:
          return "";
      }
    })
    .filter((text) => text !== "")
    .join(" ");
}

/** All code blocks in the order of the text, also those in lists and quotes. */
export function codeBlocks(blocks: readonly Block[]): (Block & { readonly type: "code" })[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "code":
        return [block];
      case "quote":
        return codeBlocks(block.children);
      case "list":
        return block.items.flatMap((item) => codeBlocks(item));
      default:
        return [];
    }
  });
}
