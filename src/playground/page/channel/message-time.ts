import type { Message } from '../workspace-state';
import { formatter } from '../zoned-time';

const CLOSE = 5 * 60;
const DAY = 24 * 60 * 60 * 1_000;

const time = formatter({ hour: 'numeric', minute: '2-digit' });
const moment = formatter({ dateStyle: 'full', timeStyle: 'medium' });
const day = formatter({ weekday: 'long', day: 'numeric', month: 'long' });
const date = formatter({ dateStyle: 'short' });

export function dateOf(ts: string): Date {
  return new Date(Number(ts) * 1_000);
}

export function writtenTime(ts: string, zone: string): string {
  return time(dateOf(ts), zone);
}

export function writtenMoment(ts: string, zone: string): string {
  return moment(dateOf(ts), zone);
}

export function dayOf({ ts }: Message, zone: string): string {
  return date(dateOf(ts), zone);
}

export function writtenDay(ts: string, zone: string, now: Date): string {
  const written = date(dateOf(ts), zone);
  if (written === date(now, zone)) return 'Today';
  if (written === date(new Date(now.getTime() - DAY), zone)) return 'Yesterday';
  return day(dateOf(ts), zone);
}

/** True when the message continues the one before: same author, day and readers, within minutes. */
export function continues(before: Message | undefined, message: Message, zone: string): boolean {
  return (
    before !== undefined &&
    before.user === message.user &&
    before.ephemeral === message.ephemeral &&
    !message.pinned &&
    dayOf(before, zone) === dayOf(message, zone) &&
    Number(message.ts) - Number(before.ts) < CLOSE
  );
}
