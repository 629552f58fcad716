/** The mail that a reset of the password is asked for with. */
export function resetMail(link: string, validMinutes: number): { readonly subject: string; readonly text: string } {
  return {
    subject: "Set a new Heapwise password",
    text: [
      "Somebody, probably you, asked for a new password for the Heapwise account of this address.",
      `Open this link within ${validMinutes} minutes to set one. It works once:`,
      link,
      "If it was not you, do nothing: your password stays as it is.",
    ].join("\n\n"),
  };
}
