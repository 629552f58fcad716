"use client";
import { useRouter } from "next/navigation";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { applyFix, type Repair } from "../../lib/cards/fix.ts";
import { diffLines } from "../../lib/studio/diff.ts";
import { withField } from "../../lib/studio/front-edit.ts";
import type { FieldValue } from "../../lib/studio/front-fields.ts";
import type { Desk, EditClass, Publishing, Theirs } from "../../lib/studio/types.ts";
import { Button } from "../ui/button.tsx";
import { CheckList } from "./check-list.tsx";
import { CodeEditor, type EditorHandle } from "./code-editor.tsx";
import { Conflict } from "./conflict.tsx";
import { DeskDiagram, type Looked } from "./desk-diagram.tsx";
import { DeskHead } from "./desk-head.tsx";
import { Pane, type Tab, TabBar } from "./desk-tabs.tsx";
import { DiffView } from "./diff-view.tsx";
import { FrontForm } from "./front-form.tsx";
import { PreviewFrame } from "./preview-frame.tsx";
import { PublishPanel } from "./publish-panel.tsx";
import { ReviewPanel } from "./review-panel.tsx";
import { send } from "../ui/send.ts";
import { useChecks } from "./use-checks.ts";
import { useDraft } from "./use-draft.ts";
import { useReview } from "./use-review.ts";

type Opened = "publish" | "discard" | null;

