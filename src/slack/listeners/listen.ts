import type { App } from '@slack/bolt';
import { listenToActions } from './actions';
import { listenToChannels } from './channels';
import { listenToCommands } from './commands';
import type { Addressed, Dispatcher } from './dispatcher';
import { listenToHome } from './home';
import { ModalOrder } from './modal-order';
import { listenToOptions } from './options';
import { listenToShortcuts } from './shortcuts';
import { listenToSubmissions } from './submissions';

/**
 * Connects Slack's requests to the routes. All work is local and quick, so it ends before Slack is answered; until
 * then, Slack shows progress. A handler knows neither acknowledgements nor triggers.
 */
export function listen<C extends Addressed>(app: App, dispatcher: Dispatcher<C>): void {
  const order = new ModalOrder();
  listenToCommands(app, dispatcher);
  listenToShortcuts(app, dispatcher);
  listenToActions(app, dispatcher, order);
  listenToSubmissions(app, dispatcher, order);
  listenToOptions(app, dispatcher);
  listenToHome(app, dispatcher);
  listenToChannels(app, dispatcher);
}
