import { z } from 'zod';
import type { CastMember } from './cast';
import { runCommand, runShortcut } from './commands';
import { choose, press } from './presses';
import { arrange, sceneGestures } from './scenes';
import type { Slack } from './slack';
import { close, submit } from './submissions';
import { suggest } from './suggestions';
import type { Place } from './surface';
import { openHome, say } from './talk';

const text = z.string().max(40_000);
const state = z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() })));
const element = {
  where: z.enum(['message', 'modal', 'home']),
  channel: text.optional(),
  ts: text.optional(),
  viewId: text.optional(),
  blockId: text,
  actionId: text,
  state: state.optional(),
};

/** An action that the page requests on behalf of a person. */
export const gesture = z.intersection(
  z.object({ as: z.string() }),
  z.discriminatedUnion('verb', [
    z.object({ verb: z.literal('say'), channel: text, text: text.trim().min(1) }),
    z.object({ verb: z.literal('run'), channel: text, text: text.startsWith('/') }),
    z.object({ verb: z.literal('shortcut'), callbackId: text }),
    z.object({ verb: z.literal('openHome') }),
    z.object({ verb: z.literal('press'), ...element, value: text.optional() }),
    z.object({ verb: z.literal('choose'), ...element, selected: z.unknown() }),
    z.object({ verb: z.literal('options'), ...element, query: text }),
    z.object({ verb: z.literal('submit'), viewId: text, state }),
    z.object({ verb: z.literal('close'), viewId: text, all: z.boolean().optional() }),
    ...sceneGestures,
  ]),
);

type Gesture = z.infer<typeof gesture>;

export function perform(slack: Slack, person: CastMember, asked: Gesture): Promise<object> {
  switch (asked.verb) {
    case 'say':
      return say(slack, person, asked.channel, asked.text);
    case 'run':
      return runCommand(slack, person, asked.channel, asked.text);
    case 'shortcut':
      return runShortcut(slack, person, asked.callbackId);
    case 'openHome':
      return openHome(slack, person);
    case 'press':
      return press(slack, person, { ...asked, place: placeOf(asked) });
    case 'choose':
      return choose(slack, person, { ...asked, place: placeOf(asked) }, asked.selected);
    case 'options':
      return suggest(slack, person, { ...asked, place: placeOf(asked) }, asked.query);
    case 'submit':
      return submit(slack, person, asked.viewId, asked.state);
    case 'close':
      return close(slack, person, asked.viewId, asked.all);
    case 'moveClock':
    case 'resetClock':
    case 'switchFault':
    case 'switchMoodle':
    case 'openCourse':
      return arrange(slack, person, asked);
  }
}

interface Located {
  where: Place['where'];
  channel?: string | undefined;
  ts?: string | undefined;
  viewId?: string | undefined;
}

function placeOf({ where, channel = '', ts = '', viewId }: Located): Place {
  return where === 'message' ? { where, channel, ts } : { where, viewId };
}
