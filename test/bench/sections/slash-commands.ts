import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { startApp } from '../../../src/app';
import type { Person } from '../../../src/domain/person';
import { spreadOf } from '../measure';
import { type Line, spreadLine } from '../report';
import { wasSeen } from '../seed/catalogue';
import { channelOf, coordinatorOf, SALES } from '../seed/people';
import { type FakeSlack, startFakeSlack } from '../slack/fake-slack';
import { serve } from '../slack/serve';
import { SIGNING_SECRET, sendCommand } from '../slack/slash-command';
import { customerAt, type Section } from './section';

const MOST_MS = 100;

interface Case {
  who: string;
  text: string;
  opens: string;
  by: (customer: number) => Person;
  /** Whether the coordinators who ask were seen in the last hour. */
  seen: boolean;
}

const CASES: Case[] = [
  { who: '', text: 'generate', opens: 'generate_seats', by: () => SALES, seen: true },
  { who: '', text: 'list', opens: 'list_seats', by: coordinatorOf, seen: true },
  { who: ', by sales', text: 'list', opens: 'list_seats', by: () => SALES, seen: true },
  { who: '', text: 'assign', opens: 'assign_seat', by: coordinatorOf, seen: true },
  { who: ', not seen this hour', text: 'assign', opens: 'assign_seat', by: coordinatorOf, seen: false },
];

/** From the signed request to the call that opens the modal, over real HTTP, with Slack's own time left out. */
export const slashCommands: Section = async ({ big, quick }) => {
  const slack = await startFakeSlack();
  const app = await startApp({
    db: big.db,
    slack: {
      botToken: 'xoxb-bench',
      apiUrl: slack.apiUrl,
      transport: { kind: 'http', signingSecret: SIGNING_SECRET },
    },
    sales: { users: [SALES.userId] },
    locale: 'en',
    log: pino({ level: 'silent' }),
  });
  const web = await serve(app.listener);
  const rounds = quick ? { warmUp: 10, measured: 40 } : { warmUp: 50, measured: 400 };
  const lines: Line[] = [];
  for (const one of CASES) {
    const durations: number[] = [];
    for (let index = -rounds.warmUp; index < rounds.measured; index += 1) {
      const duration = await untilOpened(one, customerFor(one, index, big.customers), web.url, slack);
      if (index >= 0) durations.push(duration);
    }
    lines.push(spreadLine(`/seats ${one.text}${one.who} → views.open`, spreadOf(durations), MOST_MS));
  }
  await app.stop();
  await web.close();
  await slack.close();
  return lines;
};

async function untilOpened({ text, opens, by }: Case, customer: number, url: string, slack: FakeSlack) {
  const trigger = `${performance.now()}.${text}`;
  const opened = slack.openedFor(trigger);
  const start = performance.now();
  await sendCommand(url, { by: by(customer), channel: channelOf(customer), text, trigger });
  const { at, callbackId } = await opened;
  if (callbackId !== opens) throw new Error(`/seats ${text} opened ${callbackId} instead of ${opens}.`);
  return at - start;
}

/** Every customer once before any comes again, so that nobody unseen is seen twice. */
function customerFor({ seen }: Case, index: number, customers: number): number {
  const pair = customerAt(index, customers / 2);
  const odd = pair * 2 - 1;
  return wasSeen(odd) === seen ? odd : odd + 1;
}
