import { useWorkspaceContext } from '../workspace-context';
import { writtenDay } from './message-time';

export function DayDivider({ ts }: { ts: string }) {
  const { zone, ahead } = useWorkspaceContext();
  return (
    <div className="day">
      <span>{writtenDay(ts, zone, new Date(Date.now() + ahead))}</span>
    </div>
  );
}
