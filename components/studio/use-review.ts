"use client";
import { useState } from "react";
import type { Desk, Review } from "../../lib/studio/types.ts";
import { send } from "../ui/send.ts";
import type { DraftSaver, Saver } from "./draft-saver.ts";

interface Asked {
  readonly version: number;
  readonly asked: NonNullable<Review["asked"]>;
}

/** A draft's way to a reviewer. A text that was saved since it was put up for review is no longer in review. */
export function useReview(desk: Desk, saver: DraftSaver, state: Saver) {
  const [asked, setAsked] = useState<Asked | null>(desk.review.asked === null ? null : { version: desk.draft.version, asked: desk.review.asked });
  const [word, setWord] = useState(desk.review.word);
  const edited = state.draft.version !== desk.draft.version;
  const review: Review = { ...desk.review, word, own: desk.review.own || edited, asked: asked !== null && asked.version === state.draft.version && state.state === "saved" ? asked.asked : null };

  const step = async (kind: "ask" | "withdraw" | "return", said = ""): Promise<string> => {
    if (kind === "ask" && !(await saver.save())) return "The text is not on the server yet, so it was not put up for review.";
    const { draftId, version } = saver.current.draft;
    if (draftId === null) return "Nothing was changed since the last revision, so there is nothing to review.";
    const sent = await send<object>("POST", "/api/studio/review", { draftId, seen: version, step: kind, word: said });
    if (!sent.ok) return sent.message;
    setAsked(kind === "ask" ? { version, asked: { by: null, at: Date.now() } } : null);
    setWord(kind === "return" ? said : null);
    return "";
  };
  return { review, ask: () => step("ask"), withdraw: () => step("withdraw"), giveBack: (said: string) => step("return", said) };
}
