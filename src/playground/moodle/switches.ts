import { type MinimalCapability, minimalCapabilities } from './capabilities';
import type { Settings } from './settings';

const SLOW_MS = 5_000;

/** The switches on the page, most severe first. A capability's switch is on when the capability is missing. */
export const moodleSwitches = ['down', 'maintenance', 'slow', 'no_mail', 'no_token', ...minimalCapabilities] as const;

export type MoodleSwitch = (typeof moodleSwitches)[number];

export function switchesOn(settings: Settings): MoodleSwitch[] {
  return moodleSwitches.filter((name) => isOn(settings, name));
}

/** Down and maintenance exclude each other: the later one applies. */
export function switchMoodle(settings: Settings, name: MoodleSwitch, on: boolean): void {
  if (on === isOn(settings, name)) return;
  switch (name) {
    case 'down':
    case 'maintenance':
      settings.condition = on ? name : 'up';
      break;
    case 'slow':
      settings.latencyMs = on ? SLOW_MS : 0;
      break;
    case 'no_mail':
      settings.canMail = !on;
      break;
    case 'no_token':
      settings.token = on ? 'revoked' : 'valid';
      break;
    default:
      switchCapability(settings, name, on);
  }
}

function isOn({ condition, latencyMs, canMail, token, capabilities }: Settings, name: MoodleSwitch): boolean {
  switch (name) {
    case 'down':
    case 'maintenance':
      return condition === name;
    case 'slow':
      return latencyMs > 0;
    case 'no_mail':
      return !canMail;
    case 'no_token':
      return token === 'revoked';
    default:
      return !capabilities.has(name);
  }
}

function switchCapability({ capabilities }: Settings, name: MinimalCapability, isMissing: boolean): void {
  if (isMissing) capabilities.delete(name);
  else capabilities.add(name);
}
