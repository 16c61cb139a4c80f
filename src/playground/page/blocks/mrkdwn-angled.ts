import type { RichTextElement, RichTextStyleable } from '@slack/types';
import { unescaped } from './mrkdwn-escapes';

type Style = NonNullable<RichTextStyleable['style']>;

/** Parses the text between angle brackets as a mention, date or link; undefined when it is none of them. */
export function angled(inner: string, style: Style): RichTextElement[] | undefined {
  const [target = '', ...labels] = inner.split('|');
  const label = labels.join('|');
  return mention(target, style) ?? date(target, label, style) ?? link(target, label, style);
}

function mention(target: string, style: Style): RichTextElement[] | undefined {
  if (/^@[UW]\w+$/.test(target)) return [{ type: 'user', user_id: target.slice(1), style }];
  if (/^#[CG]\w+$/.test(target)) return [{ type: 'channel', channel_id: target.slice(1), style }];
  const group = /^!subteam\^(\w+)$/.exec(target)?.[1];
  if (group) return [{ type: 'usergroup', usergroup_id: group, style }];
  const range = /^!(here|channel|everyone)$/.exec(target)?.[1] as 'here' | 'channel' | 'everyone' | undefined;
  return range && [{ type: 'broadcast', range, style }];
}

function date(target: string, fallback: string, style: Style): RichTextElement[] | undefined {
  const [, timestamp, format, url] = /^!date\^(\d+)\^([^^]+)(?:\^(.+))?$/.exec(target) ?? [];
  if (!timestamp || !format) return undefined;
  const shown = { type: 'date' as const, timestamp: Number(timestamp), format: unescaped(format), style };
  return [{ ...shown, fallback: unescaped(fallback), ...(url ? { url } : {}) }];
}

function link(target: string, label: string, style: Style): RichTextElement[] | undefined {
  if (!/^(?:https?|mailto|tel|slack):/.test(target)) return undefined;
  const text = unescaped(label || target.replace(/^(?:mailto|tel):/, ''));
  return [{ type: 'link', url: unescaped(target), text, style }];
}
