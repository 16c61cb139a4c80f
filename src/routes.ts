import { type CommandHelp, commandHelp } from './core/command-help';
import * as entryPoints from './core/entry-points';
import type { Command, Context, Feature } from './feature';
import type { Routes } from './slack/routes';

type Features = readonly Feature[];

/** The routes of all features. Throws when two features use the same name, or when an entry point has no handler. */
export function routesOf(features: Features): Routes<Context> {
  const actions = merge('action', features, (one) => one.actions);
  for (const action of Object.values(entryPoints)) {
    if (!Object.hasOwn(actions, action)) throw new Error(`No feature handles ${action}, which is an entry point.`);
  }
  return {
    commands: Object.fromEntries(Object.entries(commandsOf(features)).map(([word, { run }]) => [word, run])),
    unknown: theOnly('unknown', features),
    shortcuts: merge('shortcut', features, (one) => one.shortcuts),
    actions,
    inputs: merge('modal with inputs', features, (one) => one.inputs),
    submissions: merge('submission', features, (one) => one.submissions),
    refreshes: merge('refresh', features, (one) => one.refreshes),
    options: merge('modal with options', features, (one) => one.options),
    home: theOnly('home', features),
    remedies: features.flatMap((one) => one.remedies ?? []),
  };
}

/** The help of all commands. Throws when two features use the same command. */
export function helpOf(features: Features): CommandHelp {
  const named = Object.entries(commandsOf(features)).flatMap(([word, { help }]) =>
    help ? [[word, help] as const] : [],
  );
  return commandHelp(Object.fromEntries(named));
}

function commandsOf(features: Features): Record<string, Command> {
  return merge('command', features, (one) => one.commands);
}

function merge<Value>(
  kind: string,
  features: Features,
  part: (one: Feature) => Record<string, Value> | undefined,
): Record<string, Value> {
  const owners = new Map<string, string>();
  const merged: Record<string, Value> = {};
  for (const one of features) {
    for (const [name, value] of Object.entries(part(one) ?? {})) {
      const other = owners.get(name);
      if (other) throw new Error(`The ${kind} ${name} is declared twice, by ${other} and by ${one.name}.`);
      owners.set(name, one.name);
      merged[name] = value;
    }
  }
  return merged;
}

function theOnly<Part extends 'unknown' | 'home'>(part: Part, features: Features): NonNullable<Feature[Part]> {
  const [found, ...others] = features.flatMap((one) => one[part] ?? []);
  if (!found || others.length > 0) throw new Error(`Exactly one feature has to declare: ${part}.`);
  return found;
}
