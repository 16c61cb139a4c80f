import type { Identity } from '../core/identity';
import type { MessageContext, Outcome } from './message';

export const WHILE_NOBODY_SELLS: Outcome = {
  kind: 'later',
  why: 'nobody sells: check SALES_USERS or SALES_USERGROUP',
};

/** Everybody who sells; nobody while Slack does not tell who they are. */
export async function salesToNotify({ salesTeam, log }: MessageContext): Promise<Identity[]> {
  return salesTeam().catch((error: unknown) => {
    log.error({ error }, 'Who sells could not be read');
    return [];
  });
}
