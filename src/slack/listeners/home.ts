import type { App } from '@slack/bolt';
import { type Addressed, type Dispatcher, serve, slackRequest } from './dispatcher';
import { publishHome } from './publish-home';

export function listenToHome<C extends Addressed>(app: App, dispatcher: Dispatcher<C>): void {
  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    await serve(
      dispatcher,
      { team_id: body.team_id, user_id: event.user },
      async (context) => {
        const answer = await dispatcher.routes.home(slackRequest({}), context);
        if (answer && 'home' in answer) await publishHome(client, event.user, answer);
      },
      ({ message }) => client.views.publish({ user_id: event.user, view: { type: 'home', blocks: message.blocks } }),
    );
  });
}
