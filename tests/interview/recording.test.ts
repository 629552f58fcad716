import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { inProject } from "../../lib/setup/project.mjs";
import { filesBelow } from "../../lib/setup/sources.mjs";

const FOLDER = inProject("components/interview/recording");
const files = filesBelow(FOLDER, (file) => /\.tsx?$/.test(file)).map((file) => ({ name: path.basename(file), source: readFileSync(file, "utf8") }));

/** All that a page can send bytes with. */
const SENDERS = /\b(fetch|XMLHttpRequest|sendBeacon|WebSocket|WebTransport|EventSource|RTCPeerConnection|serviceWorker|postMessage|FormData|action=|sendDeed|send\.ts)\b/;

describe("what records", () => {
  test("has nothing that could send: no connection, no form, no import of what talks to the server", () => {
    expect(files.map((file) => file.name)).toEqual(expect.arrayContaining(["record-bar.tsx", "recorder.ts", "recordings.tsx", "store.ts"]));
    for (const { name, source } of files) expect([name, SENDERS.exec(source)?.[0]]).toEqual([name, undefined]);
    for (const { name, source } of files) {
      for (const [, from = ""] of source.matchAll(/from "([^"]+)"/g)) expect([name, from]).toEqual([name, expect.stringMatching(/^(react|\.\/(recorder|store)\.ts|\.\.\/\.\.\/ui\/(button|notice)\.tsx)$/)]);
    }
  });

  test("is the one place that asks for the microphone", () => {
    const others = [...filesBelow(inProject("components"), (file) => /\.tsx?$/.test(file)), ...filesBelow(inProject("lib"), (file) => /\.ts$/.test(file) && !file.includes("generated"))]
      .filter((file) => !file.startsWith(FOLDER) && /getUserMedia|MediaRecorder/.test(readFileSync(file, "utf8")));
    expect(others).toEqual([]);
  });
});
