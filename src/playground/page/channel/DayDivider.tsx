import { writtenDay } from './message-time';

export function DayDivider({ ts }: { ts: string }) {
  return (
    <div className="day">
      <span>{writtenDay(ts, new Date())}</span>
    </div>
  );
}
