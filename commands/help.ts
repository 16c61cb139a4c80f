import { closest, distance } from 'fastest-levenshtein';
import { type Context, feature, type Handler } from '../src/feature';
import { coordinatedCustomers } from '../src/features/customers/coordinated-customers';
import { en, fr } from '../src/features/help/copy';
import { helpMessage } from '../src/features/help/help.view';
import { customerToAskFor } from '../src/features/requests/ask-for-access';

/** The largest edit distance that counts as a typo. */
const MAX_DISTANCE = 2;

const showHelp: Handler = async ({ channel }, context) => {
  const { db, person, t } = context;
  return { say: helpMessage(await roleOf(context), t, { askable: await customerToAskFor(db, channel, person) }) };
};

/** For an unknown word: shows help, and suggests the nearest command. */
const unknown: Handler = async ({ text, channel }, context) => {
  const { db, person, t, help } = context;
  const word = text.split(/\s+/)[0] ?? '';
  const nearest = closest(word.toLowerCase(), help.words);
  const guess = distance(word.toLowerCase(), nearest) <= MAX_DISTANCE ? nearest : undefined;
  const askable = await customerToAskFor(db, channel, person);
  return { say: helpMessage(await roleOf(context), t, { askable, unknownCommand: { word, nearest: guess } }) };
};

/** The person's roles and customers, for the help text. */
async function roleOf({ db, person, help }: Context) {
  const customers = await coordinatedCustomers(db, person);
  return {
    admin: person.admin,
    sales: person.sales,
    customers: customers.map((customer) => customer.name),
    commands: help.linesFor(person),
  };
}

export const help = feature({
  name: 'help',
  copy: { en, fr },
  commands: { help: { run: showHelp, help: { position: 130, lines: () => ['help.help'] } }, '': { run: showHelp } },
  unknown,
});
