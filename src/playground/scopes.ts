import type { Answer } from './emulator';
import { refused } from './refusal';
import type { Slack } from './slack';

/** The refusal, when the manifest lacks this scope. */
export function missingScope(slack: Slack, needed: string): Answer | undefined {
  const granted = slack.manifest.oauth_config.scopes.bot;
  return granted.includes(needed) ? undefined : refused('missing_scope', { needed, provided: granted.join(',') });
}
