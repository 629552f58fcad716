import type { Mode } from "../../cards/fence.ts";
import type { Version } from "../../cards/versions.ts";
import type { RunResult } from "../../engine/types.ts";
import type { Judgement } from "../judge.ts";
import { parseSketch } from "./sketch.ts";

/**
 * Compares a sketch with the objects that are there. Each arrow is a claim: two arrows to one object say `is`, two to different
 * objects `is not`, and what an object holds is compared item by item. The first claim that is wrong is told.
 */
const CHECK = String.raw`
def __check_sketch(names, objects, scope):
    import ast
    import re
    held = {}
    drawn = {}

    def draw(value, path):
        if id(value) in drawn:
            return f"{drawn[id(value)]} and {path} are one object; the sketch has two"
        drawn[id(value)] = path

    def claim(number, value, path):
        if number in held:
            first, other = held[number]
            return None if other is value else f"{first} and {path} are two objects; the sketch has one"
        held[number] = path, value
        return draw(value, path) or content(objects.get(number, ""), value, path)

    def content(text, value, path):
        if not text:
            return f"the sketch does not say what {path} holds"
        if text == type(value).__name__ or text == repr(value) and not isinstance(value, (list, tuple, dict)):
            return None
        literal_or_number = r"""('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")|#(\d+)"""
        code = re.sub(literal_or_number, lambda found: found[1] or f"__object({found[2]})", text)
        try:
            node = ast.parse(code.strip(), mode="eval").body
        except SyntaxError:
            return differs(value, path)
        return items(node, value, path)

    def differs(value, path):
        text = repr(value)
        return f"{path} holds {text if len(text) <= 60 else text[:59] + '…'}"

    def part(node, value, path):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "__object":
            return claim(node.args[0].value, value, path)
        if isinstance(node, (ast.List, ast.Dict, ast.Set)):
            return draw(value, path) or items(node, value, path)
        return items(node, value, path)

    def items(node, value, path):
        if isinstance(node, (ast.List, ast.Tuple)):
            if type(value) is not (list if isinstance(node, ast.List) else tuple) or len(value) != len(node.elts):
                return differs(value, path)
            parts = [(one, item, f"{path}[{place}]") for place, (one, item) in enumerate(zip(node.elts, value))]
        elif isinstance(node, ast.Dict):
            if type(value) is not dict or len(value) != len(node.keys) or not all(map(same, node.keys, value)):
                return differs(value, path)
            parts = [(one, item, f"{path}[{key!r}]") for one, (key, item) in zip(node.values, value.items())]
        else:
            return None if same(node, value) else differs(value, path)
        for one, item, where in parts:
            problem = part(one, item, where)
            if problem:
                return problem

    def same(node, value):
        try:
            drawn_value = ast.literal_eval(node)
        except ValueError:
            return False
        return type(drawn_value) is type(value) and (repr(drawn_value) == repr(value) or type(value) is set and drawn_value == value)

    for name, number in names:
        if name not in scope:
            problem = f"{name} is not there at the end" if number else None
        else:
            problem = claim(number, scope[name], name) if number else f"{name} is there at the end"
        if problem:
            return problem
    return ""
`;

/** Before what the check says, on a line of its own. */
const MARK = "sketch: ";

interface Drawn {
  readonly source: string;
  readonly mode: Mode;
}

/** The program with the comparison behind it. */
export function sketchRun({ source, mode }: Drawn, text: string, version: Version) {
  const { names, objects } = parseSketch(text);
  const claims = names.map(({ name, object }) => `(${JSON.stringify(name)}, ${object ?? 0})`).join(", ");
  const held = objects.map((one, place) => `${place + 1}: ${JSON.stringify(one)}`).join(", ");
  return { source: `${source.trimEnd()}\n${CHECK}\nprint("\\n${MARK}" + __check_sketch([${claims}], {${held}}, globals()))\n`, version, mode };
}

/** What is wrong with a sketch before anything runs; null if nothing is. `names` are those that were to be drawn. */
export function sketchGap(text: string, names: readonly string[]): string | null {
  const sketch = parseSketch(text);
  if (sketch.unread.length > 0) return `Line ${sketch.unread[0]} of the sketch could not be read.`;
  const missing = names.filter((name) => !sketch.names.some((one) => one.name === name));
  return missing.length === 0 ? null : `The sketch leaves ${missing.join(", ")} out.`;
}

/** What the run says of the sketch. */
export function judgeSketch(result: RunResult | undefined, version: Version): Judgement {
  const said = result?.stdout.trimEnd().split("\n").at(-1) ?? "";
  if (result?.status !== "done" || !said.startsWith(MARK.trimEnd())) return { objective: null, verdict: "It could not be judged: the program did not come to its end." };
  const problem = said.slice(MARK.length);
  return problem === "" ? { objective: "pass", verdict: `This is the heap at the end in Python ${version}.` } : { objective: "fail", verdict: `In Python ${version} ${problem}.` };
}
