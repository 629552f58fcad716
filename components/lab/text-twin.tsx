"use client";
import { memo, type Ref, useState } from "react";
import { type Twin, type TwinBlock, type TwinSection, twinText } from "../../lib/lab/picture/twin.ts";
import { sequence } from "../ui/sequence.ts";

const cellOf = (cell: string, index: number) => (index === 0 ? <th scope="row" className="py-1 pr-4 font-mono font-normal">{cell}</th> : <td className="py-1 pr-4 font-mono [overflow-wrap:anywhere]">{cell}</td>);
const rowOf = (cells: readonly string[]) => <tr className="border-b border-line align-top">{sequence(cells.map(cellOf))}</tr>;
const itemOf = (item: string) => <li className="[overflow-wrap:anywhere]">{item}</li>;
const sectionOf = (section: TwinSection) => <TwinSectionView section={section} />;
const blockOf = (block: TwinBlock) => <Block block={block} />;

function Table({ caption, columns, rows }: Extract<TwinBlock, { readonly kind: "table" }>) {
  if (rows.length === 0) return <p className="text-ink-2">{caption}: none.</p>;
  return (
      <table className="w-full border-collapse text-left">
        <caption className="py-1 text-left text-ink-2">{caption}</caption>
        <thead><tr className="border-b border-line">{columns.map((column) => <th key={column} scope="col" className="py-1 pr-4 font-semibold">{column}</th>)}</tr></thead>
        <tbody>{sequence(rows.map(rowOf))}</tbody>
      </table>
  );
}

function Block({ block }: { readonly block: TwinBlock }) {
  switch (block.kind) {
    case "text":
      return <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{block.text}</p>;
    case "list":
      return <ul className="grid list-disc gap-0.5 pl-5">{sequence(block.items.map(itemOf))}</ul>;
    case "table":
      return <Table {...block} />;
  }
}

/** One part of the text form. */
export function TwinSectionView({ section: { heading, blocks } }: { readonly section: TwinSection }) {
  return (
    <section className="grid gap-1.5">
      <h4 className="font-semibold">{heading}</h4>
      {sequence(blocks.map(blockOf))}
    </section>
  );
}

interface TextTwinProps {
  readonly twin: Twin;
  /** In sight; else it is there for screen readers alone. */
  readonly shown: boolean;
  readonly ref?: Ref<HTMLElement> | undefined;
}

function Copy({ twin }: { readonly twin: Twin }) {
  const [said, say] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(twinText(twin));
      say("Copied.");
    } catch {
      say("The browser does not let this page write to the clipboard; the text can be selected.");
    }
  };
  return <p className="flex flex-wrap items-center gap-3 print:hidden"><button type="button" className="min-h-11 rounded-lg border border-edge px-3.5 text-sm hover:bg-sunken" onClick={() => void copy()}>Copy as text</button><span role="status">{said}</span></p>;
}

// Laid out when it is asked for: a table of all objects takes longer than a step may.
const UNSEEN = "sr-only [&_section]:[content-visibility:auto]";

/** A step in headings, lists and tables: all that the picture shows, and more. */
export const TextTwin = memo(function TextTwin({ twin, shown, ref }: TextTwinProps) {
  return (
    <section ref={ref} aria-label="The step in words" tabIndex={shown ? 0 : undefined} className={shown ? "h-[34rem] overflow-auto print:h-auto focus-visible:-outline-offset-2" : UNSEEN}>
      <div className="grid min-w-[38rem] gap-4 p-4 text-[0.8125rem] sm:p-5">
        <h3 className="text-base">{twin.title}</h3>
        {shown && <Copy twin={twin} />}
        {sequence(twin.sections.map(sectionOf))}
      </div>
    </section>
  );
});
