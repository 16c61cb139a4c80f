import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Answer } from '../answers';
import { isConflict, isTooDeep, isTooLate } from '../failures';
import type { SentView } from '../sent-view';
import type { ModalOrder } from './modal-order';

type Shown = Pick<SentView, 'id' | 'hash'>;

/** On top of the modal, or in its place when three are already open. */
export async function showNotice(place: Place, notice: ModalView): Promise<void> {
  if (!place.view) return showIn(place, { show: notice });
  await showIn(place, { push: notice }).catch(() => showIn(place, { show: notice }));
}

export interface Place {
  client: WebClient;
  trigger: string;
  /** The modal that the person is in. */
  view: Shown | undefined;
  order: ModalOrder;
  /** The number of the request. */
  request: number;
}

export async function showIn(place: Place, answer: Answer): Promise<void> {
  if (!answer || 'say' in answer || 'home' in answer) return;
  const { client, trigger, view } = place;
  const shown = 'show' in answer ? answer.show : answer.push;
  if (!view) await client.views.open({ trigger_id: trigger, view: shown });
  else if ('push' in answer) await pushView(place, view, shown);
  else await updateView(place, view, shown);
}

/**
 * Replaces the current modal when three are already open, as when a person reopens a list from a view on top of it, or
 * when the click is too old for another.
 */
async function pushView(place: Place, view: Shown, shown: ModalView): Promise<void> {
  await place.client.views.push({ trigger_id: place.trigger, view: shown }).catch((error) => {
    if (!isTooDeep(error) && !isTooLate(error)) throw error;
    return updateView(place, view, shown);
  });
}

/**
 * An answer to an older request loses against one that was shown. Against other changes of the modal, such as a card
 * that follows, Slack's hash decides first; then this one applies as it is.
 */
async function updateView({ client, order, request }: Place, { id, hash }: Shown, view: ModalView): Promise<void> {
  if (order.isOvertaken(id, request)) return;
  await client.views.update({ view_id: id, hash, view }).catch((error) => {
    if (!isConflict(error)) throw error;
    return order.isOvertaken(id, request) ? undefined : client.views.update({ view_id: id, view });
  });
  order.changed(id, request);
}
