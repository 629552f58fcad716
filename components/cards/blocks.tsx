import type { ReactNode } from "react";
import type { Block, Inline } from "../../lib/cards/tree.ts";
import { sequence } from "../ui/sequence.ts";
import { Code } from "./python-code.tsx";

/** Words of a card as elements. The tree has no node for HTML, so nothing else can come out. */
export function Inlines({ nodes }: { readonly nodes: readonly Inline[] }): ReactNode {
  return sequence(nodes.map(inline));
}

function inline(node: Inline): ReactNode {
  switch (node.type) {
    case "text":
      return node.text;
    case "code":
      return <code translate="no" className="rounded bg-sunken px-1 py-px font-mono text-[0.9em] [overflow-wrap:anywhere]">{node.text}</code>;
    case "emphasis":
      return <em><Inlines nodes={node.children} /></em>;
    case "strong":
      return <strong className="font-semibold"><Inlines nodes={node.children} /></strong>;
    case "link":
      return <a className="prose-link" href={node.url} rel="noreferrer nofollow"><Inlines nodes={node.children} /></a>;
    case "break":
      return <br />;
  }
}

interface BlocksProps {
  readonly blocks: readonly Block[];
  /** Leaves out blocks of these languages, such as the output that would give the answer away. */
  readonly without?: readonly string[];
}

/** Text of a card with its code. */
export function Blocks({ blocks, without = [] }: BlocksProps): ReactNode {
  return sequence(blocks.filter((one) => one.type !== "code" || !without.includes(one.language)).map(block));
}

/** What the box above a block says: the conditions in its info string, in words. */
function captionOf(info: string, language: string): string | undefined {
  const words = info.split(/\s+/).slice(1);
  const value = (key: string): string | undefined => words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1);
  const versions = value("versions");
  const mode = value("mode");
  const parts = [
    language === "output" ? "Output" : language === "model" ? "What the engine must hold" : language === "refutes" ? "The myth, as a program that must fail" : null,
    mode === undefined ? null : mode === "repl" ? "at the prompt, line by line" : "in a script",
    versions === undefined ? null : `Python ${versions.replaceAll(",", ", ").replaceAll("-", " to ")}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? undefined : parts.join(", ");
}

function block(node: Block): ReactNode {
  switch (node.type) {
    case "paragraph":
      return <p><Inlines nodes={node.children} /></p>;
    case "heading":
      return <h3 className="text-lg"><Inlines nodes={node.children} /></h3>;
    case "list": {
      const items = sequence(node.items.map(listItem));
      return node.ordered ? <ol start={node.start} className="grid list-decimal gap-1.5 pl-6">{items}</ol> : <ul className="grid list-disc gap-1.5 pl-6">{items}</ul>;
    }
    case "quote":
      return <blockquote className="border-l-2 border-edge pl-4 text-ink-2"><Blocks blocks={node.children} /></blockquote>;
    case "code":
      return <Code text={node.text} plain={node.language === "output" || node.language === "model" || node.language === "text"} caption={captionOf(node.info, node.language)} />;
    case "rule":
      return <hr className="border-line" />;
  }
}

function listItem(blocks: readonly Block[]): ReactNode {
  return <li className="pl-1"><Blocks blocks={blocks} /></li>;
}
