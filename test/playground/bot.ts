import { App, type AppOptions, HTTPReceiver } from '@slack/bolt';
import type { Workspace } from '../../src/playground/workspace';
import { quiet } from './quiet';

/** A small real bot on a local workspace. */
export async function startBot(workspace: Workspace, prepare: (app: App) => void): Promise<App> {
  const { signingSecret } = workspace.credentials;
  const receiver = new HTTPReceiver({ signingSecret, logger: quiet });
  const app = newApp(workspace, { receiver });
  prepare(app);
  workspace.serveBot(receiver.requestListener);
  return app;
}

/** The same bot over Socket Mode. The caller must stop it. */
export async function connectBot(workspace: Workspace, prepare: (app: App) => void): Promise<App> {
  const app = newApp(workspace, { socketMode: true, appToken: workspace.credentials.appToken });
  prepare(app);
  await app.start();
  return app;
}

function newApp({ credentials }: Workspace, options: AppOptions): App {
  const app = new App({
    token: credentials.botToken,
    convoStore: false,
    tokenVerificationEnabled: false,
    logger: quiet,
    clientOptions: { slackApiUrl: credentials.apiUrl, retryConfig: { retries: 0 } },
    ...options,
  });
  app.error(async () => {});
  return app;
}
