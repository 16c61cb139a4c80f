import type { AckFn, App } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import { type Option, option } from '../blocks';
import type { SentView } from '../form';
import type { SentIdentity } from '../identity';
import { type Desk, own, request, serve } from './dispatcher';

/** Slack shows no more in one list. */
const MOST_OPTIONS = 100;

export function listenToOptions(app: App, desk: Desk): void {
  app.options({ type: 'block_suggestion', action_id: /.*/ }, ({ body, ack }) => {
    const view = (body as { view?: SentView }).view;
    const find = own(own(desk.routes.options, view?.callback_id ?? '') ?? {}, body.action_id);
    // Bolt's type knows only the options of the dialogs of old.
    const show = (options: Option[]) =>
      (ack as AckFn<{ options: PlainTextOption[] }>)({
        options: options.slice(0, MOST_OPTIONS).map(option),
      });
    return serve(
      desk,
      body as SentIdentity,
      async (context) => show(find ? await find(request({ text: body.value, view }), context) : []),
      () => show([]),
    );
  });
}
