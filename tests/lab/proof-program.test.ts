import { describe, expect, it } from "vitest";
import { readFence } from "../../lib/cards/fence.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { newCard } from "../../lib/cards/template.ts";
import { lineThatMatters, proofProgram } from "../../lib/lab/proof-program.ts";

describe("a proof in the stepper", () => {
  it("opens at the last line that asserts or prints", () => {
    expect(lineThatMatters("a = 1\nassert a\nb = 2\nassert b\nc = 3\n")).toBe(4);
    expect(lineThatMatters("def f():\n    assert False\nx = f\n")).toBe(3);
    expect(lineThatMatters("")).toBe(1);
  });

  it("is the session's statements at the prompt, and a repair's two programs side by side", () => {
    const session = parseCard(newCard("a-card", "identity", "recall", "2026-11-29").replace("```python\nassert 1 + 1 == 2\n```", "```python\n>>> a = [\n...   1]\n>>> a\n[1]\n>>> b = a\n```")).proofs[0];
    expect(proofProgram(session, "3.12")).toEqual({ programs: [{ source: "a = [\n  1]\na\nb = a", version: "3.12", mode: "repl" }], line: 3 });
    const repair = parseCard(newCard("a-card", "identity", "fix", "2026-11-29")).proofs[0];
    expect(proofProgram(repair, "3.14").programs.map(({ source }) => source)).toEqual(["x = 1\nassert x == 2", "x = 2\nassert x == 2"]);
    expect(proofProgram(repair, "3.14").line).toBeNull();
  });

  it("runs on the cores that its block names, one of them too, and else on the engine's own number", () => {
    const coresOf = (info: string) => proofProgram(parseCard(newCard("a-card", "identity", "recall", "2026-11-29").replace("```python\n", `\`\`\`python${info}\n`)).proofs[0], "3.14").programs[0].cores;
    expect([" cores=1", " cores=2", ""].map(coresOf)).toEqual([1, 2, undefined]);
  });

  it("is shown where the card asks for it, beside what it names", () => {
    const wish = (info: string) => readFence(info, 1);
    expect(wish("python picture=3 beside=3.15").fence?.picture).toEqual({ line: 3, beside: "3.15" });
    expect(wish("python picture").fence?.picture).toEqual({ line: null, beside: null });
    expect(wish("python").fence?.picture).toBeNull();
    for (const info of ["python picture=", "python picture=x", "python picture=0", "python beside", "python beside=3.9", "text picture"]) expect(wish(info).problems.map(({ severity }) => severity), info).toEqual(["error"]);
    const source = newCard("a-card", "identity", "recall", "2026-11-29").replace("```python\n", "```python picture=1 beside=repl\n");
    const { programs, line } = proofProgram(parseCard(source).proofs[0], "3.14");
    expect([programs.map(({ mode }) => mode), line]).toEqual([["script", "repl"], 1]);
  });
});

describe("a card that begins with a program", () => {
  it("has it as its question or its proof, whatever is in it", () => {
    const program = { source: 'print("""```""")\n', mode: "repl" } as const;
    expect(parseCard(newCard("a-card", "identity", "predict", "2026-11-29", program)).prediction).toMatchObject({ source: 'print("""```""")', mode: "repl" });
    expect(parseCard(newCard("a-card", "identity", "explain", "2026-11-29", program)).proofs[0]).toMatchObject({ source: 'print("""```""")', mode: "repl" });
    expect(parseCard(newCard("a-card", "identity", "fix", "2026-11-29", program)).repair?.broken).toBe('print("""```""")');
  });
});
