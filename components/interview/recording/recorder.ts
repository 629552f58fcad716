import { addChunk, putTake, type Take } from "./store.ts";

/** Each second goes to the store by itself: a crash loses the last one at most. */
const CHUNK_MS = 1_000;

/** In the order of preference; Safari records MP4 alone. */
const TYPES = ["audio/webm;codecs=opus", "audio/webm", "audio/mp4", "audio/ogg;codecs=opus"];

export interface Recorder {
  /** How loud it is now, 0 to 1. */
  readonly level: () => number;
  readonly stop: () => Promise<void>;
}

/** Why there is no recording, in words. */
function reasonOf(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError") return "The microphone was not allowed. Allow it in the browser's settings for this site, and start again.";
  if (name === "NotFoundError") return "No microphone was found.";
  if (name === "NotReadableError") return "The microphone is in use by another program, or a call took it.";
  if (name === "QuotaExceededError") return "This browser has no room left for recordings. Delete earlier ones; what was recorded so far is kept.";
  return "Recording failed in this browser. The interview goes on without it.";
}

function levelOf(stream: MediaStream): { readonly level: () => number; readonly close: () => Promise<void> } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const level = (): number => {
    analyser.getFloatTimeDomainData(samples);
    return Math.min(1, Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length) * 4);
  };
  return { level, close: () => context.close() };
}

/**
 * Records one answer into this browser's store, from a stream of its own (iOS gives silence to a second recorder of the same).
 * `failed` is told in words when it cannot begin or go on; what was recorded until then is kept.
 */
export async function record(about: Pick<Take, "id" | "interviewId" | "position" | "startedAt">, now: () => number, failed: (why: string) => void): Promise<Recorder | null> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one)) ?? "";
    const recorder = new MediaRecorder(stream, type === "" ? {} : { mimeType: type });
    const meter = levelOf(stream);
    const take: Take = { ...about, type: recorder.mimeType || type, endedAt: null };
    await putTake(take);
    let written = Promise.resolve();
    let number = 0;
    const close = async (): Promise<void> => {
      if (recorder.state !== "inactive") {
        const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
        recorder.stop();
        await stopped;
      }
      for (const track of stream.getTracks()) track.stop();
      await meter.close();
      await written;
      await putTake({ ...take, endedAt: now() });
    };
    const give = (why: string): void => {
      failed(why);
      if (recorder.state !== "inactive") recorder.stop();
      for (const track of stream.getTracks()) track.stop();
    };
    recorder.ondataavailable = ({ data }) => {
      if (data.size === 0) return;
      const place = (number += 1);
      // One after the other, in order; the first that cannot be kept ends it.
      written = written.then(async () => addChunk(take.id, place, await data.arrayBuffer())).then(() => undefined, (error: unknown) => give(reasonOf(error)));
    };
    recorder.onerror = () => give(reasonOf(null));
    for (const track of stream.getTracks()) track.onended = () => give("The microphone went away: a device was taken out, or a call took it. Start again when it is back; what was recorded is kept.");
    recorder.start(CHUNK_MS);
    return { level: meter.level, stop: close };
  } catch (error) {
    failed(reasonOf(error));
    return null;
  }
}
