"use client";
import { useEffect, useRef } from "react";
import type { CodeView } from "../../lib/engine/index.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";

interface BytecodeProps {
  readonly code: CodeView;
  /** Index of the instruction that runs next. */
  readonly current: number | null;
}

/** The instructions of the frame that runs, the next one marked. */
export function Bytecode({ code, current }: BytecodeProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const row = current === null ? null : box.current?.querySelector<HTMLElement>("[aria-current]");
    // Only the box scrolls, never the page.
    if (row && box.current) box.current.scrollTop = Math.max(0, row.offsetTop - box.current.clientHeight / 2);
  }, [current]);
  return (
    <ScrollBox ref={box} label={`Bytecode of ${code.qualname}`} className="relative h-[34rem] overflow-auto print:h-auto">
      <table translate="no" className="w-full border-collapse font-mono text-[0.8125rem] leading-[1.7]">
        <caption className="px-4 py-2 text-left font-sans text-sm text-ink-2">{code.qualname}, from line {code.firstLine}</caption>
        <thead className="sr-only"><tr><th scope="col">Line</th><th scope="col">Offset</th><th scope="col">Instruction</th><th scope="col">Argument</th></tr></thead>
        <tbody>
          {code.instructions.map((one, index) => {
            const before = code.instructions[index - 1];
            const here = index === current;
            return (
              <tr key={one.offset} aria-current={here ? "step" : undefined} className={`${here ? "bg-accent-soft" : ""} ${before !== undefined && one.line !== null && before.line !== one.line ? "border-t border-line" : ""}`}>
                <td className="w-12 pl-4 pr-1.5 text-right text-ink-3">{one.line !== null && before?.line !== one.line ? one.line : ""}</td>
                <td className="w-16 whitespace-nowrap pr-2 text-right text-ink-3"><span aria-hidden="true" className="text-accent">{here ? "▷ " : one.isJumpTarget ? "» " : ""}</span>{one.offset}</td>
                <td className="whitespace-nowrap pr-3">{one.opname}</td>
                <td className="whitespace-nowrap pr-4 text-ink-2">{one.arg !== null && one.argrepr === "" ? one.arg : one.argrepr}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
