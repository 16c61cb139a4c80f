import type { OutboxSummary } from '../workspace-state';
import { OutboxCounts } from './OutboxCounts';
import { OutboxTable } from './OutboxTable';

interface Props {
  outbox: OutboxSummary | 'unreadable';
  now: Date;
}

export function OutboxPart({ outbox, now }: Props) {
  return (
    <section className="scene" aria-labelledby="scene-outbox">
      <h3 id="scene-outbox">Outbox</h3>
      {outbox === 'unreadable' ? (
        <p className="hint">The outbox cannot be read right now.</p>
      ) : (
        <>
          <OutboxCounts counts={outbox.counts} />
          {outbox.entries.length > 0 ? (
            <OutboxTable entries={outbox.entries} now={now} />
          ) : (
            <p className="hint">Everything is sent.</p>
          )}
        </>
      )}
    </section>
  );
}
