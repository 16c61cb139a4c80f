import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { SentIdentity } from '../identity';
import { noticeView } from '../notice';
import type { UserMessage } from '../to-user-message';
import { type Addressed, ask, type Dispatcher, ownEntry, refuseStaleForm, showing, slackRequest } from './dispatcher';
import { isInTime, openWaiting, showLate } from './late-answers';
import { teller } from './tell';

export function listenToShortcuts<C extends Addressed>(app: App, dispatcher: Dispatcher<C>): void {
  app.shortcut(/.*/, async ({ shortcut, body, ack, client }) => {
    const open = (view: ModalView) => client.views.open({ trigger_id: shortcut.trigger_id, view });
    const refuse = ({ message, t }: UserMessage) => open(noticeView(message, t));
    const handler = ownEntry(dispatcher.routes.shortcuts, shortcut.callback_id) ?? refuseStaleForm;
    const asked = ask(dispatcher, body as SentIdentity, (context) => handler(slackRequest({}), context));
    if (!(await isInTime(asked.outcome, dispatcher.patienceMs))) {
      await ack();
      const waiting = await openWaiting(open, asked.t());
      return showLate({ client, waiting, tell: teller(client, body.user.id) }, asked);
    }
    await showing(
      asked,
      async (answer, { t }) => {
        if (answer && 'show' in answer) await open(answer.show);
        if (answer && 'say' in answer) await open(noticeView(answer.say, t));
      },
      refuse,
    );
    await ack();
  });
}
