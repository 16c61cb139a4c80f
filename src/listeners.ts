import type { AckFn, App, BlockAction, BlockElementAction } from '@slack/bolt';
import type { ModalView, PlainTextOption } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Context, Handler, Routes } from './context';
import { UserError } from './domain/errors';
import type { Identity } from './domain/person';
import type { Answer, Request } from './slack/answers';
import { type Message, type Option, option } from './slack/blocks';
import type { Explanation } from './slack/explain';
import { isOvertaken } from './slack/failures';
import { inputNames, type SentView, viewBelow } from './slack/form';
import { identityOf, type SentIdentity } from './slack/identity';
import { noticeView } from './slack/views/notice';

export interface Desk {
  routes: Routes;
  contextFor: (identity: Identity) => Promise<Context>;
  /** Puts what was thrown into words for that person, and into the log. */
  explain: (error: unknown, by: Identity, context: Context | undefined) => Explanation;
}

/** Slack shows no more in one list. */
const MOST_OPTIONS = 100;

type Work = (context: Context) => Promise<unknown>;
type Refuse = (explanation: Explanation) => Promise<unknown>;

/**
 * Connects what Slack sends to the routes. All work is local and quick, so it is done before Slack is answered: who presses
 * sees that something happens until it has. A handler knows neither acknowledgements nor triggers, and whatever it throws
 * is explained here, to that person only.
 */
export function listen(app: App, desk: Desk): void {
  listenToCommands(app, desk);
  listenToShortcuts(app, desk);
  listenToActions(app, desk);
  listenToSubmissions(app, desk);
  listenToOptions(app, desk);
  listenToHome(app, desk);
}

async function serve(desk: Desk, body: SentIdentity, work: Work, refuse: Refuse): Promise<void> {
  const by = identityOf(body);
  let context: Context | undefined;
  try {
    context = await desk.contextFor(by);
    await work(context);
  } catch (error) {
    if (isOvertaken(error)) return;
    await refuse(desk.explain(error, by, context));
  }
}

function listenToCommands(app: App, desk: Desk): void {
  app.command(/.*/, async ({ command, ack, client }) => {
    const [first = '', ...rest] = (command.text ?? '').trim().split(/\s+/);
    const known = own(desk.routes.commands, first.toLowerCase());
    const asked = request({
      text: known ? rest.join(' ') : command.text,
      channel: command.channel_id,
      submission: `command:${command.trigger_id}`,
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
    );
    await ack(reply && { response_type: 'ephemeral', ...reply });
  });
}

function listenToShortcuts(app: App, desk: Desk): void {
  app.shortcut(/.*/, async ({ shortcut, body, ack, client }) => {
    const open = (view: ModalView) => client.views.open({ trigger_id: shortcut.trigger_id, view });
    const handler = own(desk.routes.shortcuts, shortcut.callback_id) ?? stale;
    await serve(
      desk,
      body as SentIdentity,
      async (context) => {
        const answer = await handler(request({}), context);
        if (answer && 'show' in answer) await open(answer.show);
        if (answer && 'say' in answer) await open(noticeView(answer.say, context.t));
      },
      ({ message, t }) => open(noticeView(message, t)),
    );
    await ack();
  });
}

function listenToActions(app: App, desk: Desk): void {
  app.action<BlockAction>(
    { type: 'block_actions', action_id: /.*/ },
    async ({ body, action, ack, client, respond }) => {
      const view = body.view as SentView | undefined;
      const changes = own(desk.routes.changes, view?.callback_id ?? '');
      const handler =
        (changes && own(changes, action.action_id)) ?? own(desk.routes.actions, action.action_id) ?? stale;
      const place: Place = { client, trigger: body.trigger_id, view: inModal(body) ? view : undefined };
      const asked = request({ value: valueOfAction(action), channel: body.channel?.id, view });
      await serve(
        desk,
        body as SentIdentity,
        async (context) => {
          const answer = await handler(asked, context);
          if (answer && 'say' in answer)
            await respond({ response_type: 'ephemeral', replace_original: false, ...answer.say });
          else await showIn(place, answer);
        },
        async ({ message, t }) => {
          if (body.response_url) await respond({ response_type: 'ephemeral', replace_original: false, ...message });
          else await showIn(place, { push: noticeView(message, t) });
        },
      );
      await ack();
    },
  );
}

function listenToSubmissions(app: App, desk: Desk): void {
  app.view({ type: 'view_submission', callback_id: /.*/ }, async ({ body, ack, client }) => {
    const view = body.view as SentView;
    const handler = own(desk.routes.submissions, view.callback_id) ?? stale;
    let afterwards: Promise<void> | undefined;
    await serve(
      desk,
      body as SentIdentity,
      async (context) => {
        const answer = await handler(request({ view, submission: `${view.id}:${view.hash}` }), context);
        await ack(answer && 'show' in answer ? { response_action: 'update', view: answer.show } : undefined);
        afterwards = refreshBelow(view, client, desk.routes, context);
      },
      async ({ message, fields, t }) => {
        const inputs = inputNames(view);
        if (fields && Object.keys(fields).every((field) => inputs.includes(field))) {
          await ack({ response_action: 'errors', errors: fields });
        } else {
          await ack({ response_action: isRoot(view) ? 'push' : 'update', view: noticeView(message, t) });
        }
      },
    );
    await afterwards;
  });
}

function listenToOptions(app: App, desk: Desk): void {
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

function listenToHome(app: App, desk: Desk): void {
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

interface Place {
  client: WebClient;
  trigger: string;
  /** The modal that the person is in. */
  view: SentView | undefined;
}

async function showIn({ client, trigger, view }: Place, answer: Answer): Promise<void> {
  if (!answer || 'say' in answer || 'home' in answer) return;
  const shown = 'show' in answer ? answer.show : answer.push;
  if (!view) await client.views.open({ trigger_id: trigger, view: shown });
  else if ('push' in answer) await client.views.push({ trigger_id: trigger, view: shown });
  else await client.views.update({ view_id: view.id, hash: view.hash, view: shown });
}

/** What a submission changed shows in the modal under it too, for when the person comes back to that. */
async function refreshBelow(view: SentView, client: WebClient, routes: Routes, context: Context): Promise<void> {
  const below = viewBelow(view);
  const answer = below && (await own(routes.refreshes, below.callback_id)?.(request({ view: below }), context));
  if (below && answer && 'show' in answer) await client.views.update({ view_id: below.id, view: answer.show });
}

const stale: Handler = async () => {
  throw new UserError({ code: 'form.stale' });
};

function request(asked: Partial<Request>): Request {
  return { text: '', channel: undefined, value: '', view: undefined, submission: undefined, ...asked };
}

/** What the table itself holds under a name that came from outside. */
function own<T>(table: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function valueOfAction(action: BlockElementAction): string {
  if ('selected_option' in action) return action.selected_option?.value ?? '';
  if ('selected_date' in action) return action.selected_date ?? '';
  return 'value' in action ? (action.value ?? '') : '';
}

function inModal(body: BlockAction): boolean {
  return body.view?.type === 'modal';
}

function isRoot(view: SentView): boolean {
  return view.root_view_id === undefined || view.root_view_id === view.id;
}
