import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "../../../../components/layout/page.tsx";
import { TitledSection } from "../../../../components/layout/titled-section.tsx";
import { BreaksForm } from "../../../../components/pace/breaks-form.tsx";
import { RestDaysForm } from "../../../../components/pace/rest-days-form.tsx";
import { ReminderForm } from "../../../../components/reminders/reminder-form.tsx";
import { longDay } from "../../../../components/progress/words.ts";
import { loadPacePage } from "../../../../lib/pace/loaders.ts";
import { loadReminder } from "../../../../lib/reminders/loaders.ts";

export const metadata: Metadata = { title: "Rest and breaks" };

export default async function PacePage() {
  const [{ restDays, breaks, today }, { canSend, reminder }] = await Promise.all([loadPacePage(), loadReminder()]);
  return (
    <Page>
      <div className="grid gap-10">
        <header className="grid gap-2">
          <p className="text-sm"><Link prefetch={false} className="prose-link" href="/settings">Settings</Link></p>
          <h1 className="text-3xl">Rest and breaks</h1>
          <p className="max-w-prose text-ink-2">On these days nothing is asked, and no mail comes. What falls due meanwhile waits; if it becomes much, the first page offers to spread it.</p>
        </header>
        <TitledSection id="rest-days" title="Rest days"><RestDaysForm restDays={restDays} /></TitledSection>
        <TitledSection id="breaks" title="Breaks"><BreaksForm today={today} breaks={breaks.map(({ id, fromDay, untilDay }) => ({ id, words: fromDay === untilDay ? longDay(fromDay) : `${longDay(fromDay)} to ${longDay(untilDay)}` }))} /></TitledSection>
        {canSend && <TitledSection id="reminders" title="Reminders by mail" note="One mail on days with cards that you have not begun; one click in it ends them. None in quiet hours: it comes after them."><ReminderForm reminder={reminder} /></TitledSection>}
      </div>
    </Page>
  );
}
