import type { ReactNode } from "react";
import { EVIDENCE, KINDS } from "../../lib/cards/schema.ts";
import { VERSIONS } from "../../lib/cards/versions.ts";
import type { Facet, FacetCounts } from "../../lib/content/search/facets.ts";
import { PERSONAL_STATES, type PersonalState } from "../../lib/content/search/query.ts";
import { KIND_WORDS, LEVEL_WORDS } from "../cards/card-meta.tsx";
import { addressOf, LEVELS, type LibraryQuery } from "./library-query.ts";

const EVIDENCE_WORDS = { proven: "Proven", recorded: "Recorded", model: "Model", sourced: "From sources" } as const satisfies Record<(typeof EVIDENCE)[number], string>;
const OWN_WORDS: Record<PersonalState, string> = { due: "Due", leech: "Keep slipping", new: "New to me", learned: "Answered", suspended: "Suspended" };

/** A row of chips: one field, its values, and what each is called. */
interface Row {
  readonly label: string;
  readonly facet: Exclude<Facet, "topic">;
  readonly values: readonly (readonly [value: string, words: string])[];
}

const ROWS: readonly Row[] = [
  { label: "Kind", facet: "kind", values: KINDS.map((kind) => [kind, KIND_WORDS[kind]]) },
  { label: "Level", facet: "level", values: LEVELS.map((level) => [level, LEVEL_WORDS[Number(level)] ?? level]) },
  { label: "Python", facet: "version", values: VERSIONS.map((version) => [version, version]) },
  { label: "Rests on", facet: "evidence", values: EVIDENCE.map((evidence) => [evidence, EVIDENCE_WORDS[evidence]]) },
];

const look = "inline-flex min-h-9 items-center gap-1.5 rounded-full border px-3 text-sm first-letter:uppercase pointer-coarse:min-h-11";

interface ChipProps {
  readonly words: string;
  readonly count: number | null;
  readonly on: boolean;
  /** Where it leads: with this choice, or without it. */
  readonly href: string;
}

/** A choice as a link, so that it needs no script and can be shared. One that would leave nothing leads nowhere. */
function Chip({ words, count, on, href }: ChipProps) {
  const figure = count === null ? null : <span className="text-xs tabular-nums text-ink-2">{count}<span className="sr-only"> {count === 1 ? "card" : "cards"}</span></span>;
  if (count === 0 && !on) return <span className={`${look} border-line text-ink-3`}>{words} {figure}</span>;
  return (
    <a href={href} aria-current={on ? "true" : undefined} className={`${look} border-edge bg-surface hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold`}>
      {words} {figure}
      {on && <><span aria-hidden="true">×</span><span className="sr-only">, chosen; take it away</span></>}
    </a>
  );
}

function ChipRow({ label, children }: { readonly label: string; readonly children: readonly ReactNode[] }) {
  const id = `by-${label.toLowerCase().replaceAll(" ", "-")}`;
  return (
    <div className="grid gap-1.5 sm:grid-cols-[5rem_1fr] sm:items-baseline">
      <span id={id} className="text-sm text-ink-2">{label}</span>
      <ul aria-labelledby={id} className="flex flex-wrap gap-2">{children}</ul>
    </div>
  );
}

interface FilterChipsProps {
  readonly query: LibraryQuery;
  /** Null where nothing was counted, as the search was not made. */
  readonly counts: FacetCounts | null;
}

/** What the list can be narrowed down by with one press; the figures say what each would leave. Folded on a phone, where they would be the whole first screen; where a browser cannot keep a fold open by style, on a large screen too. */
export function FilterChips({ query, counts }: FilterChipsProps) {
  const { chosen, own } = query;
  const any = own !== null || ROWS.some(({ facet }) => chosen[facet] !== "");
  return (
    <nav aria-label="Filters">
      <details open={any} className="sm:details-content:[content-visibility:visible]">
        <summary className="min-h-11 py-2 font-semibold sm:supports-[selector(::details-content)]:hidden">Kind, level, version and more</summary>
        <div className="grid gap-3 pt-2 sm:pt-0">
          {ROWS.map(({ label, facet, values }) => (
            <ChipRow key={facet} label={label}>
              {values.map(([value, words]) => {
                const on = chosen[facet] === value;
                return <li key={value}><Chip words={words} on={on} count={counts === null ? null : (counts[facet][value] ?? 0)} href={addressOf({ ...query, chosen: { ...chosen, [facet]: on ? "" : value } })} /></li>;
              })}
            </ChipRow>
          ))}
          <ChipRow label="My cards">
            {PERSONAL_STATES.map((state) => <li key={state}><Chip words={OWN_WORDS[state]} on={own === state} count={null} href={addressOf({ ...query, own: own === state ? null : state })} /></li>)}
          </ChipRow>
        </div>
      </details>
    </nav>
  );
}
