import type { WebClient } from '@slack/web-api';
import { isOvertaken } from '../failures';
import type { Routes } from '../routes';
import { type SentView, viewBelow } from '../sent-view';
import { ownEntry, slackRequest } from './dispatcher';

/** Also refreshes the modal underneath, for when the person returns to it. */
export async function refreshBelow<C>(
  view: SentView,
  client: WebClient,
  { refreshes }: Pick<Routes<C>, 'refreshes'>,
  context: C,
): Promise<void> {
  const below = viewBelow(view);
  const answer = below && (await ownEntry(refreshes, below.callback_id)?.(slackRequest({ view: below }), context));
  if (!below || !answer || !('show' in answer)) return;
  await client.views.update({ view_id: below.id, view: answer.show }).catch((error) => {
    if (!isOvertaken(error)) throw error;
  });
}
