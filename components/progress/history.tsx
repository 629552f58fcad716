import type { PastEvent } from "../../lib/progress/history.ts";
import type { EventKind } from "../../lib/reviews/events.ts";
import { GOOD, PASS } from "../../lib/scheduling/grade.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";

const KIND_WORDS: Record<EventKind, string> = {
  review: "Review",
  redrill: "Again the same day",
  cram: "Drill",
  mock: "Mock interview",
  suspend: "Suspended",
  unsuspend: "Resumed",
  bury: "Put off for the day",
  reset: "Reset",
  reschedule: "Brought forward",
  undo: "Taken back",
};

/** The button's word for a grade from 0 to 5. */
function gradeWords(grade: number): string {
  if (grade < PASS) return "Again";
  return grade < GOOD ? "Hard" : grade === GOOD ? "Good" : "Easy";
}

const seconds = (ms: number): string => `${Math.max(1, Math.round(ms / 1_000))} s`;

/** Every event of the log, the newest first. */
export function History({ events, timeZone }: { readonly events: readonly PastEvent[]; readonly timeZone: string }) {
  const when = new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
  return (
    <ScrollBox className="overflow-x-auto" label="Table of all answers">
      <table className="w-full min-w-[40rem] text-left">
        <thead><tr className="border-b border-line text-sm text-ink-2">{["Card", "What", "Grade", "When", "Time taken", "Confidence"].map((head) => <th key={head} scope="col" className="py-2 pr-4 font-normal">{head}</th>)}</tr></thead>
        <tbody>
          {events.map(({ seq, kind, cardId, title, grade, durationMs, confidence, answeredAt, takenBack }) => (
            <tr key={seq} className={`border-b border-line ${takenBack ? "text-ink-2" : ""}`}>
              <th scope="row" className="py-2 pr-4 font-normal"><a className="prose-link inline-flex min-h-9 items-center" href={`/library/${cardId}`}>{title}</a></th>
              <td className="pr-4">{KIND_WORDS[kind]}{takenBack && <span className="block text-sm text-ink-2">taken back</span>}</td>
              <td className="pr-4">{grade === null ? "" : gradeWords(grade)}</td>
              <td className="pr-4 whitespace-nowrap tabular-nums"><time dateTime={new Date(answeredAt).toISOString()}>{when.format(answeredAt)}</time></td>
              <td className="pr-4 tabular-nums">{durationMs === null || durationMs === 0 ? "" : seconds(durationMs)}</td>
              <td className="tabular-nums">{confidence === null ? "" : `${confidence} %`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
