import type { Block } from "../../lib/cards/tree.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { Inlines } from "../cards/blocks.tsx";
import { highlight, highlightSession, type Token } from "../cards/highlight.ts";
import { sequence } from "../ui/sequence.ts";

/** Longer programs stay on the card's page: a sheet is read at a glance. What a program prints cannot be asked without it. */
const LINES_AT_MOST: Record<LibraryCard["kind"], number> = { predict: 18, fix: 8, recall: 8, explain: 8 };

const tokenOf = ({ kind, text }: Token) => (kind === "plain" ? text : <span className={`tok-${kind}`}>{text}</span>);

function Code({ text }: { readonly text: string }) {
  const tokens = (/^\s*>>>( |$)/.test(text) ? highlightSession(text) : highlight(text)).map(tokenOf);
  return <pre translate="no" className="whitespace-pre-wrap border-l-2 border-line pl-2 font-mono text-[0.8em] leading-[1.45] [overflow-wrap:anywhere]"><code>{sequence(tokens)}</code></pre>;
}

/** The question in short: its first paragraph, and its program where that is short. */
function Question({ card }: { readonly card: LibraryCard }) {
  const first = card.question.find((block): block is Block & { readonly type: "paragraph" } => block.type === "paragraph");
  const code = card.question.find((block): block is Block & { readonly type: "code" } => block.type === "code" && block.language === "python");
  return (
    <>
      {first !== undefined && <p><Inlines nodes={first.children} /></p>}
      {code !== undefined && code.text.split("\n").length <= LINES_AT_MOST[card.kind] && <Code text={code.text} />}
    </>
  );
}

function Answer({ card }: { readonly card: LibraryCard }) {
  const first = card.answer[0];
  return <p className="text-ink-2"><span aria-hidden="true" className="text-ink-3">→ </span><span className="sr-only">Answer: </span>{first?.type === "paragraph" ? <Inlines nodes={first.children} /> : card.answerLine}</p>;
}

/** Questions with their short answers, for the evening before: two columns, one or two pages of paper. */
export function CheatSheet({ cards }: { readonly cards: readonly LibraryCard[] }) {
  return (
    <ol className="sheet gap-x-10 text-[0.95rem] lg:columns-2">
      {cards.map((card) => (
        <li key={card.id} className="grid break-inside-avoid gap-1 border-t border-line py-3 print:py-1.5">
          <h2 className="text-[1em] font-semibold"><a className="hover:text-accent" href={`/library/${card.id}`}>{card.title}</a></h2>
          <Question card={card} />
          <Answer card={card} />
        </li>
      ))}
    </ol>
  );
}
