import { writtenName } from '../channel/written-name';
import { useWorkspaceContext, type WorkspaceContext } from '../workspace-context';
import type { OutboxEntry } from '../workspace-state';
import { formatter } from '../zoned-time';
import { wordsFor } from './outbox-words';
import { relativeDue } from './relative-due';

const moment = formatter({ dateStyle: 'full', timeStyle: 'medium' });

export function OutboxRow({ entry, now }: { entry: OutboxEntry; now: Date }) {
  const workspace = useWorkspaceContext();
  const { kind, to, state, due, attempts, error } = entry;
  const { title, text } = wordsFor(state);
  return (
    <tr data-state={state}>
      <td>
        {kind}
        <span className="hint">to {addressee(workspace, to)}</span>
      </td>
      <td>
        <span className="outbox-state" title={text}>
          {title}
        </span>
        {attempts > 0 && <span className="hint">{attempts === 1 ? '1 try' : `${attempts} tries`}</span>}
        {error && <span className="outbox-error">{error}</span>}
      </td>
      <td>
        {state === 'dead' ? (
          <span className="hint">never</span>
        ) : (
          <time dateTime={due} title={moment(new Date(due), workspace.zone)}>
            {relativeDue(due, now)}
          </time>
        )}
      </td>
    </tr>
  );
}

/** The addressee's name, when this person can see it. */
function addressee({ channels, people }: WorkspaceContext, to: string): string {
  const channel = channels.find(({ id, kind }) => id === to && kind === 'channel');
  return channel ? writtenName(channel) : (people.find(({ userId }) => userId === to)?.name ?? to);
}
