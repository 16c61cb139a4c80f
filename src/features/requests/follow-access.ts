import type { Identity } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueue, parsePersonKey, personKey } from '../../outbox/outbox';
import { standingSubjects } from '../../outbox/standing-messages';
import { followHomes, queueHome } from '../home/follow-homes';
import { accessReference } from './access-request';
import { getAccessRequest } from './access-requests.sql';

/**
 * Tells everybody whom a request for access concerns: all who sell while it is open; when it is answered, whoever was
 * shown it, and the person who asked. Safe to repeat.
 */
export async function followAccess(db: Database, id: number, sales: readonly Identity[], now: Now): Promise<void> {
  const at = toInstant(now);
  const subject = String(id);
  await db.transaction(async (tx) => {
    const { answer, askedBy } = await getAccessRequest(tx, id);
    await followHomes(tx, 'sales', at);
    if (!answer) {
      for (const to of sales) {
        const dedupeKey = `access.show:${id}:${personKey(to)}`;
        await enqueue(tx, { kind: 'access.show', subject, to, dedupeKey }, at);
      }
      return;
    }
    for (const shown of await standingSubjects(tx, `${accessReference(id)}:`)) {
      await enqueue(tx, { kind: 'access.refresh', subject, to: parsePersonKey(shown) }, at);
    }
    await queueHome(tx, askedBy, at);
    const dedupeKey = `access.answered:${id}`;
    await enqueue(tx, { kind: 'access.answered', subject, to: askedBy, dedupeKey }, at);
  });
}
