import type { Person } from '../../../src/core/person';
import { spreadOf } from '../measure';
import { type Line, spreadLine } from '../report';
import { wasSeen } from '../seed/catalogue';
import { channelOf, coordinatorOf, SALES } from '../seed/people';
import { startFakeSlack } from '../slack/fake-slack';
import { runProduct } from '../slack/run-product';
import { untilOpened } from '../slack/until-opened';
import { customerAt, type Section } from './section';

const MAX_MS = 100;

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
  const product = await runProduct(big.db, slack.apiUrl);
  const rounds = quick ? { warmUp: 10, measured: 40 } : { warmUp: 50, measured: 400 };
  const lines: Line[] = [];
  for (const one of CASES) {
    const durations: number[] = [];
    for (let index = -rounds.warmUp; index < rounds.measured; index += 1) {
      const customer = customerFor(one, index, big.customers);
      const typed = { by: one.by(customer), channel: channelOf(customer), text: one.text, opens: one.opens };
      const duration = await untilOpened(product.url, slack, typed);
      if (index >= 0) durations.push(duration);
    }
    lines.push(spreadLine(`/seats ${one.text}${one.who} → views.open`, spreadOf(durations), MAX_MS));
  }
  await product.stop();
  await slack.close();
  return lines;
};

/** Every customer once before any comes again, so that nobody unseen is seen twice. */
function customerFor({ seen }: Case, index: number, customers: number): number {
  const pair = customerAt(index, customers / 2);
  const odd = pair * 2 - 1;
  return wasSeen(odd) === seen ? odd : odd + 1;
}
