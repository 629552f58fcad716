import { describe, expect, it } from "vitest";
import { animationOf, type DrawnStep, stripOf } from "../../lib/lab/animated-svg.ts";

const step = (caption: string, height: number): DrawnStep => ({ svg: `<svg width="100" height="${height}"/>`, width: 100, height, caption });
const STEPS = [step("a = [1]", 50), step("b = a", 70), step("a is b < 2", 60)];
const GROUND = { paper: "#ffffff", ink: "#000000" };

/** Which steps an animation shows at a moment from 0 to 1, by SMIL's rule for discrete values. */
function visibleAt(svg: string, moment: number): number[] {
  return [...svg.matchAll(/keyTimes="([^"]+)" values="([^"]+)"/g)].flatMap(([, times = "", values = ""], index) => {
    const at = times.split(";").map(Number).filter((time) => time <= moment).length - 1;
    return values.split(";")[at] === "visible" ? [index] : [];
  });
}

describe("a run as one picture", () => {
  it("is a strip with a sentence over each step and room for all", () => {
    const strip = stripOf(STEPS, GROUND);
    expect(strip).toContain('width="100" height="314"');
    expect([...strip.matchAll(/translate\(0 (\d+)\)"><text/g)].map(([, top]) => Number(top))).toEqual([0, 100, 220]);
    expect(strip).toContain("3. a is b &#60; 2</text>");
  });

  it("is an animation that shows each step in its turn and never two", () => {
    const moving = animationOf(STEPS, GROUND);
    expect([0, 0.2, 0.34, 0.6, 0.67, 0.99].map((moment) => visibleAt(moving, moment))).toEqual([[0], [0], [1], [1], [2], [2]]);
    expect(moving).toContain("prefers-reduced-motion");
    expect(moving).not.toContain("<script");
  });

  it("does not move when there is one step", () => {
    expect(animationOf(STEPS.slice(0, 1), GROUND)).not.toContain("<animate");
  });
});
