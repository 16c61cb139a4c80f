import { dateOf, writtenMoment, writtenTime } from './message-time';

export function Time({ ts }: { ts: string }) {
  return (
    <time dateTime={dateOf(ts).toISOString()} title={writtenMoment(ts)}>
      {writtenTime(ts)}
    </time>
  );
}
