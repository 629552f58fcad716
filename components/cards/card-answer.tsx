import type { ReactNode } from "react";
import type { Proof } from "../../lib/cards/card.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { Blocks } from "./blocks.tsx";
import { ProofMatrix } from "./proof-matrix.tsx";
import { ProofStepper } from "./proof-stepper.tsx";
import { RunProof } from "./run-proof.tsx";

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h3 className="text-[1.05rem]">{title}</h3>
      {children}
    </section>
  );
}

/** Whether a proof is of the program that the card was asked with, or of none of its forms. */
const isOfForm = ({ prediction }: LibraryCard, proof: Proof): boolean => !/^(question|variant)/.test(proof.name) || proof.kind !== "script" || proof.source === prediction?.source;

/** Why the answer is so, what is commonly said instead, the program that shows it, and what it rests on. */
export function CardReasons({ card, version }: { readonly card: LibraryCard; readonly version: string }) {
  const wished = card.proofs.find((proof) => proof.picture !== undefined && isOfForm(card, proof));
  return (
    <>
      {wished !== undefined && <Section title="In memory"><ProofStepper proof={wished} version={wished.versions.find((one) => one === version) ?? wished.versions.at(-1) ?? "3.14"} /></Section>}
      {card.why.length > 0 && <Section title="Why"><Blocks blocks={card.why} /></Section>}
      {card.myth !== null && (
        <Section title="Commonly said, and wrong">
          <p className="border-l-[3px] border-edge pl-4 text-ink-2">{card.myth}</p>
        </Section>
      )}
      <Section title="Proof">
        <Blocks blocks={card.proof} />
        <ProofMatrix card={card} />
        {card.proofs.length > 0 && <RunProof proofs={card.proofs} versions={card.versions} version={version} />}
      </Section>
      <Section title="Sources">
        <ul className="grid list-disc gap-1 pl-5 text-sm text-ink-2">
          {card.sources.map((source) => <li key={source}>{source}</li>)}
        </ul>
      </Section>
    </>
  );
}

/** The answer itself. */
export function AnswerText({ card }: { readonly card: LibraryCard }) {
  return (
    <div className="grid gap-3 border-l-[3px] border-accent pl-4 text-[1.05rem] sm:pl-5">
      <Blocks blocks={card.answer} />
    </div>
  );
}
