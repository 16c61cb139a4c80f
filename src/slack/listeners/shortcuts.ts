import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { SentIdentity } from '../identity';
import { noticeView } from '../notice';
import { type Desk, own, request, serve, stale } from './dispatcher';

export function listenToShortcuts(app: App, desk: Desk): void {
  app.shortcut(/.*/, async ({ shortcut, body, ack, client }) => {
    const open = (view: ModalView) => client.views.open({ trigger_id: shortcut.trigger_id, view });
    const handler = own(desk.routes.shortcuts, shortcut.callback_id) ?? stale;
    await serve(
      desk,
      body as SentIdentity,
      async (context) => {
        const answer = await handler(request({}), context);
        if (answer && 'show' in answer) await open(answer.show);
        if (answer && 'say' in answer) await open(noticeView(answer.say, context.t));
      },
      ({ message, t }) => open(noticeView(message, t)),
    );
    await ack();
  });
}
