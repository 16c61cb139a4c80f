import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from '../../app/delivery';
import { UserError } from '../../core/errors';
import { can } from '../../core/permission';
import type { Turn } from '../../outbox/attempt';
import { isOvertaken } from '../../slack/failures';
import { coursesView } from './course-list.view';
import { listCourses } from './keep-courses';

/** We may be quicker than Slack, which shows the modal when it has our answer to the press. */
const TRIES_IN_MODAL = 3;
const BETWEEN_TRIES_MS = 500;

/** Shows the first page to whoever pressed for it, where they wait; they may have closed it, or gone on in it. */
export async function showCourses(
  { subject: shownAs, to }: Turn,
  delivery: Delivery,
  state: 'taken_over' | 'failed',
): Promise<void> {
  if (!to) return;
  const person = await delivery.personOf(to);
  const list = await listCourses(delivery.db, { typed: '', page: 0 }, person).catch((error) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
  if (!list) return;
  const t = delivery.translator(await delivery.localeOf(to));
  const moodle = { now: delivery.now(), shownAs, state };
  const view = coursesView(list, { keeps: can(person, 'courses'), moodle }, t);
  for (let left = TRIES_IN_MODAL; left > 0; left -= 1) {
    try {
      await delivery.client.views.update({ external_id: shownAs, view });
      return;
    } catch (error) {
      if (!isOvertaken(error)) throw error;
      if (left > 1) await sleep(BETWEEN_TRIES_MS);
    }
  }
}
