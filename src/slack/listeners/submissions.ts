import type { App } from '@slack/bolt';
import type { Message } from '../blocks';
import { identityOf, type SentIdentity } from '../identity';
import { noticeView } from '../notice';
import { inputNames, type SentView } from '../sent-view';
import { type Addressed, type Dispatcher, ownEntry, refuseStaleForm, serve, slackRequest } from './dispatcher';
import { redrawChanged } from './redraw-changed';
import { refreshBelow } from './refresh-below';

export function listenToSubmissions<C extends Addressed>(app: App, dispatcher: Dispatcher<C>): void {
  app.view({ type: 'view_submission', callback_id: /.*/ }, async ({ body, ack, client }) => {
    const view = body.view as SentView;
    const handler = ownEntry(dispatcher.routes.submissions, view.callback_id) ?? refuseStaleForm;
    let afterwards: Promise<void> | undefined;
    await serve(
      dispatcher,
      body as SentIdentity,
      async (context) => {
        const asked = slackRequest({ view, submission: `${view.id}:${view.hash}` });
        const answer = await handler(asked, context).catch((error) =>
          redrawChanged(error, view, identityOf(body as SentIdentity), dispatcher, context),
        );
        await ack(answer && 'show' in answer ? { response_action: 'update', view: answer.show } : undefined);
        afterwards = refreshBelow(view, client, dispatcher.routes, context);
      },
      async ({ message, fields, t }) => {
        const inputs = inputNames(view);
        if (fields && Object.keys(fields).every((field) => inputs.includes(field))) {
          await ack({ response_action: 'errors', errors: fields });
        } else if (isRoot(view) || inputs[0] === undefined) {
          await ack({ response_action: isRoot(view) ? 'push' : 'update', view: noticeView(message, t) });
        } else {
          // No room for another modal: the text stands beside an input, so that the values entered stay.
          await ack({ response_action: 'errors', errors: { [inputs[0]]: sentenceOf(message) } });
        }
      },
    );
    await afterwards;
  });
}

function sentenceOf({ blocks }: Message): string {
  const [block] = blocks;
  return block?.type === 'section' ? (block.text?.text ?? '') : '';
}

function isRoot(view: SentView): boolean {
  return view.root_view_id === undefined || view.root_view_id === view.id;
}
