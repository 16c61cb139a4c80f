import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Translate } from '../../core/words';
import type { Message } from '../blocks';
import type { SentIdentity } from '../identity';
import { noticeView } from '../notice';
import { type Addressed, ask, type Dispatcher, ownEntry, refuseStaleForm, showing, slackRequest } from './dispatcher';
import { isInTime, leftToAck, openWaiting, showLate } from './late-answers';
import { teller } from './tell';

export function listenToShortcuts<C extends Addressed>(app: App, dispatcher: Dispatcher<C>): void {
  app.shortcut(/.*/, async ({ shortcut, body, ack, client }) => {
    const arrived = performance.now();
    const tell = teller(client, body.user.id);
    const open = (view: ModalView) => client.views.open({ trigger_id: shortcut.trigger_id, view });
    const say = (message: Message, t: Translate) => open(noticeView(message, t)).catch(() => tell(message));
    const handler = ownEntry(dispatcher.routes.shortcuts, shortcut.callback_id) ?? refuseStaleForm;
    const asked = ask(dispatcher, body as SentIdentity, (context) => handler(slackRequest({}), context));
    if (!(await isInTime(asked.outcome, dispatcher.patienceMs))) {
      await ack();
      const waiting = await openWaiting(open, asked.t());
      return showLate({ client, waiting, tell }, asked);
    }
    const shown = showing(
      asked,
      async (answer, { t }) => {
        if (answer && 'show' in answer) await open(answer.show);
        if (answer && 'say' in answer) await say(answer.say, t);
      },
      ({ message, t }, about) => (about?.isNotShown ? tell(message) : say(message, t)),
    );
    await isInTime(shown, leftToAck(arrived, dispatcher.patienceMs));
    await ack();
    await shown;
  });
}
