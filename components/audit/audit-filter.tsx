import Link from "next/link";
import { AUDIT_NAMES } from "../../lib/audit/events.ts";
import { type AuditQuery, queryText } from "../../lib/audit/query.ts";
import { Button } from "../ui/button.tsx";
import { Field, Select } from "../ui/field.tsx";

/** A form whose answer is an address; the same filter goes for the file. */
export function AuditFilter({ query }: { readonly query: AuditQuery }) {
  const text = queryText(query);
  return (
    <search>
      <form action="/studio/audit" className="grid gap-4">
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <Select label="What was done" name="name" defaultValue={query.name}>
            <option value="">Everything</option>
            {AUDIT_NAMES.map((name) => <option key={name}>{name}</option>)}
          </Select>
          <Field label="By whom" name="actor" hint="Address or id" defaultValue={query.actor} maxLength={200} autoComplete="off" />
          <Field label="To what" name="target" hint="card:ID, user:ID or an address" defaultValue={query.target} maxLength={200} autoComplete="off" />
          <Field label="From this day on" name="from" type="date" defaultValue={query.from} />
          <Field label="Up to this day" name="to" type="date" defaultValue={query.to} />
        </div>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button type="submit" look="quiet">Show</Button>
          <a className="prose-link inline-flex min-h-11 items-center" href={`/api/studio/audit/export${text && `?${text}`}`} download>Save these as CSV</a>
          {text !== "" && <Link className="prose-link inline-flex min-h-11 items-center" href="/studio/audit">Show everything</Link>}
        </div>
      </form>
    </search>
  );
}
