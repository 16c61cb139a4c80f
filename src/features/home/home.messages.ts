import { WebAPIPlatformError } from '@slack/web-api';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { parsePersonKey } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { homeView } from './home.view';
import { HOME_REFRESH } from './home-kinds';
import { findHomePages, forgetHome } from './homes.sql';
import { openHome } from './open-home';

/** A person's Home; the subject is the person's key. */
export const homeRefresh = defineMessage({ kind: HOME_REFRESH, deliver: refreshHome });

/** Shows somebody's Home as things are now. Whoever Slack has none for is not kept up to date any more. */
async function refreshHome(
  { subject }: ClaimedMessage,
  { db, client, now, personOf, localeOf, defaults, roles, help, translator }: MessageContext,
): Promise<Outcome> {
  const identity = parsePersonKey(subject);
  const pages = await findHomePages(db, identity);
  if (!pages) return { kind: 'nothing' };
  const person = await personOf(identity);
  // Roles come and go, and with them what happens that concerns the person.
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
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError) || !NO_HOME.includes(error.data.error)) throw error;
    await forgetHome(db, identity);
  }
  return { kind: 'nothing' };
}

const NO_HOME = ['not_enabled', 'user_not_found', 'user_not_visible', 'access_denied', 'team_access_not_granted'];
