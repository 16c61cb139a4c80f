import type { Identity } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueue, parsePersonKey, personKey } from '../../outbox/outbox';
import { standingSubjects } from '../../outbox/standing-messages';
import { followHomes } from '../home/follow-homes';
import { requestReference } from './request';
import { getRequest } from './requests.sql';

/**
 * Tells everybody whom a request for seats concerns: all who sell while it is open; when it is answered, whoever was
 * shown it, and the person who asked. Safe to repeat.
 */
export async function followRequest(db: Database, id: number, sales: readonly Identity[], now: Now): Promise<void> {
  const at = toInstant(now);
  const subject = String(id);
  await db.transaction(async (tx) => {
    const { answer, askedBy } = await getRequest(tx, id);
    await followHomes(tx, 'sales', at);
    if (!answer) {
      for (const to of sales) {
        const dedupeKey = `request.show:${id}:${personKey(to)}`;
        await enqueue(tx, { kind: 'request.show', subject, to, dedupeKey }, at);
      }
      return;
    }
    for (const shown of await standingSubjects(tx, `${requestReference(id)}:`)) {
      await enqueue(tx, { kind: 'request.refresh', subject, to: parsePersonKey(shown) }, at);
    }
    const dedupeKey = `request.answered:${id}`;
    await enqueue(tx, { kind: 'request.answered', subject, to: askedBy, dedupeKey }, at);
  });
}
