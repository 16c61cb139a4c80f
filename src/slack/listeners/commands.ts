import type { App } from '@slack/bolt';
import type { Message } from '../blocks';
import { type Desk, own, request, serve } from './dispatcher';

export function listenToCommands(app: App, desk: Desk): void {
  app.command(/.*/, async ({ command, ack, client }) => {
    const [first = '', ...rest] = (command.text ?? '').trim().split(/\s+/);
    const known = own(desk.routes.commands, first.toLowerCase());
    const asked = request({
      text: known ? rest.join(' ') : command.text,
      channel: command.channel_id,
      submission: `command:${command.trigger_id}`,
      answerAddress: command.response_url,
    });
    let reply: Message | undefined;
    await serve(
      desk,
      command,
      async (context) => {
        const answer = await (known ?? desk.routes.unknown)(asked, context);
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
