import { describe, expect, it } from "vitest";
import { sha256 } from "../../lib/cards/sha256.ts";
import { unzip } from "../../lib/exchange/archive.ts";
import { commitArchive, commitMessage, commitOf } from "../../lib/exchange/commit.ts";

const card = (id: string, more: object = {}) => ({ id, topic: "gil", title: id, source: `text of ${id}`, retired: false, importedHash: sha256(`text of ${id}`), importedTopic: "gil" as string | null, ...more });

describe("an export as a commit", () => {
  it("holds what differs from the files, and nothing that is as it came", () => {
    const commit = commitOf([card("same"), card("edited", { source: "edited: größer" }), card("own", { importedHash: null, importedTopic: null }), card("moved", { topic: "memory", source: "moved" }), card("gone", { retired: true }), card("never", { retired: true, importedHash: null, importedTopic: null })]);
    expect([...commit.files]).toEqual([["content/cards/gil/edited.md", "edited: größer"], ["content/cards/memory/moved.md", "moved"], ["content/cards/gil/own.md", "text of own"]]);
    expect(commit).toMatchObject({ added: ["content/cards/gil/own.md"], changed: ["content/cards/gil/edited.md", "content/cards/memory/moved.md"], removed: ["content/cards/gil/gone.md", "content/cards/gil/moved.md"] });
  });

  it("is an archive of these files byte for byte, with the message that names what an archive cannot do", () => {
    const commit = commitOf([card("edited", { source: "edited: größer\r\n" }), card("gone", { retired: true })]);
    const files = unzip(commitArchive(commit), () => true);
    expect([...files.keys()].sort()).toEqual(["commit-message.txt", "content/cards/gil/edited.md"]);
    expect(Buffer.from(files.get("content/cards/gil/edited.md") ?? []).toString("utf8")).toBe("edited: größer\r\n");
    expect(commitMessage(commit)).toContain("git rm content/cards/gil/gone.md");
    expect(commitMessage(commitOf([card("same")]))).toContain("Nothing differs");
  });
});
