"use client";
import Link from "next/link";
import { FIX_WORDS, type Repair } from "../../lib/cards/fix.ts";
import type { LikeQuestion } from "../../lib/cards/library.ts";
import type { Problem } from "../../lib/cards/problem.ts";
import { formatVersions, VERSIONS, type Version } from "../../lib/cards/versions.ts";
import { disagreements } from "../../lib/studio/disagree.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import type { BlockRun, CellRun, Checks } from "./checker.ts";
import type { Looked } from "./desk-diagram.tsx";

const OUTCOMES = { held: "✓", failed: "✗", stopped: "stop", unsupported: "n/a" } as const;
const SPOKEN = { held: "held", failed: "did not hold", stopped: "stopped at a limit", unsupported: "not supported by the engine yet" } as const;

function cellLook(cell: CellRun | undefined): { readonly sign: string; readonly spoken: string; readonly look: string } {
  if (cell === undefined) return { sign: "–", spoken: "not asked", look: "text-ink-3" };
  if (cell.state === "waiting" || cell.state === "running") return { sign: cell.state === "waiting" ? "·" : "…", spoken: cell.state, look: "text-ink-2" };
  if (cell.state === "ended") return { sign: "stop", spoken: cell.why, look: "font-semibold text-again" };
  const { outcome } = cell.result;
  return { sign: OUTCOMES[outcome], spoken: SPOKEN[outcome], look: outcome === "held" ? "text-held" : "font-semibold text-again" };
}

const modeOf = ({ proof }: BlockRun): string => (proof.kind === "session" || ("mode" in proof && proof.mode === "repl") ? "at the prompt" : "in a script");

