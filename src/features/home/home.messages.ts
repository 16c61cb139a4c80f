import { WebAPIPlatformError } from '@slack/web-api';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { parsePersonKey } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { homeView } from './home.view';
import { HOME_REFRESH } from './home-kinds';
import { findHomePages, forgetHome, saveWaitingShown } from './homes.sql';
import { openHome } from './open-home';

/** Refreshes a person's Home. The subject is the person's key. */
export const homeRefresh = defineMessage({ kind: HOME_REFRESH, method: 'views.publish', deliver: refreshHome });

/** Publishes the current Home. Forgets it when Slack has no Home for the person. */
async function refreshHome(
  { subject }: ClaimedMessage,
  { db, client, now, personOf, localeOf, defaults, roles, help, translator }: MessageContext,
): Promise<Outcome> {
  const identity = parsePersonKey(subject);
  const pages = await findHomePages(db, identity);
  if (!pages) return { kind: 'nothing' };
  const person = await personOf(identity);
  // Also stores the person's current role, which decides on the changes that concern this Home.
  const home = await openHome(db, pages, person, { now: now(), timezone: defaults.timezone, roles });
  const role = {
    admin: person.admin,
    sales: person.sales,
    customers: home.customers.map(({ customer }) => customer.name),
    commands: help.linesFor(person),
  };
  const view = homeView(home, role, translator(await localeOf(identity)));
  try {
    await client.views.publish({ user_id: identity.userId, view });
    await saveWaitingShown(db, identity, (home.health?.waiting ?? 0) > 0);
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError) || !NO_HOME.includes(error.data.error)) throw error;
    await forgetHome(db, identity);
  }
  return { kind: 'nothing' };
}

const NO_HOME = ['not_enabled', 'user_not_found', 'user_not_visible', 'access_denied', 'team_access_not_granted'];
