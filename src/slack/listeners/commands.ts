import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Message } from '../blocks';
import { type Addressed, ask, type Dispatcher, ownEntry, showing, slackRequest } from './dispatcher';
import { isInTime, leftToAck, openWaiting, showLate } from './late-answers';
import { teller } from './tell';

export function listenToCommands<C extends Addressed>(app: App, dispatcher: Dispatcher<C>): void {
  app.command(/.*/, async ({ command, ack, client, respond }) => {
    const arrived = performance.now();
    const tell = teller(client, command.user_id, respond);
    const [first = '', ...rest] = (command.text ?? '').trim().split(/\s+/);
    const known = ownEntry(dispatcher.routes.commands, first.toLowerCase());
    const request = slackRequest({
      text: known ? rest.join(' ') : command.text,
      channel: command.channel_id,
      submission: `command:${command.trigger_id}`,
      answerAddress: command.response_url,
    });
    const handler = known ?? dispatcher.routes.unknown;
    const asked = ask(dispatcher, command, (context) => handler(request, context), request.channel);
    const open = (view: ModalView) => client.views.open({ trigger_id: command.trigger_id, view });
    if (!(await isInTime(asked.outcome, dispatcher.patienceMs))) {
      await ack();
      const waiting = await openWaiting(open, asked.t());
      return showLate({ client, waiting, tell }, asked);
    }
    let reply: Message | undefined;
    const shown = showing(
      asked,
      async (answer) => {
        if (answer && 'show' in answer) await open(answer.show);
        if (answer && 'say' in answer) reply = answer.say;
      },
      async ({ message }) => {
        reply = message;
      },
    );
    if (await isInTime(shown, leftToAck(arrived, dispatcher.patienceMs))) {
      return ack(reply && { response_type: 'ephemeral', ...reply });
    }
    await ack();
    await shown;
    if (reply) await tell(reply).catch(asked.notShown);
  });
}
