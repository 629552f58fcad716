import Link from "next/link";
import type { PastInterview } from "../../lib/interview/types.ts";
import { LEVEL_WORDS, topicTitle } from "../cards/card-meta.tsx";
import { clock, dateText, percent } from "../../lib/interview/words.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";

/** The interviews that are over, newest first. */
export function History({ past, timeZone }: { readonly past: readonly PastInterview[]; readonly timeZone: string }) {
  if (past.length === 0) return <p className="text-ink-2">After your first interview its report stands here, to compare the next one with.</p>;
  return (
    <ScrollBox className="overflow-x-auto" label="Table of earlier interviews">
      <table className="w-full min-w-[34rem] text-left">
        <thead><tr className="border-b border-line text-sm text-ink-2"><th className="py-2 pr-4 font-normal">Date</th><th className="pr-4 font-normal">Score</th><th className="pr-4 font-normal">Answered</th><th className="pr-4 font-normal">Overtime</th><th className="font-normal">Asked</th></tr></thead>
        <tbody>
          {past.map((one) => (
            <tr key={one.id} className="border-b border-line">
              <td className="py-3 pr-4 whitespace-nowrap"><Link className="prose-link" href={`/interview/${one.id}/report`}>{dateText(one.createdAt, timeZone)}</Link></td>
              <td className="pr-4 whitespace-nowrap tabular-nums">{percent(one.score)}</td>
              <td className="pr-4 whitespace-nowrap tabular-nums">{one.answered} of {one.prompts}</td>
              <td className="pr-4 tabular-nums">{one.overtimeSeconds === 0 ? "none" : clock(one.overtimeSeconds)}</td>
              <td>{one.lengthMinutes} min, {LEVEL_WORDS[one.level]}{one.topics.length === 0 ? "" : `, ${one.topics.map(topicTitle).join(", ")}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
