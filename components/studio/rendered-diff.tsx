import type { ParsedCard, Sections } from "../../lib/cards/card.ts";
import type { Block } from "../../lib/cards/tree.ts";
import { Blocks } from "../cards/blocks.tsx";

const SECTIONS: readonly (readonly [keyof Sections, string])[] = [["question", "Question"], ["answer", "Answer"], ["why", "Why"], ["proof", "Proof"]];

/** What a block says, wherever it stands. */
const said = (block: Block): string => JSON.stringify(block, (key, value: unknown) => (key === "line" ? undefined : value));

interface SideProps {
  readonly label: string;
  readonly blocks: readonly Block[];
  readonly other: readonly Block[];
  readonly mark: "removed" | "added";
}

/** One side: the blocks that the other has not are marked, in words too. */
function Side({ label, blocks, other, mark }: SideProps) {
  const known = new Set(other.map(said));
  const items = blocks.map((block, at) => ({ block, key: `${at} ${said(block).slice(0, 40)}`, changed: !known.has(said(block)) }));
  return (
    <div className="grid min-w-0 content-start gap-3">
      <p className="text-sm text-ink-2">{label}</p>
      {items.map(({ block, key, changed }) => (
        <div key={key} className={changed ? `border-l-[3px] pl-4 ${mark === "added" ? "border-held" : "border-again"}` : "pl-[calc(1rem+3px)]"}>
          {changed && <span className="text-sm text-ink-2">{mark}</span>}
          <Blocks blocks={[block]} />
        </div>
      ))}
      {blocks.length === 0 && <p className="text-ink-2">(nothing)</p>}
    </div>
  );
}

interface RenderedDiffProps {
  readonly from: ParsedCard;
  readonly to: ParsedCard;
  readonly fromLabel: string;
  readonly toLabel: string;
}

/** Two texts of a card as a learner reads them, side by side, section by section; those that are the same are left out. */
export function RenderedDiff({ from, to, fromLabel, toLabel }: RenderedDiffProps) {
  const changed = SECTIONS.filter(([section]) => from[section].map(said).join("\n") !== to[section].map(said).join("\n"));
  if (changed.length === 0) return <p className="text-ink-2">A learner reads the same text in both: what changed is in the front matter, or how it is written.</p>;
  return (
    <div className="grid gap-6">
      {changed.map(([section, title]) => (
        <section key={section} aria-label={title} className="grid gap-3 rounded-xl border border-line bg-surface p-4">
          <h3 className="text-base">{title}</h3>
          <div className="grid gap-6 lg:grid-cols-2">
            <Side label={fromLabel} blocks={from[section]} other={to[section]} mark="removed" />
            <Side label={toLabel} blocks={to[section]} other={from[section]} mark="added" />
          </div>
        </section>
      ))}
    </div>
  );
}
