import type { ReactNode } from "react";
import type { Block, Inline } from "../../lib/cards/tree.ts";
import { sequence } from "../ui/sequence.ts";
import { OutputTable } from "./output-table.tsx";
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
      // Only the glossary is linked within this site (lib/content/glossary.ts).
      return <a className={node.url.startsWith("/library/glossary#") ? "term-link" : "prose-link"} href={node.url} {...(node.url.startsWith("/") ? {} : { rel: "noreferrer nofollow" })}><Inlines nodes={node.children} /></a>;
    case "break":
      return <br />;
  }
}

interface BlocksProps {
  readonly blocks: readonly Block[];
  /** Leaves out blocks of these languages, such as the output that would give the answer away. */
  readonly without?: readonly string[];
}

type CodeBlock = Block & { readonly type: "code" };

/** Outputs that follow each other are one table: where and when on the left, what is printed on the right. */
function grouped(blocks: readonly Block[]): (Block | readonly CodeBlock[])[] {
  const groups: (Block | CodeBlock[])[] = [];
  for (const one of blocks) {
    const last = groups.at(-1);
    if (one.type !== "code" || one.language !== "output") groups.push(one);
    else if (Array.isArray(last)) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

const isGroup = (one: Block | readonly CodeBlock[]): one is readonly CodeBlock[] => Array.isArray(one);

/** Text of a card with its code. */
export function Blocks({ blocks, without = [] }: BlocksProps): ReactNode {
  const shown = grouped(blocks.filter((one) => one.type !== "code" || !without.includes(one.language)));
  return sequence(shown.map((one) => (isGroup(one) ? outputs(one) : block(one))));
}

/** The conditions in an info string, in words; empty where there are none. */
function conditions(info: string): string {
  const words = info.split(/\s+/).slice(1);
  const value = (key: string): string | undefined => words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1);
  const versions = value("versions");
  const mode = value("mode");
  const parts = [
    mode === undefined ? null : mode === "repl" ? "At the prompt, line by line" : "In a script",
    versions === undefined ? null : `Python ${versions.replaceAll(",", ", ").replaceAll("-", " to ")}`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/** What the line above a block of code says. */
function captionOf(info: string, language: string): string | undefined {
  const kind = language === "model" ? "What the engine must hold" : language === "refutes" ? "The myth, as a program that must fail" : "";
  const parts = [kind, conditions(info)].filter((part) => part !== "");
  return parts.length === 0 ? undefined : parts.join(". ");
}

function outputs(blocks: readonly CodeBlock[]): ReactNode {
  return <OutputTable rows={blocks.map(({ info, text }) => ({ where: conditions(info) || "Output", text }))} />;
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
      return <Code text={node.text} plain={node.language === "model" || node.language === "text"} caption={captionOf(node.info, node.language)} />;
    case "rule":
      return <hr className="border-line" />;
  }
}

function listItem(blocks: readonly Block[]): ReactNode {
  return <li className="pl-1"><Blocks blocks={blocks} /></li>;
}
