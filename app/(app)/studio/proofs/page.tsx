import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "../../../../components/layout/page.tsx";
import { StartRun } from "../../../../components/studio/start-run.tsx";
import { type FindingKind, kindOf } from "../../../../lib/reproof/findings.ts";
import { loadNewestRun } from "../../../../lib/reproof/loaders.ts";
import type { CardFinding, RunReport } from "../../../../lib/reproof/types.ts";

export const metadata: Metadata = { title: "Proofs" };

const KINDS: readonly (readonly [FindingKind, string, string])[] = [
  ["broken", "Do not hold any more", "The record says that they held."],
  ["new version differs", "Differ in a version that was not recorded", "Before the card names this version, its text has to say what differs."],
  ["new version holds", "Hold in a version that was not recorded", "The card may name this version as well."],
  ["mended", "Hold now", "The record says that they did not."],
];

const momentOf = (instant: number): string => `${new Date(instant).toISOString().slice(0, 16).replace("T", " ")} UTC`;

function Findings({ findings }: { readonly findings: readonly CardFinding[] }) {
  return (
    <ul className="border-t border-line">
      {findings.map(({ cardId, title, version, mode, output }) => (
        <li key={`${cardId} ${version} ${mode}`} className="grid gap-1 border-b border-line py-2.5">
          <p className="flex flex-wrap gap-x-4"><Link className="prose-link" href={`/studio/cards/${cardId}`}>{title}</Link><span className="text-ink-2">{version === "" ? "as a whole" : `Python ${version}, ${mode === "repl" ? "at the prompt" : "in a script"}`}</span></p>
          {output !== "" && <p className="text-sm whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">{output}</p>}
        </li>
      ))}
    </ul>
  );
}

function Report({ report: { run, findings, total } }: { readonly report: RunReport }) {
  const state = run.finishedAt !== null ? `ended ${momentOf(run.finishedAt)}` : run.alive ? `${run.done} of ${run.cards} cards are done` : `stopped after ${run.done} of ${run.cards} cards; the next start of Heapwise goes on with it`;
  return (
    <>
      <p>The newest run began {momentOf(run.startedAt)}{run.startedBy === null ? " by itself, for a Python that was new here" : `, started by ${run.startedBy}`}: {state}. Versions: {run.versions.replaceAll(",", ", ")}.</p>
      {run.finishedAt !== null && total === 0 && <p className="border-l-[3px] border-held py-1 pl-4">All {run.done} cards came out as recorded.</p>}
      {KINDS.map(([kind, title, note]) => {
        const own = findings.filter((finding) => kindOf(finding) === kind);
        return own.length === 0 ? null : (
          <section key={kind} className="grid gap-2">
            <h2 className="text-xl">{title} <span className="text-base font-normal text-ink-2">{own.length}</span></h2>
            <p className="text-ink-2">{note}</p>
            <Findings findings={own} />
          </section>
        );
      })}
      {total > findings.length && <p className="text-ink-2">{total - findings.length} more are not shown.</p>}
    </>
  );
}

export default async function ProofsPage() {
  const { report, mayStart } = await loadNewestRun();
  return (
    <Page width="wide">
      <div className="grid gap-7">
        <div className="grid max-w-prose gap-2">
          <h1 className="text-3xl">Proofs of the library</h1>
          <p className="text-ink-2">When Heapwise learns a new Python, every proof is run again and what comes out otherwise than recorded is listed here. Nothing is changed by it.</p>
        </div>
        {report === null ? <p>The whole library has not been proven again here yet.</p> : <Report report={report} />}
        {mayStart && <StartRun alive={report?.run.alive ?? false} />}
      </div>
    </Page>
  );
}
