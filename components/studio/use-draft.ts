"use client";
import { useEffect, useMemo, useState } from "react";
import type { Desk, SavedDraft } from "../../lib/studio/types.ts";
import { DraftSaver, type Saver } from "./draft-saver.ts";
import { send } from "../ui/send.ts";

/** This browser's copy of a text. A browser that keeps nothing for pages is one without a copy. */
function storageOf(key: string) {
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    read: () => attempt(() => localStorage.getItem(key), null),
    write: (text: string) => attempt(() => localStorage.setItem(key, text), undefined),
    clear: () => attempt(() => localStorage.removeItem(key), undefined),
  };
}

/** The text of a desk and its way to the server. */
export function useDraft(desk: Desk): { readonly saver: DraftSaver; readonly state: Saver } {
  const [state, setState] = useState<Saver | null>(null);
  const saver = useMemo(
    () =>
      new DraftSaver({
        cardId: desk.card?.id ?? null,
        initial: desk.draft,
        like: desk.like,
        storage: storageOf(`heapwise.draft.${desk.card?.id ?? desk.draft.draftId ?? ""}`),
        send: (body) => send<SavedDraft>("PUT", "/api/studio/drafts", body),
        listener: setState,
      }),
    [desk],
  );
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent): void => {
      if (saver.current.state === "waiting" || saver.current.state === "saving") void saver.save();
      // The text is in this browser in any case; only one that no server has yet is worth a question.
      if (saver.current.state === "unsent") event.preventDefault();
    };
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("beforeunload", leave);
      saver.dispose();
    };
  }, [saver]);
  return { saver, state: state ?? saver.current };
}
