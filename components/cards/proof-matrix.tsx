import type { Mode } from "../../lib/cards/fence.ts";
import { outputLines } from "../../lib/cards/compare.ts";
import type { Version } from "../../lib/cards/versions.ts";
import type { LibraryCard, ProofCell } from "../../lib/content/library-card.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { EvidenceSentence } from "./evidence-mark.tsx";

const MODES: Record<Mode, string> = { repl: "at the prompt", script: "in a script" };
const STATUS = { held: "held", failed: "failed", stopped: "stopped at a limit", unsupported: "not supported yet" } as const;
const SHORT_OUTPUT = 10;

/** The one line that the question's program prints in that version and mode, where it is short enough for a cell. */
function printed(card: LibraryCard, version: Version, mode: Mode): string | null {
  const { prediction } = card;
  if (prediction === null) return null;
  const expected =
    prediction.mode === mode
      ? prediction.outputs
      : card.proofs.flatMap((proof) => (proof.kind === "script" && proof.mode === mode && proof.source === prediction.source ? proof.outputs : []));
  const lines = outputLines(expected.find((output) => output.versions.includes(version))?.text ?? "");
  return lines.length === 1 && lines[0] !== undefined && lines[0].length <= SHORT_OUTPUT ? lines[0] : null;
}

function Cell({ card, version, mode, cell }: { readonly card: LibraryCard; readonly version: Version; readonly mode: Mode; readonly cell: ProofCell | undefined }) {
  if (cell === undefined) return <td className="px-1 py-2.5 sm:px-2 text-ink-3">–<span className="sr-only"> not run</span></td>;
  if (cell.status !== "held") return <td className="px-1 py-2.5 sm:px-2 font-semibold text-again">{STATUS[cell.status]}</td>;
  const value = printed(card, version, mode);
  return (
    <td className="px-1 py-2.5 sm:px-2 text-held">
      {value === null ? <span aria-hidden="true">✓</span> : <code translate="no" className="font-mono text-[0.85em] font-semibold">{value}</code>}
      <span className="sr-only"> held</span>
    </td>
  );
}

/** What was run: versions across, modes down. */
export function ProofMatrix({ card }: { readonly card: LibraryCard }) {
  const { versions, modes, cells } = card.matrix;
  return (
    <div className="grid gap-2">
      {cells.length > 0 && (
        <figure className="overflow-hidden rounded-xl border border-line bg-surface">
          <ScrollBox className="overflow-x-auto">
            <table className="w-full border-collapse text-center text-sm">
              <caption className="sr-only">Recorded runs: versions of Python across, modes down</caption>
              <thead>
                <tr className="border-b border-line text-ink-2">
                  <td className="py-2.5 pr-2 pl-4 text-left"><span className="hidden sm:inline">Recorded runs</span></td>
                  {versions.map((version) => <th key={version} scope="col" className="px-1 py-2.5 sm:px-2 font-mono text-xs font-semibold">{version}</th>)}
                </tr>
              </thead>
              <tbody>
                {modes.map((mode) => (
                  <tr key={mode} className="border-b border-line last:border-0">
                    <th scope="row" className="whitespace-nowrap py-2.5 pr-2 pl-4 text-left font-normal text-ink-2">{MODES[mode]}</th>
                    {versions.map((version) => (
                      <Cell key={version} card={card} version={version} mode={mode} cell={cells.find((one) => one.version === version && one.mode === mode)} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </figure>
      )}
      <p className="text-sm text-ink-2"><EvidenceSentence card={card} /></p>
    </div>
  );
}
