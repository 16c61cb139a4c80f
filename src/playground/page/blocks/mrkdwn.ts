import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextStyleable } from '@slack/types';
import { angled } from './mrkdwn-angled';
import { unescaped } from './mrkdwn-escapes';

type Style = NonNullable<RichTextStyleable['style']>;

/**
 * Converts Slack's mrkdwn to rich text. Escaped characters stay literal: the library would decode them first and then
 * parse them as formatting.
 */
export function richText(mrkdwn: string): RichTextBlock {
  const parts = mrkdwn.split(/```\n?([\s\S]+?)\n?```\n?/);
  const elements = parts.flatMap((part, index) => (index % 2 === 1 ? [preformatted(part)] : paragraphs(part)));
  return { type: 'rich_text', elements };
}

function preformatted(text: string): RichTextBlockElement {
  return { type: 'rich_text_preformatted', elements: [{ type: 'text', text: unescaped(text) }] };
}

/** Groups consecutive quoted lines, and consecutive other lines. */
function paragraphs(text: string): RichTextBlockElement[] {
  const runs = text.match(/(?:^(?:&gt;|>).*(?:\n|$))+|(?:^(?!&gt;|>).*(?:\n|$))+/gm) ?? [];
  return runs.filter(Boolean).map((run) => {
    const quoted = /^(?:&gt;|>)/.test(run);
    const lines = (quoted ? run.replace(/^(?:&gt;|>) ?/gm, '') : run).replace(/\n$/, '');
    return { type: quoted ? 'rich_text_quote' : 'rich_text_section', elements: inline(lines, {}) };
  });
}

const token = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '<(?<angled>[^<>\\n]+)>',
    '(?<=^|[^\\p{L}\\p{N}_*])\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?![\\p{L}\\p{N}_*])',
    '(?<=^|[^\\p{L}\\p{N}_])_(?<italic>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?![\\p{L}\\p{N}_])',
    '(?<=^|[^\\p{L}\\p{N}_~])~(?<strike>[^\\s~](?:[^~\\n]*[^\\s~])?)~(?![\\p{L}\\p{N}_~])',
    ':(?<emoji>[a-z+][a-z0-9_+-]*|-1|100):',
    '(?<url>https?://[^\\s<>|`]*[^\\s<>|`.,;:!?)\\]*_~\'"])',
  ].join('|'),
  'gu',
);

function inline(text: string, style: Style): RichTextElement[] {
  const elements: RichTextElement[] = [];
  let done = 0;
  for (const match of text.matchAll(token)) {
    elements.push(...literal(text.slice(done, match.index), style), ...marked(match, style));
    done = match.index + match[0].length;
  }
  return [...elements, ...literal(text.slice(done), style)];
}

function marked(match: RegExpMatchArray, style: Style): RichTextElement[] {
  const { code, angled: inner, bold, italic, strike, emoji, url } = match.groups ?? {};
  if (code) return literal(code, { ...style, code: true });
  if (inner) return angled(inner, style) ?? literal(match[0], style);
  if (bold) return inline(bold, { ...style, bold: true });
  if (italic) return inline(italic, { ...style, italic: true });
  if (strike) return inline(strike, { ...style, strike: true });
  if (emoji) return [{ type: 'emoji', name: emoji }];
  return [{ type: 'link', url: unescaped(url ?? ''), style }];
}

function literal(text: string, style: Style): RichTextElement[] {
  return text ? [{ type: 'text', text: unescaped(text), style }] : [];
}
