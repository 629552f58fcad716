import type { Twin, TwinBlock } from "../../lib/lab/picture/twin.ts";
import { sequence } from "../ui/sequence.ts";

function Table({ caption, columns, rows }: Extract<TwinBlock, { readonly kind: "table" }>) {
  if (rows.length === 0) return <p className="text-ink-2">{caption}: none.</p>;
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="py-1 text-left text-ink-2">{caption}</caption>
        <thead><tr className="border-b border-line">{columns.map((column) => <th key={column} scope="col" className="py-1 pr-4 font-semibold">{column}</th>)}</tr></thead>
        <tbody>{sequence(rows.map((cells) => <tr className="border-b border-line align-top">{sequence(cells.map((cell, index) => (index === 0 ? <th scope="row" className="py-1 pr-4 font-mono font-normal">{cell}</th> : <td className="py-1 pr-4 font-mono [overflow-wrap:anywhere]">{cell}</td>)))}</tr>))}</tbody>
      </table>
    </div>
  );
}

function Block({ block }: { readonly block: TwinBlock }) {
  switch (block.kind) {
    case "text":
      return <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{block.text}</p>;
    case "list":
      return <ul className="grid list-disc gap-0.5 pl-5">{sequence(block.items.map((item) => <li className="[overflow-wrap:anywhere]">{item}</li>))}</ul>;
    case "table":
      return <Table {...block} />;
  }
}

/** A step in headings, lists and tables: all that the picture shows, and more. */
export function TextTwin({ twin }: { readonly twin: Twin }) {
  return (
    <div className="grid gap-4 p-4 text-[0.8125rem] sm:p-5">
      <h3 className="text-base">{twin.title}</h3>
      {twin.sections.map(({ id, heading, blocks }) => (
        <section key={id} className="grid gap-1.5">
          <h4 className="font-semibold">{heading}</h4>
          {sequence(blocks.map((block) => <Block block={block} />))}
        </section>
      ))}
    </div>
  );
}
