import type { Form } from "../../lib/interview/ladder.ts";
import { parseSketch } from "../../lib/interview/sketch/sketch.ts";
import { SketchPicture } from "./sketch-picture.tsx";
import { wellOf } from "./well.ts";

interface GivenProps {
  readonly form: Form;
  readonly text: string;
  readonly code: string;
  readonly sketch: string;
  /** Where a long answer scrolls in its box rather than taking the page. */
  readonly scrolls?: boolean;
  /** The heading's level for what stands beside the answer. */
  readonly heading: "h3" | "h4";
}

/** An answer as it was given: what was typed, written in the code box, and drawn. */
export function Given({ form, text, code, sketch, scrolls = false, heading: Heading }: GivenProps) {
  const size = scrolls ? "max-h-96 overflow-auto " : "";
  const drawn = form === "sketch" ? text : sketch;
  return (
    <>
      <pre className={`${size}${wellOf(form === "words")}`}>{text.trim() === "" ? "(nothing)" : text}</pre>
      {code.trim() !== "" && <><Heading className="text-base font-semibold">In the code box</Heading><pre className={`${size}${wellOf(false)}`}>{code}</pre></>}
      {sketch !== "" && <><Heading className="text-base font-semibold">In the sketch</Heading><pre className={`${size}${wellOf(false)}`}>{sketch}</pre></>}
      {drawn !== "" && <SketchPicture sketch={parseSketch(drawn)} />}
    </>
  );
}
