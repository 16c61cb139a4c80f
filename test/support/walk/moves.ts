import { features } from '../../../commands/index';
import type { Person } from '../../../src/playground/person';
import { choose, press } from '../../../src/playground/presses';
import type { Option, View } from '../../../src/playground/state';
import { submit } from '../../../src/playground/submissions';
import { suggest } from '../../../src/playground/suggestions';
import { heldBy, type Values } from '../../../src/playground/view-state';
import { routesOf } from '../../../src/routes';
import { type Draw, EMAILS, FILES, type Mood, valueFor, WORDS } from './hostile-values';
import { inReach, isInput, type Spot, tellsAtOnce } from './screen';

/** A chosen action that is not done yet. */
export interface Move {
  what: string;
  does: () => Promise<unknown>;
}

const routes = routesOf(features);
const COMMANDS = Object.keys(routes.commands);
const ARGUMENTS = ['', '', '', 'EXCEL-1', 'ACME', 'GLOBEX', 'a@example.com EXCEL-1', 'b@example.com GDPR', 'x y z'];
const MOODS: Mood[] = ['earnest', 'hostile'];
const QUERIES = ['', '', '', 'e', 'ACME', '%', 'a\0b', '<!here>', 'x'.repeat(200)];

/** Chooses one of the possible actions on the person's screen. */
export async function aMove(draw: Draw, person: Person): Promise<Move> {
  // Read once, because assembling a screen is slow.
  const { state } = person;
  const modal = state.modals.at(-1);
  const reach = inReach(state);
  if (!modal) {
    const now = reach.filter(tellsAtOnce);
    const kinds = ['command', 'command', 'home', 'shortcut', ...(now.length > 0 ? Array(5).fill('press') : [])];
    return outside(draw, person, draw(kinds), now);
  }
  if (draw([true, ...Array(9).fill(false)])) {
    const all = draw([true, false]);
    return { what: `closes ${all ? 'all' : 'the top'}`, does: () => person.closes({ all }) };
  }
  const now = reach.filter(tellsAtOnce);
  const canSubmit = modal.submit !== null;
  if (now.length > 0 && (!canSubmit || draw([true, false]))) return pressOrChoose(draw, person, draw(now));
  if (canSubmit) return fillAndSubmit(draw, person, modal, reach.filter(isInput));
  return { what: 'closes the top', does: () => person.closes() };
}

function outside(draw: Draw, person: Person, kind: string, now: readonly Spot[]): Move | Promise<Move> {
  if (kind === 'press') return pressOrChoose(draw, person, draw(now));
  if (kind === 'home') return { what: 'opens Home', does: () => person.opensHome() };
  if (kind === 'shortcut') {
    const known = draw(Object.keys(routes.shortcuts));
    return { what: `uses ${known}`, does: () => person.uses(known) };
  }
  const rest = draw([...ARGUMENTS, ...ARGUMENTS, ...WORDS, ...EMAILS]);
  const line = `/seats ${draw([...COMMANDS, ...COMMANDS, ...COMMANDS, ...WORDS])} ${rest}`.slice(0, 4000);
  const channel = draw(person.state.channels).id;
  return { what: `runs ${short(line)} in ${channel}`, does: () => person.runs(line, channel) };
}

async function pressOrChoose(draw: Draw, person: Person, spot: Spot): Promise<Move> {
  const { element, target } = spot;
  const where = `${target.place.where} ${target.actionId}`;
  if (element.type === 'button') {
    return { what: `presses ${where}`, does: () => press(person.slack, person.is, target) };
  }
  const mood = draw(MOODS);
  const value = valueFor(draw, mood, element, await offered(draw, mood, person, spot));
  return {
    what: `chooses ${where} = ${short(JSON.stringify(value))}`,
    does: () => choose(person.slack, person.is, target, value),
  };
}

async function fillAndSubmit(draw: Draw, person: Person, modal: View, inputs: readonly Spot[]): Promise<Move> {
  const mood = draw(MOODS);
  const isKept = draw([0, 0, 0.3, 0.7]);
  const values: Values = {};
  for (const spot of inputs) {
    if (draw([0.2, 0.5, 0.9]) < isKept) continue;
    const { element } = spot;
    const value =
      element.type === 'file_input'
        ? [person.slack.upload(person.is, { name: 'file.csv', content: draw(FILES) })]
        : valueFor(draw, mood, element, await offered(draw, mood, person, spot));
    const held = heldBy(element, value);
    if (held) values[spot.target.blockId] = { [spot.target.actionId]: held };
  }
  return {
    what: `submits ${modal.callback_id} ${short(JSON.stringify(values), 600)}`,
    does: () => submit(person.slack, person.is, modal.id, values),
  };
}

/** The list's options, for a query that mostly finds something. */
async function offered(draw: Draw, mood: Mood, { slack, is }: Person, { element, target }: Spot): Promise<Option[]> {
  if (element.type === 'overflow') return element.options as Option[];
  if (!/select$|buttons$|checkboxes$/.test(element.type) || /^(users|conversations)_/.test(element.type)) return [];
  const answer = await suggest(slack, is, target, mood === 'earnest' ? '' : draw(QUERIES));
  return answer.ok ? answer.options : [];
}

function short(text: string, most = 120): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
