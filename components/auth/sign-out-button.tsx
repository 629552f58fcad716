"use client";
import { Button } from "../ui/button.tsx";
import { signOut } from "./sign-in-request.ts";

export function SignOutButton() {
  return <Button look="quiet" className="justify-self-start" onClick={() => void signOut()}>Sign out</Button>;
}