function Matrix({ blocks, versions }: { readonly blocks: readonly BlockRun[]; readonly versions: readonly Version[] }) {
  return (
    <ScrollBox className="overflow-x-auto rounded-xl border border-line bg-surface">
      <table className="w-full border-collapse text-center text-sm">
        <caption className="sr-only">Runs in this browser: versions of Python across, blocks down</caption>
        <thead>
          <tr className="border-b border-line text-ink-2">
            <td />
            {versions.map((version) => <th key={version} scope="col" className="px-1.5 py-2 font-mono text-xs font-semibold">{version}</th>)}
          </tr>
        </thead>
        <tbody>
          {blocks.map((block) => (
            <tr key={block.proof.name} className="border-b border-line last:border-0">
              <th scope="row" className="py-2 pr-2 pl-3 text-left font-normal text-ink-2 sm:whitespace-nowrap">{block.proof.name}, {modeOf(block)}</th>
              {versions.map((version) => {
                const { sign, spoken, look } = cellLook(block.cells.get(version));
                return <td key={version} className={`px-1.5 py-2 ${look}`}><span aria-hidden="true">{sign}</span><span className="sr-only">{spoken}</span></td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface Trouble {
  readonly text: string;
  readonly block: string;
  readonly line: number;
  readonly versions: readonly Version[];
}

/** What kept a block from holding, once for all versions alike. */
function troublesOf({ proof, cells }: BlockRun): Trouble[] {
  const found = new Map<string, { line: number; versions: Version[] }>();
  for (const [version, cell] of cells) {
    const failure = cell.state === "ran" ? cell.result.failure : null;
    const text = cell.state === "ended" ? cell.why : failure === null ? "" : [failure.message, failure.expected === null ? "" : `expected ${failure.expected}`, failure.actual === null ? "" : `got ${failure.actual}`].filter((part) => part !== "").join("; ");
    if (text === "") continue;
    const same = found.get(text) ?? { line: failure?.line ?? proof.line, versions: [] };
    same.versions.push(version);
    found.set(text, same);
  }
  return [...found].map(([text, rest]) => ({ text: `${proof.name}: ${text}`, block: proof.name, ...rest }));
}

interface LineButtonProps {
  readonly line: number;
  readonly column?: number;
  readonly onGoTo: (line: number, column: number) => void;
}

function LineButton({ line, column = 1, onGoTo }: LineButtonProps) {
  return <button type="button" className="prose-link min-h-6 shrink-0 font-mono text-sm" onClick={() => onGoTo(line, column)}>line {line}{column > 1 ? `:${column}` : ""}</button>;
}

function FixButton({ repair, onFix }: { readonly repair: Repair; readonly onFix: ProblemsProps["onFix"] }) {
  return <button type="button" className="prose-link min-h-6 text-sm" onClick={() => onFix(repair)}>{FIX_WORDS[repair.fix]}</button>;
}

interface ProblemsProps {
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly onGoTo: LineButtonProps["onGoTo"];
  readonly onFix: (repair: Repair) => void;
}

function Problems({ title, problems, onGoTo, onFix }: ProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-base">{title}</h3>
      <ul className="grid gap-2">
        {problems.map((problem) => (
          <li key={`${problem.rule} ${problem.line} ${problem.column} ${problem.message}`} className="flex flex-wrap gap-x-3">
            <LineButton line={problem.line} column={problem.column} onGoTo={onGoTo} />
            <span className="min-w-0 [overflow-wrap:anywhere]">{problem.message}</span>
            {problem.fix !== undefined && <FixButton repair={{ fix: problem.fix, line: problem.line, column: problem.column }} onFix={onFix} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A line that says how the checks stand; read out when it changes. */
export function summaryOf({ read, blocks, busy, trouble }: Checks): string {
  if (trouble !== "") return trouble;
  if (read === null) return "Reading the text.";
  const errors = read.problems.filter((problem) => problem.severity === "error").length;
  if (busy) return "Running the proofs.";
  const cells = blocks.flatMap((block) => [...block.cells.values()]);
  const held = cells.filter((cell) => cell.state === "ran" && cell.result.outcome === "held").length;
  const proofs = cells.length === 0 ? "No proof to run." : held === cells.length ? `All ${held} runs hold.` : `${cells.length - held} of ${cells.length} runs do not hold.`;
  return `${errors === 0 ? "No errors." : `${errors} ${errors === 1 ? "error" : "errors"}.`} ${proofs}`;
}

/** What the versions print differently, where the text does not say so. */
function Disagreements({ checks, onGoTo }: { readonly checks: Checks; readonly onGoTo: LineButtonProps["onGoTo"] }) {
  const { read, blocks, busy } = checks;
  if (read === null || busy) return null;
  const ran = blocks.map(({ proof, cells }) => ({ proof, outputs: [...cells].flatMap(([version, cell]) => (cell.state === "ran" && (cell.result.outcome === "held" || cell.result.outcome === "failed") ? [{ version, output: cell.output }] : [])) }));
  const found = disagreements(read.card, ran);
  if (found.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h3 className="text-base">What the versions disagree about</h3>
      <p>The text names no version, so a learner is not told. Say since when in the answer or in Why, or give the block its versions.</p>
      {found.map(({ block, line, groups }) => (
        <div key={block} className="grid gap-2">
          <p className="flex flex-wrap gap-x-3"><LineButton line={line} onGoTo={onGoTo} />{block} prints</p>
          <dl className="grid gap-2">
            {groups.map(({ versions, output }) => (
              <div key={output} className="grid gap-1">
                <dt className="text-sm text-ink-2">in Python {formatVersions(versions)}</dt>
                <dd><pre translate="no" className="max-h-40 overflow-auto rounded-lg bg-sunken p-3 font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">{output.trimEnd() || "(nothing)"}</pre></dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}

function LikeQuestions({ like }: { readonly like: readonly LikeQuestion[] }) {
  if (like.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-base">Like questions in the library</h3>
      <ul className="grid gap-1">{like.map(({ id, title, share }) => <li key={id}><Link className="prose-link" href={`/library/${id}`} target="_blank">{title}</Link> <span className="text-ink-2">has {Math.round(share * 100)} % of the words in common</span></li>)}</ul>
      <p className="text-sm text-ink-2">Two like questions with unlike answers disturb each other. Compared with what was saved last.</p>
    </section>
  );
}

interface CheckListProps {
  readonly checks: Checks;
  readonly like: readonly LikeQuestion[];
  readonly onGoTo: LineButtonProps["onGoTo"];
  readonly onFix: ProblemsProps["onFix"];
  readonly onLook: (looked: Looked) => void;
}

/** Errors, the matrix of runs, what did not hold, what the versions disagree about, advice, and questions like this one. */
export function CheckList({ checks, like, onGoTo, onFix, onLook }: CheckListProps) {
  const { read, blocks } = checks;
  const problems = read?.problems ?? [];
  const troubles = blocks.flatMap(troublesOf);
  const versions = VERSIONS.filter((version) => blocks.some((block) => block.cells.has(version)));
  return (
    <div className="grid gap-5">
      <p role="status" className="font-medium">{summaryOf(checks)}</p>
      <Problems title="Errors" problems={problems.filter((problem) => problem.severity === "error")} onGoTo={onGoTo} onFix={onFix} />
      {blocks.length > 0 && (
        <section className="grid gap-2">
          <h3 className="text-base">Proofs</h3>
          <Matrix blocks={blocks} versions={versions} />
          <p className="flex flex-wrap gap-x-3 text-sm text-ink-2">Step through {blocks.filter(({ proof }) => !proof.freeThreaded).map(({ proof: { name } }) => <button key={name} type="button" className="prose-link min-h-6" onClick={() => onLook({ block: name, version: null })}>{name}</button>)}</p>
          <ul className="grid gap-2">
            {troubles.map(({ text, block, line, versions: own }) => (
              <li key={text} className="flex flex-wrap gap-x-3">
                <LineButton line={line} onGoTo={onGoTo} />
                <span className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">{text} <span className="text-ink-2">(Python {formatVersions(own)})</span></span>
                <button type="button" className="prose-link min-h-6 text-sm" onClick={() => onLook({ block, version: own[0] ?? null })}>Step through it<span className="sr-only"> in Python {own[0]}</span></button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Disagreements checks={checks} onGoTo={onGoTo} />
      <Problems title="Advice" problems={problems.filter((problem) => problem.severity === "warning")} onGoTo={onGoTo} onFix={onFix} />
      <LikeQuestions like={like} />
    </div>
  );
}
