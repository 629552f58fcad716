import { type PyObject, release, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { isCallable } from "../../protocol/call.ts";
import { ssizeArgument } from "../../protocol/sequence.ts";
import { bytesOf } from "../../types/bytes-object.ts";
import { PyStr } from "../../types/str-object.ts";
import { makeMatch, spansOf } from "./match.ts";
import type { PyPattern } from "./pattern.ts";
import { append, Search } from "./searching.ts";
import { sliceOfSubject } from "./subject.ts";
import { compileTemplate, fillTemplate } from "./template.ts";

type Replacement = (search: Search, found: { start: number; end: number }) => PyObject;

/** What stands for each match: a function's answer, a text as it is, or a filled template. */
function replacementOf(rt: Runtime, pattern: PyPattern, given: PyObject): Replacement {
  if (isCallable(given)) {
    return (search, found) => {
      const match = makeMatch(rt, pattern, search.subject, search.matcher, found, search.range);
      try {
        return rt.call(given, [match]);
      } finally {
        release(match);
      }
    };
  }
  if (isLiteral(given)) return () => retain(given);
  const template = compileTemplate(rt, pattern, given);
  return (search, found) => {
    const empty = sliceOfSubject(rt, search.subject, 0, 0);
    try {
      return fillTemplate(rt, template, search.subject, spansOf(pattern, search.matcher, found), empty);
    } finally {
      release(empty);
    }
  };
}

function isLiteral(given: PyObject): boolean {
  return given instanceof PyStr ? !given.value.includes("\\") : bytesOf(given)?.includes(92) === false;
}

/** `sub` and `subn`. */
export function substitute(rt: Runtime, [self, repl, string, count]: PyObject[], withCount: boolean): PyObject {
  const pattern = self as PyPattern;
  const limit = count ? ssizeArgument(rt, count) : 0;
  const replacement = replacementOf(rt, pattern, repl);
  const search = new Search(rt, pattern, string);
  const parts = rt.temp(rt.takeList([]));
  let last = 0;
  let done = 0;
  while (limit === 0 || done < limit) {
    rt.charge(1);
    const found = search.next("search");
    if (!found) break;
    if (last < found.start) append(rt, parts, sliceOfSubject(rt, search.subject, last, found.start));
    last = found.end;
    done++;
    const text = replacement(search, found);
    if (text === rt.none) release(text);
    else append(rt, parts, text);
  }
  if (last < search.range[1]) append(rt, parts, sliceOfSubject(rt, search.subject, last, search.range[1]));
  const empty = rt.temp(sliceOfSubject(rt, search.subject, 0, 0));
  const result = rt.callMethod(empty, "join", [parts]);
  return withCount ? rt.takeTuple([result, rt.int(done)]) : result;
}
