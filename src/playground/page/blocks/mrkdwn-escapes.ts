const characters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Decodes the three characters that Slack requires to be escaped. */
export function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/g, (escaped) => characters[escaped] ?? escaped);
}
