import { randomUUID } from 'node:crypto';
import type { App } from '@slack/bolt';
import type { Message } from '../blocks';
import { formAsSent } from '../form-as-sent';
import { identityOf, type SentIdentity } from '../identity';
import { noticeView } from '../notice';
import { inputNames, type SentView } from '../sent-view';
import { type Addressed, ask, type Dispatcher, ownEntry, refuseStaleForm, showing, slackRequest } from './dispatcher';
import { isInTime, showLate, waitingView } from './late-answers';
import type { ModalOrder } from './modal-order';
import { redrawChanged } from './redraw-changed';
import { refreshBelow } from './refresh-below';
import { teller } from './tell';

export function listenToSubmissions<C extends Addressed>(app: App, dispatcher: Dispatcher<C>, order: ModalOrder): void {
  app.view({ type: 'view_submission', callback_id: /.*/ }, async ({ body, ack, client }) => {
    const view = body.view as SentView;
    const arrived = order.arrive();
    const handler = ownEntry(dispatcher.routes.submissions, view.callback_id) ?? refuseStaleForm;
    const request = slackRequest({ view, submission: `${view.id}:${view.hash}` });
    const by = body as SentIdentity;
    const asked = ask(dispatcher, by, (context) =>
      handler(request, context).catch((error) => redrawChanged(error, view, identityOf(by), dispatcher, context)),
    );
    if (!(await isInTime(asked.outcome, dispatcher.patienceMs))) {
      const waiting = { external_id: `waiting:${randomUUID()}` };
      const words = { ...waitingView('answer.working', asked.t()), ...waiting };
      order.changed(view.id, arrived);
      await ack({ response_action: 'update', view: words });
      const outcome = await asked.outcome;
      const form = outcome && 'refused' in outcome ? formAsSent(body.view, outcome.refused.message) : undefined;
      const tell = teller(client, body.user.id);
      await showLate({ client, waiting, tell, asked: 'submission' }, asked, form);
      if (outcome && 'answer' in outcome) await refreshBelow(view, client, dispatcher.routes, outcome.context);
      return;
    }
    let afterwards: Promise<void> | undefined;
    await showing(
      asked,
      async (answer, context) => {
        order.changed(view.id, arrived);
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
  return !view.root_view_id || view.root_view_id === view.id;
}
