import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { type Locale, toLocale } from '../core/customer';
import type { Identity } from '../core/identity';
import type { Identified, Profile } from '../core/person';
import type { Appointed, Membership } from '../core/role';
import type { Now } from '../core/time';
import { isUnknownPerson } from './failures';

const SALES_FRESH_FOR_MS = 5 * 60_000;
/** Past its freshness while a new one is asked for. */
const SALES_SERVES_FOR_MS = 2 * SALES_FRESH_FOR_MS;
const ASK_AGAIN_AFTER_MS = 30_000;
/** Slack's own, which calls itself a person. */
const SLACKBOT = 'USLACKBOT';

type SalesSetting = { usergroup: string } | { users: string[] };

interface DirectorySettings {
  sales: SalesSetting;
  admins: readonly string[];
  log: Logger;
  now: () => Now;
}

/** Who is who in the workspace the app is installed in, asked of Slack and kept. */
export class Directory {
  readonly #client: WebClient;
  readonly #sales: SalesSetting;
  readonly #admins: readonly string[];
  readonly #log: Logger;
  readonly #now: () => Now;
  #installation: Promise<Installation> | undefined;
  #salesUsers: Promise<ReadonlySet<string>> | undefined;
  #salesCheckedAt = 0;

  constructor(client: WebClient, { sales, admins, log, now }: DirectorySettings) {
    this.#client = client;
    this.#sales = sales;
    this.#admins = admins;
    this.#log = log;
    this.#now = now;
  }

  /** Our own workspace and bot; asked once, and again after a failure. Throws what Slack answers. */
  installation(): Promise<Installation> {
    this.#installation ??= this.#client.auth.test().then(
      ({ team_id: teamId = '', user_id: botUserId = '', bot_id: botId = '' }) => ({ teamId, botUserId, botId }),
      (error) => {
        this.#installation = undefined;
        throw error;
      },
    );
    return this.#installation;
  }

  /** Only members of our own workspace are appointed: the same user id elsewhere is somebody else. */
  async appointmentOf({ teamId, userId }: Identity) {
    const isOurs = teamId === (await this.installation()).teamId;
    return {
      sales: isOurs && (await this.#salesTeam()).has(userId),
      admin: isOurs && this.#admins.includes(userId),
      isAdminless: this.#admins.length === 0,
    };
  }

  async salesTeam(): Promise<Identity[]> {
    const { teamId } = await this.installation();
    return [...(await this.#salesTeam())].map((userId) => ({ teamId, userId }));
  }

  /** Everybody who has a role by the settings or Slack. Rejects with Slack's error. */
  async appointed(): Promise<Appointed> {
    const { teamId } = await this.installation();
    const admins = this.#admins.map((userId) => ({ teamId, userId }));
    return { admins, sales: await this.salesTeam(), salesFrom: 'users' in this.#sales ? 'settings' : 'user_group' };
  }

  /** Only people with a full account in our own workspace are members. Rejects with Slack's error when it cannot tell. */
  async membershipOf(userId: string): Promise<Membership> {
    const { teamId } = await this.installation();
    if (userId === SLACKBOT) return { kind: 'stranger' };
    const { user } = await this.#client.users.info({ user: userId }).catch((error) => {
      if (isUnknownPerson(error)) return { user: undefined };
      throw error;
    });
    const isMember = user?.team_id === teamId && !user.deleted && !user.is_bot && !user.is_restricted;
    return isMember ? { kind: 'member', identity: { teamId, userId } } : { kind: 'stranger' };
  }

  /** Asks ahead for what every request needs, so that none of them waits for it. Rejects with Slack's error. */
  async prepare(): Promise<void> {
    await this.installation();
    await this.#salesTeam().catch(() => undefined);
  }

  /** The language set in Slack; foreign profiles carry none. Undefined as well when Slack does not answer. */
  async localeOf({ teamId, userId }: Identity): Promise<Locale | undefined> {
    if (teamId !== (await this.installation()).teamId) return undefined;
    const { user } = await this.#client.users.info({ user: userId, include_locale: true });
    return toLocale(user?.locale);
  }

  /** Undefined where Slack tells no address, as of most people of other workspaces. Rejects when it does not answer. */
  async profileOf({ userId }: Identity): Promise<Profile | undefined> {
    const { user } = await this.#client.users.info({ user: userId }).catch((error: unknown) => {
      if (isUnknownPerson(error)) return { user: undefined };
      throw error;
    });
    const { email, first_name: first, last_name: last, real_name: name = '' } = user?.profile ?? {};
    if (!email) return undefined;
    const [firstWord = '', ...rest] = name.split(' ');
    return { email, firstName: first || firstWord || email, lastName: last || rest.join(' ') || '-' };
  }

  /** Where somebody is from whom a list gave by their user id alone. Rejects when Slack does not answer. */
  async identify(userId: string): Promise<Identified> {
    if (userId === SLACKBOT || userId === (await this.installation()).botUserId) return { kind: 'app' };
    const { user } = await this.#client.users.info({ user: userId }).catch((error: unknown) => {
      if (isUnknownPerson(error)) return { user: undefined };
      throw error;
    });
    if (user?.is_bot) return { kind: 'app' };
    if (!user?.team_id || user.deleted) return { kind: 'unknown' };
    return { kind: 'person', person: { teamId: user.team_id, userId } };
  }

  /**
   * Kept for five minutes; for as long again it serves while a new one is asked for. After that Slack is waited for, since
   * somebody may have left the team over the week-end; the old one still serves where it does not answer. Without any it rejects: nobody is
   * told that they are not of the sales team because Slack was away.
   */
  #salesTeam(): Promise<ReadonlySet<string>> {
    if ('users' in this.#sales) return Promise.resolve(new Set(this.#sales.users));
    const known = this.#salesUsers;
    const age = this.#now().toMillis() - this.#salesCheckedAt;
    if (known && age < SALES_FRESH_FOR_MS) return known;
    this.#salesCheckedAt = this.#now().toMillis();
    const asked = this.#askForSales(this.#sales.usergroup);
    this.#salesUsers = asked.catch((error) => {
      this.#log.error({ error }, 'The members of the sales user group could not be read');
      this.#salesUsers = known;
      this.#salesCheckedAt = known ? this.#now().toMillis() - SALES_FRESH_FOR_MS + ASK_AGAIN_AFTER_MS : 0;
      if (known) return known;
      throw error;
    });
    return known && age < SALES_SERVES_FOR_MS ? known : this.#salesUsers;
  }

  async #askForSales(usergroup: string): Promise<ReadonlySet<string>> {
    const { users = [] } = await this.#client.usergroups.users.list({ usergroup });
    return new Set(users);
  }
}

interface Installation {
  teamId: string;
  botUserId: string;
  botId: string;
}
