import type { WebClient } from '@slack/web-api';
import type { Context, Routes } from '../../feature';
import { isOvertaken } from '../failures';
import { type SentView, viewBelow } from '../form';
import { own, request } from './dispatcher';

/** What was changed in a modal shows in the one under it too, for when the person comes back to that. */
export async function refreshBelow(view: SentView, client: WebClient, routes: Routes, context: Context): Promise<void> {
  const below = viewBelow(view);
  const answer = below && (await own(routes.refreshes, below.callback_id)?.(request({ view: below }), context));
  if (!below || !answer || !('show' in answer)) return;
  await client.views.update({ view_id: below.id, view: answer.show }).catch((error) => {
    if (!isOvertaken(error)) throw error;
  });
}
