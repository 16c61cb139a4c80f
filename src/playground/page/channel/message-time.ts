import type { Message } from '../workspace-state';

const CLOSE = 5 * 60;
const DAY = 24 * 60 * 60 * 1_000;

const time = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });

export function dateOf(ts: string): Date {
  return new Date(Number(ts) * 1_000);
}

export function writtenTime(ts: string): string {
  return time.format(dateOf(ts));
}

export function writtenMoment(ts: string): string {
  return moment.format(dateOf(ts));
}

export function dayOf({ ts }: Message): string {
  return dateOf(ts).toDateString();
}

export function writtenDay(ts: string, now: Date): string {
  const date = dateOf(ts);
  if (date.toDateString() === now.toDateString()) return 'Today';
  if (date.toDateString() === new Date(now.getTime() - DAY).toDateString()) return 'Yesterday';
  return day.format(date);
}

/** Whether it goes on from the one before: same person, same day, minutes later, to the same readers. */
export function continues(before: Message | undefined, message: Message): boolean {
  return (
    before !== undefined &&
    before.user === message.user &&
    before.ephemeral === message.ephemeral &&
    dayOf(before) === dayOf(message) &&
    Number(message.ts) - Number(before.ts) < CLOSE
  );
}
