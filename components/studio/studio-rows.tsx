import Link from "next/link";
import type { StudioRow } from "../../lib/studio/types.ts";
import { PROOF_WORDS, STATUS_WORDS } from "./words.ts";

const PROOF_LOOKS = { held: "text-held", broken: "font-semibold text-again", none: "text-ink-2" } as const;

function Row({ row }: { readonly row: StudioRow }) {
  const { place, cardId, title, status, evidence, proofs, hasDraft, inReview } = row;
  return (
    <li className="border-b border-line">
      <Link href={place.kind === "card" ? `/studio/cards/${place.id}` : `/studio/drafts/${place.id}`} className="group grid gap-x-6 gap-y-0.5 py-3 lg:grid-cols-[1fr_auto] lg:items-baseline">
        <span className="grid min-w-0 gap-0.5">
          <span className="font-medium group-hover:text-accent">{title}</span>
          <span translate="no" className="font-mono text-[0.8rem] text-ink-2 [overflow-wrap:anywhere]">{cardId}</span>
        </span>
        <span className="flex flex-wrap gap-x-4 text-sm text-ink-2 lg:grid lg:grid-cols-[6rem_6rem_11rem_6rem]">
          <span className={status === "PUBLISHED" ? "" : "font-semibold text-ink"}>{STATUS_WORDS[status]}</span>
          <span>{evidence}</span>
          <span className={PROOF_LOOKS[proofs]}>{PROOF_WORDS[proofs]}</span>
          <span>{inReview && status !== "REVIEW" ? <strong className="text-ink">In review</strong> : hasDraft && status !== "DRAFT" && status !== "REVIEW" ? "Has a draft" : ""}</span>
        </span>
      </Link>
    </li>
  );
}

/** All cards and drafts that the filter leaves. */
export function StudioRows({ rows }: { readonly rows: readonly StudioRow[] }) {
  return <ul className="border-t border-edge">{rows.map((row) => <Row key={`${row.place.kind} ${row.place.id}`} row={row} />)}</ul>;
}
