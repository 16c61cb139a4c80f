import type { OutboxEntry } from '../workspace-state';
import { OutboxRow } from './OutboxRow';

export function OutboxTable({ entries, now }: { entries: OutboxEntry[]; now: Date }) {
  return (
    <table className="outbox">
      <thead>
        <tr>
          <th scope="col">Message</th>
          <th scope="col">State</th>
          <th scope="col">Due</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <OutboxRow key={entry.id} entry={entry} now={now} />
        ))}
      </tbody>
    </table>
  );
}
