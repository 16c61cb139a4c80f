import { BadRequest } from './http';
import type { Slack } from './slack';
import type { OutboxSummary } from './state';

const MAX_ENTRIES = 50;

/** The pending entries of the bot's outbox; null when the workspace has no reader for it. */
export async function readOutbox(slack: Slack): Promise<OutboxSummary | null> {
  if (!slack.outbox) return null;
  const { counts, entries } = await slack.outbox().catch(() => {
    throw new BadRequest('The outbox cannot be read.', 503);
  });
  return { counts, entries: entries.slice(0, MAX_ENTRIES) };
}
