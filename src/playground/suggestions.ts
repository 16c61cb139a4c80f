import { checkSuggestions } from './block-kit';
import type { Element } from './blocks';
import type { CastMember } from './cast';
import { interaction } from './payloads';
import type { Slack } from './slack';
import type { Option, OptionGroup } from './state';
import { elementOn, type Place, surfaceAt } from './surface';

type Suggestions = { ok: true; options: Option[]; option_groups?: OptionGroup[] } | { ok: false; error: string };

const SLACKS_SHORTEST = 3;

/** A select's options for a query. External selects ask the bot once the query is long enough. */
export async function suggest(
  slack: Slack,
  person: CastMember,
  target: { place: Place; blockId: string; actionId: string },
  query: string,
): Promise<Suggestions> {
  const surface = surfaceAt(slack, person, target.place);
  const { element } = elementOn(surface, target);
  if (!element.type.endsWith('external_select')) return ownOptions(element, query);
  if (query.length < Number(element.min_query_length ?? SLACKS_SHORTEST)) return { ok: true, options: [] };
  const { state: _, ...details } = surface.details;
  const payload = {
    ...interaction('block_suggestion', person, surface.team),
    ...details,
    block_id: target.blockId,
    action_id: target.actionId,
    value: query,
  };
  const reply = await slack.deliver(person, { kind: 'interactive', payload });
  return reply.ok ? checked(slack, person, reply.body) : reply;
}

function checked(slack: Slack, person: CastMember, body: unknown): Suggestions {
  const wrong = body === undefined ? ['the answer is empty'] : checkSuggestions(body);
  if (wrong.length === 0) return { ok: true, ...listed(body as { options?: Option[]; option_groups?: OptionGroup[] }) };
  const error = `Slack refused the options: ${wrong.join(', ')}`;
  slack.fail(error, person);
  return { ok: false, error };
}

function listed({ options, option_groups }: { options?: Option[]; option_groups?: OptionGroup[] }) {
  return option_groups
    ? { options: option_groups.flatMap((group) => group.options), option_groups }
    : { options: options ?? [] };
}

/** Slack itself searches static lists. */
function ownOptions(element: Element, query: string): Suggestions {
  const { options } = listed(element as { options?: Option[]; option_groups?: OptionGroup[] });
  const search = query.toLowerCase();
  return { ok: true, options: options.filter(({ text }) => text.text.toLowerCase().includes(search)) };
}
