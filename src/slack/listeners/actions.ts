import type { App, BlockAction, BlockElementAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Translate } from '../../core/words';
import type { Answer } from '../answers';
import type { Message } from '../blocks';
import { isConflict, isTooDeep } from '../failures';
import type { SentIdentity } from '../identity';
import { noticeView } from '../notice';
import type { SentView } from '../sent-view';
import {
  type Addressed,
  type Asked,
  ask,
  type Dispatcher,
  ownEntry,
  refuseStaleForm,
  showing,
  slackRequest,
} from './dispatcher';
import { isInTime, openWaiting, showLate, type Waiting } from './late-answers';
import { refreshBelow } from './refresh-below';

/** Buttons, and inputs that report each change. */
export function listenToActions<C extends Addressed>(app: App, dispatcher: Dispatcher<C>): void {
  app.action<BlockAction>(
    { type: 'block_actions', action_id: /.*/ },
    async ({ body, action, ack, client, respond }) => {
      const view = body.view as SentView | undefined;
      const changes = ownEntry(dispatcher.routes.inputs, view?.callback_id ?? '');
      const change = changes && ownEntry(changes, action.action_id);
      const handler = change ?? ownEntry(dispatcher.routes.actions, action.action_id) ?? refuseStaleForm;
      const place: Place = { client, trigger: body.trigger_id, view: inModal(body) ? view : undefined };
      let afterwards: Promise<void> | undefined;
      const request = slackRequest({ value: valueOfAction(action), channel: body.channel?.id, view });
      // The Home and modals cannot show a message.
      const say = async (message: Message, t: Translate) => {
        if (body.response_url) await respond({ response_type: 'ephemeral', replace_original: false, ...message });
        else await showNotice(place, noticeView(message, t));
      };
      const asked = ask(dispatcher, body as SentIdentity, (context) => handler(request, context), request.channel);
      const isLate = !(await isInTime(asked.outcome));
      if (isLate && !change) {
        const waiting = await openWaiting((waits) => openOn(place, waits), asked.t());
        await ack();
        return showLateIn(place, { user: body.user.id, waiting }, asked);
      }
      // An input that reports a change keeps its form, which the answer replaces whenever it comes.
      if (isLate) await ack();
      await showing(
        asked,
        async (answer, context) => {
          if (answer && 'say' in answer) await say(answer.say, context.t);
          else if (answer && 'home' in answer) await client.views.publish({ user_id: body.user.id, view: answer.home });
          else await showIn(place, answer);
          if (place.view && !change && answer && 'show' in answer) {
            afterwards = refreshBelow(place.view, client, dispatcher.routes, context);
          }
        },
        ({ message, t }) => say(message, t),
      );
      if (!isLate) await ack();
      await afterwards;
    },
  );
}

function openOn({ client, trigger, view: below }: Place, view: ModalView) {
  return below ? client.views.push({ trigger_id: trigger, view }) : client.views.open({ trigger_id: trigger, view });
}

/** In the waiting modal; what replaces the modal below it is shown there, too, for when the person returns to it. */
async function showLateIn<C extends Addressed>(
  { client, view: below }: Place,
  { user, waiting }: { user: string; waiting: Waiting | undefined },
  asked: Asked<C>,
): Promise<void> {
  const outcome = await asked.outcome;
  const answer = outcome && 'answer' in outcome ? outcome.answer : undefined;
  if (answer && 'home' in answer) await client.views.publish({ user_id: user, view: answer.home });
  await showLate({ client, user, waiting: waiting ?? (below && { view_id: below.id }) }, asked);
  if (!waiting || !below || !answer || !('show' in answer)) return;
  // Slack accepts an external id once.
  const { external_id: _, ...copy } = answer.show;
  await updateView(client, below, copy).catch((error) => asked.notShown(error));
}

/** On top of the modal, or in its place when three are already open. */
async function showNotice(place: Place, notice: ModalView): Promise<void> {
  await showIn(place, { push: notice }).catch(() => showIn(place, { show: notice }));
}

interface Place {
  client: WebClient;
  trigger: string;
  /** The modal that the person is in. */
  view: SentView | undefined;
}

async function showIn({ client, trigger, view }: Place, answer: Answer): Promise<void> {
  if (!answer || 'say' in answer || 'home' in answer) return;
  const shown = 'show' in answer ? answer.show : answer.push;
  if (!view) await client.views.open({ trigger_id: trigger, view: shown });
  else if ('push' in answer) await pushView(client, trigger, view, shown);
  else await updateView(client, view, shown);
}

/** Replaces the current modal when three are already open, as when a person reopens a list from a view on top of it. */
async function pushView(client: WebClient, trigger: string, view: SentView, shown: ModalView): Promise<void> {
  await client.views.push({ trigger_id: trigger, view: shown }).catch((error) => {
    if (!isTooDeep(error)) throw error;
    return updateView(client, view, shown);
  });
}

/**
 * Tries with the hash, so that an older change loses. On a conflict, two quick changes are both right: this one applies
 * as it is.
 */
async function updateView(client: WebClient, { id, hash }: SentView, view: ModalView): Promise<void> {
  await client.views.update({ view_id: id, hash, view }).catch((error) => {
    if (!isConflict(error)) throw error;
    return client.views.update({ view_id: id, view });
  });
}

function valueOfAction(action: BlockElementAction): string {
  if ('selected_option' in action) return action.selected_option?.value ?? '';
  if ('selected_date' in action) return action.selected_date ?? '';
  return 'value' in action ? (action.value ?? '') : '';
}

function inModal(body: BlockAction): boolean {
  return body.view?.type === 'modal';
}