/** Where a card is written: its source, the card as it will look, and what is wrong with it, all at once. */
export function CardDesk({ desk }: { readonly desk: Desk }) {
  const router = useRouter();
  const { saver, state } = useDraft(desk);
  const { review, ask, withdraw, giveBack } = useReview(desk, saver, state);
  const checks = useChecks(state.text);
  const calm = useDeferredValue(checks);
  const editor = useRef<EditorHandle>(null);
  const [tab, setTab] = useState<Tab>("source");
  const [opened, setOpened] = useState<Opened>(null);
  const [form, setForm] = useState(false);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [trouble, setTrouble] = useState("");

  // After the first drawing, which must be what the server drew.
  useEffect(() => {
    saver.resume();
    if (saver.current.text !== desk.draft.source) editor.current?.replace(saver.current.text);
  }, [saver, desk]);

  const goTo = (line: number, column: number): void => {
    setTab("source");
    setForm(false);
    requestAnimationFrame(() => editor.current?.goTo(line, column));
  };
  const fix = (repair: Repair): void => rewrite(applyFix(saver.current.text, repair));
  const look = (next: Looked): void => {
    setLooked(next);
    setTab("diagram");
    requestAnimationFrame(() => document.getElementById("pane-diagram")?.scrollIntoView({ block: "start" }));
  };
  // The editor may turn line ends into its own, so the text itself is told too.
  const rewrite = (text: string): void => {
    editor.current?.replace(text);
    saver.edit(text);
  };
  const setField = (name: string, value: FieldValue): void => {
    const text = withField(saver.current.text, name, value);
    if (text !== null) rewrite(text);
  };
  const toggle = (one: Opened): void => setOpened(opened === one ? null : one);

  const publish = async (editClass: EditClass | null, change: string): Promise<Publishing | string> => {
    // Without a draft the text is the published one; a first save makes one.
    if (!(await saver.save())) return "The text is not on the server yet, so nothing was published.";
    const { draftId, version } = saver.current.draft;
    if (draftId === null) return "Nothing was changed since the last revision, so there is nothing to publish.";
    const sent = await send<Publishing>("POST", "/api/studio/publish", { draftId, seen: version, editClass, change });
    if (sent.ok) {
      if (sent.body.status === "published") router.replace(`/studio/cards/${sent.body.cardId}?published=${sent.body.number}`);
      return sent.body;
    }
    const theirs = (sent.body as { theirs?: Theirs } | null)?.theirs;
    if (theirs !== undefined) saver.meet(theirs, sent.message);
    return sent.message;
  };

  const discard = async (): Promise<void> => {
    const { draftId, version } = saver.current.draft;
    const sent = await send<object>("POST", "/api/studio/discard", { draftId, seen: version });
    if (!sent.ok) return setTrouble(sent.message);
    saver.forget();
    if (desk.card === null) router.push("/studio");
    else window.location.reload();
  };

  return (
    <div className="grid gap-5">
      <DeskHead desk={desk} state={state} inReview={review.asked !== null} publishing={opened === "publish"} onSave={() => void saver.save()} onPublish={() => toggle("publish")} onDiscard={() => toggle("discard")} />
      {review.word !== null && <p className="border-l-[3px] border-again py-1 pl-4">A reviewer gave this text back: {review.word}</p>}
      {opened === "publish" && desk.published !== null && state.text !== desk.published && (
        <details open={review.asked !== null && !review.own} className="rounded-xl border border-line bg-surface px-4">
          <summary className="min-h-12 py-3 font-semibold">What differs from the published text</summary>
          <div className="pb-4"><DiffView lines={diffLines(desk.published, state.text)} label="From the published text to this one" /></div>
        </details>
      )}
      {opened === "publish" && review.needed && <ReviewPanel review={review} onAsk={ask} onWithdraw={withdraw} onReturn={giveBack} />}
      {opened === "publish" && (!review.needed || (review.asked !== null && !review.own)) && <PublishPanel card={desk.card} onPublish={publish} onGoTo={goTo} />}
      {opened === "discard" && (
        <section aria-label="Discard" className="flex flex-wrap items-center gap-3 rounded-xl border border-line bg-surface p-4">
          <p>{desk.card === null ? "The draft is removed for good." : "The draft is removed for good; the published text stays."}</p>
          <Button onClick={() => void discard()}>Discard it</Button>
          <Button look="quiet" onClick={() => setOpened(null)}>Keep it</Button>
          <p role="status" className="text-again">{trouble}</p>
        </section>
      )}
      {state.theirs !== null && (
        <Conflict
          mine={state.text}
          theirs={state.theirs}
          message={state.message}
          onMine={() => saver.keepMine(state.text)}
          onTheirs={() => {
            saver.takeTheirs();
            editor.current?.replace(saver.current.text);
          }}
        />
      )}
      <TabBar tab={tab} onChange={setTab} />
      <div className="grid gap-6 lg:grid-cols-2">
        <Pane tab="source" shown={tab === "source"}>
          <div className="mb-2 flex justify-end"><button type="button" aria-pressed={form} className="prose-link min-h-11" onClick={() => setForm(!form)}>{form ? "Show the text" : "Front matter as a form"}</button></div>
          {form && <FrontForm fields={checks.read?.fields ?? null} problems={checks.read?.problems ?? []} onChange={setField} />}
          <div className={form ? "hidden" : ""}>
            <CodeEditor ref={editor} initial={state.text} problems={checks.read?.problems ?? []} onFix={fix} onChange={(text) => saver.edit(text)} onSave={() => void saver.save()} />
            <p className="mt-2 text-sm text-ink-2">Ctrl+S saves. Tab leaves the editor.</p>
          </div>
        </Pane>
        <div className="grid content-start gap-6 lg:h-[calc(100vh-13rem)] lg:relative lg:overflow-y-auto lg:pr-1">
          <Pane tab="checks" shown={tab === "checks"}><CheckList checks={checks} like={state.like} onGoTo={goTo} onLook={look} onFix={fix} /></Pane>
          <Pane tab="diagram" shown={tab === "diagram"} className="lg:border-t lg:border-line lg:pt-6"><DeskDiagram checks={checks} looked={looked} onLook={setLooked} /></Pane>
          <Pane tab="preview" shown={tab === "preview"} className="lg:border-t lg:border-line lg:pt-6">
            {calm.read === null ? <p className="text-ink-2">The preview comes with the first reading.</p> : <PreviewFrame card={calm.read.card} blocks={calm.blocks} />}
          </Pane>
        </div>
      </div>
    </div>
  );
}
