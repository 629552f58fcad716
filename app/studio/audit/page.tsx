import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "../../../components/layout/page.tsx";
import { Button } from "../../../components/ui/button.tsx";
import { Select } from "../../../components/ui/field.tsx";
import { Notice } from "../../../components/ui/notice.tsx";
import { AUDIT_NAMES } from "../../../lib/audit/events.ts";
import { loadAudit } from "../../../lib/audit/loaders.ts";

export const metadata: Metadata = { title: "Audit" };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replace("T", " ");

export default async function AuditPage({ searchParams }: Props) {
  const params = await searchParams;
  const one = (name: string): string => ([params[name] ?? ""].flat()[0] ?? "").slice(0, 100);
  const name = AUDIT_NAMES.find((known) => known === one("name")) ?? "";
  const before = /^\d{1,9}$/.test(one("before")) ? Number(one("before")) : null;
  const { entries, more, checked } = await loadAudit({ name, actorId: one("actor"), target: one("target"), before }, one("check") === "all");
  return (
    <Page width="wide">
      <div className="grid gap-7">
        <h1 className="text-3xl">Audit</h1>
        <form action="/studio/audit" className="flex max-w-xl flex-wrap items-end gap-3">
          <div className="grow"><Select label="What" name="name" defaultValue={name}><option value="">Everything</option>{AUDIT_NAMES.map((known) => <option key={known}>{known}</option>)}</Select></div>
          <Button type="submit" look="quiet">Show</Button>
          <Button type="submit" look="quiet" name="check" value="all">Check the whole chain</Button>
        </form>
        {checked !== null && <Notice tone={checked.brokenAt === null ? "plain" : "problem"}>{checked.brokenAt === null ? `Checked ${checked.entries.toLocaleString("en")} entries: unbroken.` : `Entry ${checked.brokenAt} does not fit to the one before: an entry was changed, removed or put in.`}</Notice>}
        {entries.length === 0 ? (
          <p className="text-ink-2">Nothing was noted.</p>
        ) : (
          <ol className="border-t border-edge">
            {entries.map((entry) => (
              <li key={entry.seq} className="grid gap-0.5 border-b border-line py-2.5 text-sm">
                <span className="flex flex-wrap gap-x-4"><span className="tabular-nums text-ink-2">{entry.seq}</span><span className="tabular-nums text-ink-2">{stamp(entry.at)}</span><span translate="no" className="font-mono">{entry.name}</span></span>
                <span className="[overflow-wrap:anywhere]">{entry.actor === null ? "A visitor, or the command line" : <Link className="prose-link" href={{ pathname: "/studio/audit", query: { actor: entry.actorId ?? "" } }}>{entry.actor}</Link>}{entry.about !== null && <span className="text-ink-2"> about {entry.about}</span>}</span>
                {entry.detail !== "{}" && <code translate="no" className="font-mono text-[0.8rem] text-ink-2 [overflow-wrap:anywhere]">{entry.detail}</code>}
              </li>
            ))}
          </ol>
        )}
        {more && <Link className="prose-link" href={{ pathname: "/studio/audit", query: { ...(name === "" ? {} : { name }), ...(one("actor") === "" ? {} : { actor: one("actor") }), before: String(entries.at(-1)?.seq ?? 0) } }}>Older</Link>}
      </div>
    </Page>
  );
}
