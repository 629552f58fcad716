import { QUERY_AT_MOST } from "../../lib/content/search/read.ts";
import { DRILL_SIZES, type DrillSize } from "../../lib/drills/draw.ts";
import { SearchHelp } from "../library/search-help.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Select } from "../ui/field.tsx";

/** Which cards to drill, and how many. A form whose answer is an address: it works without JavaScript and can be kept as a bookmark. */
export function DrillForm({ typed, size }: { readonly typed: string; readonly size: DrillSize }) {
  return (
    <search>
      <form action="/review/drill" className="grid gap-4">
        <div className="grid gap-1">
          <Field label="Which cards" name="q" id="q" type="search" defaultValue={typed} maxLength={QUERY_AT_MOST} autoComplete="off" autoCapitalize="off" spellCheck={false} enterKeyHint="search" placeholder="topic:closures level:2-3 -kind:explain" />
          <SearchHelp at="/review/drill" />
        </div>
        <div className="flex flex-wrap items-end gap-4">
          <div className="w-40">
            <Select label="At most" name="cards" defaultValue={String(size)}>{DRILL_SIZES.map((cards) => <option key={cards} value={cards}>{cards} cards</option>)}</Select>
          </div>
          <Button type="submit" look="quiet">Find them</Button>
        </div>
      </form>
    </search>
  );
}
