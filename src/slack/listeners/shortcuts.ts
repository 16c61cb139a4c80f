import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { SentIdentity } from '../identity';
import { noticeView } from '../notice';
import { type Addressed, type Dispatcher, ownEntry, refuseStaleForm, serve, slackRequest } from './dispatcher';

export function listenToShortcuts<C extends Addressed>(app: App, dispatcher: Dispatcher<C>): void {
  app.shortcut(/.*/, async ({ shortcut, body, ack, client }) => {
    const open = (view: ModalView) => client.views.open({ trigger_id: shortcut.trigger_id, view });
    const handler = ownEntry(dispatcher.routes.shortcuts, shortcut.callback_id) ?? refuseStaleForm;
    await serve(
      dispatcher,
      body as SentIdentity,
      async (context) => {
        const answer = await handler(slackRequest({}), context);
        if (answer && 'show' in answer) await open(answer.show);
        if (answer && 'say' in answer) await open(noticeView(answer.say, context.t));
      },
      ({ message, t }) => open(noticeView(message, t)),
    );
    await ack();
  });
}
