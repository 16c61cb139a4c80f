import { useWorkspaceContext } from '../workspace-context';
import { dateOf, writtenMoment, writtenTime } from './message-time';

export function Time({ ts }: { ts: string }) {
  const { zone } = useWorkspaceContext();
  return (
    <time dateTime={dateOf(ts).toISOString()} title={writtenMoment(ts, zone)}>
      {writtenTime(ts, zone)}
    </time>
  );
}
