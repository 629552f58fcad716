import type { Metadata, Route } from "next";
import Link from "next/link";
import { AuditFilter } from "../../../../components/audit/audit-filter.tsx";
import { CheckButton } from "../../../../components/audit/check-button.tsx";
import { EntryList } from "../../../../components/audit/entry-list.tsx";
import { Page } from "../../../../components/layout/page.tsx";
import { loadAudit } from "../../../../lib/audit/loaders.ts";
import { queryText } from "../../../../lib/audit/query.ts";
import type { AuditPage } from "../../../../lib/audit/types.ts";

export const metadata: Metadata = { title: "Audit" };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the check of the entries shown came to. */
function checkWords({ check, entries }: AuditPage): string {
  if (check.broken !== null) return `Broken at entry ${check.broken.seq}: ${check.broken.fault === "changed" ? "it is not what was noted" : "the entry before it is not the one it names"}.`;
  if (!check.linked) return "Each entry shown is what was noted. They lie too far apart to check here that none between them is missing; the button does.";
  return entries.length === 0 ? "" : "The entries shown are what was noted, and none between them is missing.";
}

export default async function AuditLogPage({ searchParams }: Props) {
  const page = await loadAudit(await searchParams);
  const { query, entries, next, check } = page;
  const words = checkWords(page);
  return (
    <Page width="wide">
      <div className="grid gap-7">
        <header className="grid gap-2">
          <h1 className="text-3xl">Audit</h1>
          <p className="text-ink-2">What was done to accounts and to the library. Each entry holds a hash over the one before, so that a change, a gap or an addition shows. Days and times are in UTC.</p>
        </header>
        <AuditFilter query={query} />
        <CheckButton />
        {words !== "" && <p className={check.broken === null ? "text-ink-2" : "font-semibold text-again"}>{words}</p>}
        {entries.length === 0 ? <p role="status">{queryText(query) === "" ? "Nothing was noted yet." : "No entry fits. Take one of the filters out."}</p> : <EntryList entries={entries} brokenAt={check.broken?.seq ?? null} />}
        {next !== null && <p><Link className="prose-link" href={`/studio/audit?${queryText(query, next)}` as Route}>Older entries</Link></p>}
      </div>
    </Page>
  );
}
