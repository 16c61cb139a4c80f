import type { WebClient } from '@slack/web-api';
import type { HomeAnswer } from '../answers';
import { mayLandLater } from '../failures';

/** The outbox may publish a newer Home while Slack takes this long, which this one then overwrites. */
const SLOW_MS = 300;

/** Has the Home drawn again when Slack took it late or not at all. Rejects with Slack's error. */
export async function publishHome(client: WebClient, userId: string, { home, redraw }: HomeAnswer): Promise<void> {
  const begun = performance.now();
  try {
    await client.views.publish({ user_id: userId, view: home });
  } catch (error) {
    await redraw?.({ mayLandLater: mayLandLater(error) });
    throw error;
  }
  if (performance.now() - begun > SLOW_MS) await redraw?.({ mayLandLater: false });
}
