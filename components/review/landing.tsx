import Link from "next/link";
import type { ReactNode } from "react";
import type { LibraryRow } from "../../lib/content/proof-standing.ts";
import type { ReviewCard, Today } from "../../lib/reviews/types.ts";
import type { DeviceSettings } from "../../lib/settings/schema.ts";
import { TopicList } from "../cards/topic-list.tsx";
import { DeviceAnswers } from "./device-answers.tsx";
import { FirstCard } from "./first-card.tsx";

function Claim({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="grid content-start gap-2 border-t border-line pt-5">
      <h3 className="text-[1.05rem]">{title}</h3>
      <p className="text-ink-2">{children}</p>
    </section>
  );
}

/** How many cards are proven, and what the others rest on, as it is today. */
function standingSentence(rows: readonly LibraryRow[]): string {
  const count = (kind: LibraryRow["standing"]): number => rows.filter((row) => row.standing === kind).length;
  const others: readonly (readonly [number, string])[] = [
    [count("recorded"), "recorded on real CPython only"],
    [count("model"), "models with measured figures"],
    [count("sourced"), "resting on sources"],
    [count("unproven"), "without a recorded run yet"],
  ];
  const rest = others.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return `${count("proven")} of ${rows.length} cards are proven${rest.length > 0 ? `; ${rest.join(", ")}` : ""}. Each card says which.`;
}

interface LandingProps {
  readonly card: ReviewCard | null;
  readonly today: Today;
  readonly counts: ReadonlyMap<string, number>;
  readonly rows: readonly LibraryRow[];
  readonly device: DeviceSettings;
}

/** What a visitor sees first: one sentence, and a card to answer. */
export function Landing({ card, today, counts, rows, device }: LandingProps) {
  return (
    <div className="grid gap-16 pb-20">
      <div className="grid gap-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:grid-rows-[auto_1fr] lg:gap-x-12 lg:gap-y-4">
        <div className="grid content-start gap-4">
          <h1 className="text-3xl sm:text-4xl">Know Python&rsquo;s insides when someone asks.</h1>
          <p className="max-w-[38em] text-[1.05rem] text-ink-2">Short drills on names, objects, memory and bytecode, where a program shows each answer to be true, version by version.</p>
        </div>
        {card !== null && (
          <div className="border-t border-line pt-6 lg:row-span-2 lg:border-l lg:border-t-0 lg:pl-12 lg:pt-1">
            <FirstCard card={card} today={today} device={device} />
            <noscript>Grading needs JavaScript. <Link className="prose-link" href={`/library/${card.id}`}>Read the answer on the card&rsquo;s own page</Link>.</noscript>
          </div>
        )}
        <div className="grid content-start gap-1">
          <p><DeviceAnswers /></p>
          <p><Link prefetch={false} className="prose-link inline-flex min-h-11 items-center" href="/placement">Know much of it? Test out with 12 prompts</Link></p>
        </div>
      </div>
      <section className="grid gap-5" aria-labelledby="different">
        <h2 id="different" className="text-xl">What is different here</h2>
        <div className="grid gap-6 md:grid-cols-3 md:gap-8">
          <Claim title="Answers are run, not recited">{standingSentence(rows)}</Claim>
          <Claim title="The version is part of the answer">Python changes under its folklore: 257 is one object or two, depending on where you type it and when Python was released. Cards cover 3.10 to 3.15, and you can run their programs here.</Claim>
          <Claim title="Nothing to sign before you start">Answers stay in this browser until you make an account, and then move into it. Cards return by SM-2, as published: the days on a button are the days that are stored.</Claim>
        </div>
      </section>
      <section className="grid gap-3" aria-labelledby="topics">
        <h2 id="topics" className="text-xl">{rows.length} cards on {counts.size} topics</h2>
        <TopicList counts={counts} />
      </section>
    </div>
  );
}
