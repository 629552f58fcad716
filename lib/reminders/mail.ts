/** The mail of a day with cards. It names what there is to do and how to end such mails, and nothing else. */
export function reminderMail({ cards, reviewLink, stopLink }: { readonly cards: number; readonly reviewLink: string; readonly stopLink: string }): { readonly subject: string; readonly text: string } {
  const count = `${cards} ${cards === 1 ? "card" : "cards"}`;
  return {
    subject: `Heapwise: ${count} today`,
    text: [
      `${count} today:\n${reviewLink}`,
      `You asked for this mail on days with cards. One click ends it:\n${stopLink}`,
    ].join("\n\n"),
  };
}
