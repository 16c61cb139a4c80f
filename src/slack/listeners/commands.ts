import type { App } from '@slack/bolt';
import type { Message } from '../blocks';
import { type Addressed, type Dispatcher, ownEntry, serve, slackRequest } from './dispatcher';

export function listenToCommands<C extends Addressed>(app: App, dispatcher: Dispatcher<C>): void {
  app.command(/.*/, async ({ command, ack, client }) => {
    const [first = '', ...rest] = (command.text ?? '').trim().split(/\s+/);
    const known = ownEntry(dispatcher.routes.commands, first.toLowerCase());
    const asked = slackRequest({
      text: known ? rest.join(' ') : command.text,
      channel: command.channel_id,
      submission: `command:${command.trigger_id}`,
      answerAddress: command.response_url,
    });
    let reply: Message | undefined;
    await serve(
      dispatcher,
      command,
      async (context) => {
        const answer = await (known ?? dispatcher.routes.unknown)(asked, context);
        if (answer && 'show' in answer) await client.views.open({ trigger_id: command.trigger_id, view: answer.show });
        if (answer && 'say' in answer) reply = answer.say;
      },
      async ({ message }) => {
        reply = message;
      },
      asked.channel,
    );
    await ack(reply && { response_type: 'ephemeral', ...reply });
  });
}
