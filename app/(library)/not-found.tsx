import { Page } from "../../components/layout/page.tsx";
import { ButtonLink } from "../../components/ui/button.tsx";

export default function NotFound() {
  return (
    <Page>
      <div className="grid justify-items-start gap-5">
        <h1 className="text-3xl">There is nothing here</h1>
        <p className="text-ink-2">The address may be mistyped, or the card was withdrawn. The library has all that are published.</p>
        <ButtonLink href="/library">Open the library</ButtonLink>
      </div>
    </Page>
  );
}
