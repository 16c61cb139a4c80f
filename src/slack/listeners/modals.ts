import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Answer } from '../answers';
import { isConflict, isTooDeep, isTooLate } from '../failures';
import type { SentView } from '../sent-view';

type Shown = Pick<SentView, 'id' | 'hash'>;

/** On top of the modal, or in its place when three are already open. */
export async function showNotice(place: Place, notice: ModalView): Promise<void> {
  await showIn(place, { push: notice }).catch(() => showIn(place, { show: notice }));
}

export interface Place {
  client: WebClient;
  trigger: string;
  /** The modal that the person is in. */
  view: Shown | undefined;
}

export async function showIn({ client, trigger, view }: Place, answer: Answer): Promise<void> {
  if (!answer || 'say' in answer || 'home' in answer) return;
  const shown = 'show' in answer ? answer.show : answer.push;
  if (!view) await client.views.open({ trigger_id: trigger, view: shown });
  else if ('push' in answer) await pushView(client, trigger, view, shown);
  else await updateView(client, view, shown);
}

/**
 * Replaces the current modal when three are already open, as when a person reopens a list from a view on top of it, or
 * when the click is too old for another.
 */
export async function pushView(client: WebClient, trigger: string, view: Shown, shown: ModalView): Promise<void> {
  await client.views.push({ trigger_id: trigger, view: shown }).catch((error) => {
    if (!isTooDeep(error) && !isTooLate(error)) throw error;
    return updateView(client, view, shown);
  });
}

/**
 * Tries with the hash, so that an older change loses. On a conflict, two quick changes are both right: this one applies
 * as it is.
 */
async function updateView(client: WebClient, { id, hash }: Shown, view: ModalView): Promise<void> {
  await client.views.update({ view_id: id, hash, view }).catch((error) => {
    if (!isConflict(error)) throw error;
    return client.views.update({ view_id: id, view });
  });
}
