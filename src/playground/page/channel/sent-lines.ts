const sent = new Map<string, string[]>();

export function remember(person: string, line: string): void {
  const lines = sent.get(person) ?? [];
  sent.set(person, [...lines.filter((one) => one !== line), line]);
}

/** The line sent before this one; for an empty field, the last line sent. */
export function recallBefore(person: string, line: string): string | undefined {
  const lines = sent.get(person) ?? [];
  const at = lines.indexOf(line);
  return at === -1 ? lines.at(-1) : lines[at - 1];
}
