import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "../../../../../../components/layout/page.tsx";
import { DiffView } from "../../../../../../components/studio/diff-view.tsx";
import { RestoreForm } from "../../../../../../components/studio/restore-form.tsx";
import { EDIT_WORDS } from "../../../../../../components/studio/words.ts";
import { Button } from "../../../../../../components/ui/button.tsx";
import { Select } from "../../../../../../components/ui/field.tsx";
import { diffLines } from "../../../../../../lib/studio/diff.ts";
import { loadHistory, requireAuthor } from "../../../../../../lib/studio/loaders.ts";
import type { History, RevisionRow } from "../../../../../../lib/studio/types.ts";

export const metadata: Metadata = { title: "Revisions" };

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 16).replace("T", " ");

function describe({ number, editClass, createdAt, author, reviewer }: RevisionRow): string {
  return `${number}: ${dayOf(createdAt)} UTC, ${number === 1 ? "first text" : EDIT_WORDS[editClass].toLowerCase()}, ${author ?? "from a file"}${reviewer === null ? "" : `, read by ${reviewer}`}`;
}

function Choice({ history }: { readonly history: History }) {
  const options = history.revisions.map((revision) => <option key={revision.id} value={revision.number}>{describe(revision)}</option>);
  return (
    <form className="grid gap-4 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
      <Select label="From" name="from" defaultValue={history.from.number}>{options}</Select>
      <Select label="To" name="to" defaultValue={history.to.number}>{options}</Select>
      <Button type="submit" look="quiet">Compare</Button>
    </form>
  );
}

export default async function RevisionsPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  await requireAuthor(`/studio/cards/${id}/revisions`);
  const one = (name: string): string => [asked[name] ?? ""].flat()[0] ?? "";
  const history = await loadHistory(id, one("from"), one("to"));
  const { from, to, currentRevisionId } = history;
  return (
    <Page width="wide">
      <div className="grid gap-7">
        <div className="grid gap-1">
          <h1 className="text-3xl">Revisions</h1>
          <p><Link className="prose-link" href={`/studio/cards/${id}`}>{history.title}</Link></p>
        </div>
        <ol reversed className="grid gap-1">{history.revisions.map((revision) => <li key={revision.id} className="tabular-nums">Revision {describe(revision)}{revision.id === currentRevisionId && <strong> (current)</strong>}{revision.change !== "" && <span className="text-ink-2"> {revision.change}</span>}</li>)}</ol>
        {history.revisions.length === 1 ? <p className="text-ink-2">There is one revision, so there is nothing to compare or restore yet.</p> : (
          <>
            <Choice history={history} />
            <DiffView lines={diffLines(from.source, to.source)} label={`From revision ${from.number} to revision ${to.number}`} />
            {from.id !== currentRevisionId && <RestoreForm key={from.id} cardId={id} revisionId={from.id} number={from.number} currentRevisionId={currentRevisionId} impact={history.impact} />}
          </>
        )}
      </div>
    </Page>
  );
}
