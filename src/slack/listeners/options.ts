import type { AckFn, App } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import { type Option, option } from '../blocks';
import type { SentIdentity } from '../identity';
import type { SentView } from '../sent-view';
import { type Addressed, type Dispatcher, ownEntry, serve, slackRequest } from './dispatcher';
import { isInTime } from './late-answers';

/** Slack's limit for one list. */
const MAX_OPTIONS = 100;

export function listenToOptions<C extends Addressed>(app: App, dispatcher: Dispatcher<C>): void {
  app.options({ type: 'block_suggestion', action_id: /.*/ }, ({ body, ack }) => {
    const view = (body as { view?: SentView }).view;
    const find = ownEntry(ownEntry(dispatcher.routes.options, view?.callback_id ?? '') ?? {}, body.action_id);
    // Bolt's type covers only the options of legacy dialogs.
    const show = (options: Option[]) =>
      (ack as AckFn<{ options: PlainTextOption[] }>)({
        options: options.slice(0, MAX_OPTIONS).map(option),
      });
    return serve(
      dispatcher,
      body as SentIdentity,
      async (context) => {
        const found = find ? find(slackRequest({ text: body.value, view }), context) : Promise.resolve([]);
        // A list that comes too late is an error to Slack; the next letter asks again.
        await show((await isInTime(found)) ? await found : []);
      },
      () => show([]),
    );
  });
}
