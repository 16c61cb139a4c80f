import type { OutboxSummary } from '../workspace-state';
import { outboxWords } from './outbox-words';

type Counts = OutboxSummary['counts'];

export function OutboxCounts({ counts }: { counts: Counts }) {
  return (
    <ul className="outbox-counts">
      {(Object.keys(outboxWords) as (keyof Counts)[]).map((state) => (
        <li key={state} className="badge" data-state={state} data-none={counts[state] === 0 || undefined}>
          {outboxWords[state].title} <b>{counts[state]}</b>
        </li>
      ))}
    </ul>
  );
}
