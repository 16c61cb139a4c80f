import type { App } from '@slack/bolt';
import { type Desk, request, serve } from './dispatcher';

export function listenToHome(app: App, desk: Desk): void {
  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    await serve(
      desk,
      { team_id: body.team_id, user_id: event.user },
      async (context) => {
        const answer = await desk.routes.home(request({}), context);
        if (answer && 'home' in answer) await client.views.publish({ user_id: event.user, view: answer.home });
      },
      ({ message }) => client.views.publish({ user_id: event.user, view: { type: 'home', blocks: message.blocks } }),
    );
  });
}
