"use client";
import { useCallback, useEffect, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { fileOf, listTakes, removeOld, removeTakes, type StoredTake } from "./store.ts";

const size = (bytes: number): string => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

const lengthText = ({ startedAt, endedAt }: StoredTake): string => (endedAt === null ? "cut off" : `${Math.max(1, Math.round((endedAt - startedAt) / 1_000))} s`);

const extension = (type: string): string => (type.includes("mp4") ? "m4a" : type.includes("ogg") ? "ogg" : "webm");

/** The recordings of an interview, or all of this browser; nothing where there are none. Each can be played, downloaded and deleted. */
export function Recordings({ interviewId, position = null }: { readonly interviewId: string | null; readonly position?: number | null }) {
  const [takes, setTakes] = useState<readonly StoredTake[]>([]);
  const [playing, setPlaying] = useState<{ readonly id: string; readonly url: string } | null>(null);
  const [problem, setProblem] = useState("");
  const failed = useCallback(() => setProblem("This browser's store could not be read. In a private window recordings are not kept."), []);
  const read = useCallback(async () => {
    const all = await listTakes(interviewId);
    setTakes(position === null ? all : all.filter((take) => take.position === position));
  }, [interviewId, position]);
  useEffect(() => {
    removeOld(Date.now()).then(read).catch(failed);
  }, [read, failed]);
  useEffect(() => () => {
    if (playing !== null) URL.revokeObjectURL(playing.url);
  }, [playing]);
  const remove = (ids: readonly string[]): void => {
    setPlaying(null);
    removeTakes(ids).then(read).catch(failed);
  };
  const play = (take: StoredTake): void => {
    fileOf(take).then((file) => setPlaying({ id: take.id, url: URL.createObjectURL(file) })).catch(failed);
  };
  if (takes.length === 0) return problem === "" ? null : <Notice tone="problem">{problem}</Notice>;
  return (
    <section aria-label="Recordings on this device" className="grid gap-2 print:hidden">
      <h4 className="text-base font-semibold">Recordings on this device</h4>
      <ul className="grid">
        {takes.map((take) => (
          <li key={take.id} className="flex flex-wrap items-center gap-3 border-b border-line py-2">
            <span className="tabular-nums">Prompt {take.position + 1}, {lengthText(take)}, {size(take.bytes)}</span>
            {playing?.id === take.id ? (
              <>
                {/* biome-ignore lint/a11y/useMediaCaption: the candidate's own voice, whose notes stand beside it */}
                <audio controls src={playing.url} className="max-w-full" />
                <a className="prose-link" href={playing.url} download={`prompt-${take.position + 1}.${extension(take.type)}`}>Download</a>
              </>
            ) : <Button look="quiet" onClick={() => play(take)}>Open</Button>}
            <Button look="quiet" onClick={() => remove([take.id])}>Delete<span className="sr-only"> the recording of prompt {take.position + 1}</span></Button>
          </li>
        ))}
      </ul>
      {takes.length > 1 && <div><Button look="quiet" onClick={() => remove(takes.map((take) => take.id))}>Delete all {takes.length} recordings</Button></div>}
      <Notice tone="problem">{problem}</Notice>
    </section>
  );
}
