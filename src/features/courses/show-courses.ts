import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../core/errors';
import { can } from '../../core/permission';
import type { MessageContext } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { isOvertaken } from '../../slack/failures';
import { coursesView } from './course-list.view';
import { listCourses } from './manage-courses';

/** This may run before Slack has our answer to the press and shows the modal, which may take 2.5 seconds. */
const TRIES_IN_MODAL = 7;
const BETWEEN_TRIES_MS = 500;

/**
 * Shows the first page in the modal of the person who asked. Does nothing when that modal was closed or has moved on.
 */
export async function showCourses(
  { subject: shownAs, to }: ClaimedMessage,
  context: MessageContext,
  state: 'taken_over' | 'failed',
): Promise<void> {
  if (!to) return;
  const person = await context.personOf(to);
  const list = await listCourses(context.db, { search: '', page: 0 }, person).catch((error) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
  if (!list) return;
  const t = context.translator(await context.localeOf(to));
  const moodle = { now: context.now(), shownAs, state };
  const view = coursesView(list, { canChange: can(person, 'courses'), moodle }, t);
  for (let left = TRIES_IN_MODAL; left > 0; left -= 1) {
    try {
      await context.client.views.update({ external_id: shownAs, view });
      return;
    } catch (error) {
      if (!isOvertaken(error)) throw error;
      if (left > 1) await sleep(BETWEEN_TRIES_MS);
    }
  }
}
