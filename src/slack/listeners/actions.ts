import type { App, BlockAction, BlockElementAction, ViewOutput } from '@slack/bolt';
import type { Translate } from '../../core/words';
import type { Message } from '../blocks';
import type { SentIdentity } from '../identity';
import { noticeView } from '../notice';
import { OPENING } from '../routes';
import type { SentView } from '../sent-view';
import { type Addressed, ask, type Dispatcher, ownEntry, refuseStaleForm, showing, slackRequest } from './dispatcher';
import { isInTime, leftToAck } from './late-answers';
import { showLatePress } from './late-presses';
import type { ModalOrder } from './modal-order';
import { type Place, showIn, showNotice } from './modals';
import { publishHome } from './publish-home';
import { refreshBelow } from './refresh-below';
import { teller } from './tell';

/** Buttons, and inputs that report each change. */
export function listenToActions<C extends Addressed>(app: App, dispatcher: Dispatcher<C>, order: ModalOrder): void {
  app.action<BlockAction>(
    { type: 'block_actions', action_id: /.*/ },
    async ({ body, action, ack, client, respond }) => {
      const arrived = performance.now();
      const view = body.view as SentView | undefined;
      const changes = ownEntry(dispatcher.routes.inputs, view?.callback_id ?? '');
      const change = changes && ownEntry(changes, action.action_id);
      const handler = change ?? ownEntry(dispatcher.routes.actions, action.action_id) ?? refuseStaleForm;
      const modal = modalOf(body);
      const place: Place = { client, trigger: body.trigger_id, view: modal, order, request: order.arrive() };
      let afterwards: Promise<void> | undefined;
      const request = slackRequest({ value: valueOfAction(action), channel: body.channel?.id, view });
      // The Home and modals cannot show a message.
      const tell = teller(client, body.user.id, body.response_url ? respond : undefined);
      const say = (message: Message, t: Translate) =>
        body.response_url ? tell(message) : showNotice(place, noticeView(message, t)).catch(() => tell(message));
      const asked = ask(dispatcher, body as SentIdentity, (context) => handler(request, context), request.channel);
      const isLate = !(await isInTime(asked.outcome, dispatcher.patienceMs));
      if (isLate && !change) {
        await ack();
        const press = { place, user: body.user.id, modal, tell, asked: kindOf(action.action_id) };
        return showLatePress(press, asked, dispatcher.routes);
      }
      // An input that reports a change keeps its form, which the answer replaces whenever it comes.
      if (isLate) await ack();
      const shown = showing(
        asked,
        async (answer, context) => {
          if (answer && 'say' in answer) await say(answer.say, context.t);
          else if (answer && 'home' in answer) await publishHome(client, body.user.id, answer);
          else await showIn(place, answer);
          if (view && place.view && !change && answer && 'show' in answer) {
            afterwards = refreshBelow(view, client, dispatcher.routes, context);
          }
        },
        ({ message, t }, about) => (about?.isNotShown && !modal ? tell(message) : say(message, t)),
      );
      if (!isLate) {
        await isInTime(shown, leftToAck(arrived, dispatcher.patienceMs));
        await ack();
      }
      await shown;
      await afterwards;
    },
  );
}

function kindOf(action: string): 'opening' | 'change' {
  return action.startsWith(OPENING) ? 'opening' : 'change';
}

function valueOfAction(action: BlockElementAction): string {
  if ('selected_option' in action) return action.selected_option?.value ?? '';
  if ('selected_date' in action) return action.selected_date ?? '';
  return 'value' in action ? (action.value ?? '') : '';
}

function modalOf({ view }: BlockAction): ViewOutput | undefined {
  return view?.type === 'modal' ? view : undefined;
}
