import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { inProject } from "../../lib/setup/project.mjs";

it("the engine carries its Python halves as they are in the .py files", () => {
  const { stderr, status } = spawnSync(process.execPath, [inProject("lib/setup/engine-sources.mjs"), "--check"], { encoding: "utf8" });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
});
