"use client";
import type { Route } from "next";
import Link from "next/link";
import { type FormEvent, useRef, useState } from "react";
import { TOPICS } from "../../lib/cards/topics.ts";
import type { ImportReport, ImportRow } from "../../lib/exchange/web-report.ts";
import type { RouteFailure } from "../../lib/http/json-response.ts";
import { Button } from "../ui/button.tsx";
import { Field, inputLook, Select } from "../ui/field.tsx";

const FORMATS = [["", "By its name and content"], ["md", "Cards as Markdown, one or an archive"], ["csv", "CSV with a column “markdown”"], ["json", "JSON of Heapwise"], ["apkg", "Anki package (.apkg)"], ["hashcards", "hashcards"], ["obsidian", "Obsidian flashcards"]] as const;
const STANDINGS: Record<ImportRow["standing"], string> = { new: "new", changed: "changed", same: "the same", refused: "refused", draft: "to be finished" };
const MOST = 300;

interface Chosen {
  readonly file: File;
  readonly format: string;
  readonly topic: string;
}

async function sendFile({ file, format, topic }: Chosen, apply: boolean): Promise<ImportReport | string> {
  try {
    const query = new URLSearchParams({ name: file.name.slice(0, 200), format, topic, apply: apply ? "1" : "" });
    const response = await fetch(`/api/studio/import?${query}`, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file });
    const body: unknown = await response.json();
    return response.ok ? (body as ImportReport) : (body as RouteFailure).error.message;
  } catch {
    return "The file could not be sent: the server cannot be reached, or the file was moved. Nothing was changed.";
  }
}

/** Counts as a sentence: `3 new, 1 changed`. */
export function countsOf(rows: readonly ImportRow[]): string {
  const counts = Object.entries(STANDINGS).map(([standing, word]) => [rows.filter((row) => row.standing === standing).length, word] as const);
  return counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(", ") || "nothing";
}

function Written({ written }: Pick<ImportRow, "written">) {
  if (written === null) return null;
  return "href" in written ? <Link className="prose-link" href={written.href as Route}>its draft</Link> : <span>{written.kept}</span>;
}

function Rows({ rows }: { readonly rows: readonly ImportRow[] }) {
  const shown = rows.filter(({ standing }) => standing !== "same").slice(0, MOST);
  if (shown.length === 0) return null;
  return (
    <ul className="grid border-t border-line">
      {shown.map(({ place, id, standing, problems, written }) => (
        <li key={`${place} ${id}`} className="grid gap-1 border-b border-line py-2.5">
          <p className="flex flex-wrap gap-x-4 [overflow-wrap:anywhere]"><span className={`min-w-28 ${standing === "refused" ? "font-semibold text-again" : "text-ink-2"}`}>{STANDINGS[standing]}</span><span translate="no" className="font-mono text-sm">{id ?? place}</span><Written written={written} /></p>
          {problems.map(({ line, message }) => <p key={`${line} ${message}`} className="text-sm [overflow-wrap:anywhere]"><span className="font-mono text-ink-2">line {line}</span> {message}</p>)}
        </li>
      ))}
      {rows.length > shown.length && <li className="py-2.5 text-ink-2">The others are the same as in the library, or more than {MOST}.</li>}
    </ul>
  );
}

function Report({ report, busy, onApply }: { readonly report: ImportReport; readonly busy: boolean; readonly onApply: () => void }) {
  const { rows, losses, applied } = report;
  const useful = rows.some(({ standing }) => standing !== "same" && standing !== "refused");
  return (
    <section aria-label="What the file holds" className="grid gap-4">
      <h3 className="text-lg">{applied ? "Imported" : "What the file holds"}: {countsOf(rows)}</h3>
      {!applied && useful && <div className="grid gap-2"><p>Nothing is written yet. Applied, each card becomes a draft that goes the usual way: proofs, review, publication.</p><Button className="justify-self-start" aria-disabled={busy} onClick={onApply}>Make the drafts</Button></div>}
      <Rows rows={rows} />
      <div className="grid gap-2">
        <h4 className="font-semibold">{losses.length === 0 ? "Nothing of the file is lost." : `${losses.length} ${losses.length === 1 ? "thing has" : "things have"} no place in a card`}</h4>
        <ul className="grid gap-1 text-sm">{losses.slice(0, MOST).map(({ place, what }, at) => <li key={`${place} ${what} ${losses.slice(0, at).filter((one) => one.place === place && one.what === what).length}`} className="[overflow-wrap:anywhere]"><span className="text-ink-2">{place}:</span> {what}</li>)}</ul>
      </div>
    </section>
  );
}

/** Looks into a file of cards, says what it would change and what is lost, and makes drafts of it when told to. */
export function ImportForm() {
  const [report, setReport] = useState<ImportReport | null>(null);
  const [trouble, setTrouble] = useState("");
  const [busy, setBusy] = useState(false);
  const chosen = useRef<Chosen | null>(null);
  const run = async (apply: boolean): Promise<void> => {
    if (busy || chosen.current === null) return;
    setBusy(true);
    setTrouble("");
    const answer = await sendFile(chosen.current, apply);
    setBusy(false);
    if (typeof answer === "string") setTrouble(answer);
    else setReport(answer);
  };
  const look = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) return setTrouble("Choose a file that holds something.");
    chosen.current = { file, format: String(form.get("format")), topic: String(form.get("topic")) };
    setReport(null);
    void run(false);
  };
  return (
    <div className="grid gap-6">
      <form onSubmit={look} className="grid max-w-xl gap-4">
        <Field label="File" name="file" type="file" required className={`${inputLook} py-2.5`} accept=".md,.zip,.csv,.json,.apkg,.txt" hint="At most 8 MB and 2,000 cards." />
        <Select label="Format" name="format">{FORMATS.map(([value, word]) => <option key={value} value={value}>{word}</option>)}</Select>
        <Select label="Topic of cards from other programs" name="topic">{TOPICS.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</Select>
        <Button type="submit" look="quiet" className="justify-self-start" aria-disabled={busy}>Look into it</Button>
      </form>
      <p role="status" className={trouble === "" ? "text-ink-2" : "border-l-[3px] border-again py-1 pl-4"}>{busy ? "The file is being read." : trouble}</p>
      {report !== null && <Report report={report} busy={busy} onApply={() => void run(true)} />}
    </div>
  );
}
