const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "in 3 s", "in 5 min": short enough for a column. */
export function relativeDue(due: string, now: Date): string {
  const seconds = Math.ceil((Date.parse(due) - now.getTime()) / 1_000);
  if (Number.isNaN(seconds)) return due;
  if (seconds <= 0) return 'now';
  if (seconds < MINUTE) return `in ${seconds} s`;
  if (seconds < HOUR) return `in ${Math.round(seconds / MINUTE)} min`;
  if (seconds < 2 * DAY) return `in ${Math.round(seconds / HOUR)} h`;
  return `in ${Math.round(seconds / DAY)} days`;
}
