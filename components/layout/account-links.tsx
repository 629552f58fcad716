import { NavLink } from "./nav-link.tsx";

/** The end of the main navigation: it depends on who reads. */
export function AccountLinks({ signedIn, author }: { readonly signedIn: boolean; readonly author: boolean }) {
  return (
    <>
      {signedIn && <span className="hidden sm:contents"><NavLink href="/progress">Progress</NavLink></span>}
      {author && <span className="hidden sm:contents"><NavLink href="/studio">Studio</NavLink></span>}
      {signedIn ? <NavLink href="/settings">Settings</NavLink> : <NavLink href="/login">Sign in</NavLink>}
    </>
  );
}
