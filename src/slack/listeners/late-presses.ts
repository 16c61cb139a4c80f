import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { formAsSent, keepingValues } from '../form-as-sent';
import type { Routes } from '../routes';
import type { Addressed, Asked, Outcome } from './dispatcher';
import { messageOf, openWaiting, showLate, waitingView } from './late-answers';
import { type Place, showIn } from './modals';
import { publishHome } from './publish-home';
import { refreshBelow } from './refresh-below';
import type { Tell } from './tell';

interface Press {
  place: Place;
  user: string;
  /** The modal with the button; undefined for a message or the Home. */
  modal: ViewOutput | undefined;
  tell: Tell;
  asked: 'opening' | 'change';
}

/** Shows that the answer to a press is on its way, and then the answer. Never rejects. */
export async function showLatePress<C extends Addressed>(
  press: Press,
  asked: Asked<C>,
  routes: Routes<C>,
): Promise<void> {
  const { place, modal, tell } = press;
  const { client, trigger } = place;
  if (modal) return showInPlace(press, modal, asked, routes);
  const waiting = await openWaiting((view) => client.views.open({ trigger_id: trigger, view }), asked.t());
  await showHome(press, asked);
  await showLate({ client, waiting, tell, asked: press.asked }, asked);
}

/** The modal itself waits, so that nothing stays below that the answer replaces. */
async function showInPlace<C extends Addressed>(
  press: Press,
  modal: ViewOutput,
  asked: Asked<C>,
  routes: Routes<C>,
): Promise<void> {
  const { place, tell } = press;
  const { client, order, request } = place;
  const waiting = { view_id: modal.id };
  order.changed(modal.id, request);
  // What fails here is tried again with the answer.
  await client.views.update({ ...waiting, view: waitingView('answer.loading', asked.t()) }).catch(() => undefined);
  await showHome(press, asked);
  const outcome = await asked.outcome;
  await showLate({ client, waiting, tell, asked: press.asked }, asked, endingOf(outcome, modal));
  if (!outcome || !('answer' in outcome) || !outcome.answer) return;
  const { answer, context } = outcome;
  if ('push' in answer) await showIn(place, answer).catch((error) => asked.notShown(error));
  if ('show' in answer) await refreshBelow(modal, client, routes, context);
}

async function showHome<C>({ place, user }: Press, asked: Asked<C>): Promise<void> {
  const outcome = await asked.outcome;
  if (!outcome || !('answer' in outcome) || !outcome.answer || !('home' in outcome.answer)) return;
  await publishHome(place.client, user, outcome.answer).catch((error) => asked.notShown(error));
}

function endingOf<C>(outcome: Outcome<C>, modal: ViewOutput): ModalView {
  const answer = outcome && 'answer' in outcome ? outcome.answer : undefined;
  return answer && 'show' in answer ? keepingValues(answer.show, modal) : formAsSent(modal, messageOf(outcome));
}
