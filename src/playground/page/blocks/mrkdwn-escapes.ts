const characters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** The three characters that Slack asks to escape. */
export function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/g, (escaped) => characters[escaped] ?? escaped);
}
