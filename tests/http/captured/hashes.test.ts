import { describe, expect, test } from "vitest";
import { hashesOf, sourceOf } from "../../../lib/http/captured/hashes.ts";

const NONCE = "r4nd/om+";
const of = (html: string) => hashesOf(html, NONCE);

describe("the hashes of a page", () => {
  test("are those that a browser takes of the text of an element", () => {
    // The example of CSP Level 3, section 8.4.
    expect(sourceOf("doSubmit()")).toBe("'sha256-jzgBGA4UWFFmpOBq0JpdsySukE1FrEN5bUpoK8Z29fY='");
    expect(of(`<script nonce="${NONCE}">doSubmit()</script>`)).toEqual({ scripts: [sourceOf("doSubmit()")], styles: [] });
  });

  test("cover each inline script and style once, whatever stands in its tag and text", () => {
    const html = `<style nonce="${NONCE}">a > b {}</style><script id="_R_" nonce="${NONCE}">1 < 2 && "<script>"\n</script><SCRIPT nonce="${NONCE}">1</SCRIPT><script nonce="${NONCE}">1</script>`;
    expect(of(html)).toEqual({ scripts: [sourceOf('1 < 2 && "<script>"\n'), sourceOf("1")], styles: [sourceOf("a > b {}")] });
  });

  test("leave out files, which the policy allows by their address", () => {
    expect(of(`<script src="/a.js" nonce="${NONCE}" async=""></script>`).scripts).toEqual([]);
  });

  test.each(["<script>evil()</script>", '<script nonce="">evil()</script>', '<script nonce="r4nd">evil()</script>', `<script data-nonce="${NONCE}x">evil()</script>`, `<style>@import "evil"</style>`])("leave out what the renderer did not make: %s", (html) => {
    expect(of(html)).toEqual({ scripts: [], styles: [] });
  });
});
