export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

/** A fictional person. The ids never change, because saved files refer to them. */
export interface CastMember {
  readonly key: string;
  readonly name: string;
  readonly team: Team;
  readonly userId: string;
  /** The conversation between this person and the bot. */
  readonly directId: string;
  /** Slack returns the locale of its own members only. */
  readonly locale?: string;
  /** Slack returns the e-mail address of its own members only. */
  readonly email?: string;
  readonly timezone: string;
  readonly role: string;
  /** The role shown when the workspace has no demonstration data. */
  readonly roleWhenEmpty?: string;
  readonly initials: string;
  readonly color: string;
}

interface CastChannel {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly shared: boolean;
}

export const homeTeam: Team = { id: 'T000000001', name: 'Northwind Training', domain: 'northwind' };
export const foreignTeam: Team = { id: 'T0GLOBEX001', name: 'Globex', domain: 'globex' };

export const people: readonly CastMember[] = [
  {
    key: 'ada',
    name: 'Ada Administrator',
    team: homeTeam,
    userId: 'U0ADA000001',
    directId: 'D0ADA000001',
    email: 'ada@northwind.example',
    locale: 'en-US',
    timezone: 'Europe/London',
    role: 'Administrator',
    initials: 'AA',
    color: '#8a2d3c',
  },
  {
    key: 'sonia',
    name: 'Sonia Sales',
    team: homeTeam,
    userId: 'U0SONIA0001',
    directId: 'D0SONIA0001',
    email: 'sonia@northwind.example',
    locale: 'en-US',
    timezone: 'Europe/London',
    role: 'Sales',
    initials: 'SS',
    color: '#1f4d45',
  },
  {
    key: 'claire',
    name: 'Claire Coordinator',
    team: homeTeam,
    userId: 'U0CLAIRE001',
    directId: 'D0CLAIRE001',
    email: 'claire@northwind.example',
    locale: 'fr-FR',
    timezone: 'Europe/Paris',
    role: 'Coordinator for Acme',
    roleWhenEmpty: 'A member of this workspace',
    initials: 'CC',
    color: '#7a3e9d',
  },
  {
    key: 'gus',
    name: 'Gus Globex',
    team: foreignTeam,
    userId: 'U0GUS000001',
    directId: 'D0GUS000001',
    timezone: 'America/New_York',
    role: "Coordinator for Globex, from another company's workspace",
    roleWhenEmpty: "From another company's workspace",
    initials: 'GG',
    color: '#b4541f',
  },
  {
    key: 'noah',
    name: 'Noah Newcomer',
    team: homeTeam,
    userId: 'U0NOAH00001',
    directId: 'D0NOAH00001',
    email: 'noah@northwind.example',
    locale: 'en-US',
    timezone: 'Europe/London',
    role: 'Nobody yet',
    initials: 'NN',
    color: '#2b5fa8',
  },
];

export const channels: readonly CastChannel[] = [
  { id: 'C0GENERAL01', name: 'general', members: ['ada', 'sonia', 'claire', 'noah'], shared: false },
  { id: 'C0ACME00001', name: 'acme-training', members: ['sonia', 'claire', 'noah'], shared: false },
  { id: 'C0GLOBEX001', name: 'globex-training', members: ['sonia', 'gus'], shared: true },
];

export const bot = {
  name: 'Seats',
  userId: 'U0SEATSBOT1',
  botId: 'B0SEATSBOT1',
  appId: 'A0SEATSAPP1',
  token: 'xoxb-local-workspace',
  signingSecret: 'local-workspace',
  appToken: 'xapp-local-workspace',
  verificationToken: 'local-workspace',
} as const;

export const userGroups = [{ id: 'S0SALES0001', name: 'Sales', handle: 'sales', members: ['sonia'] }] as const;

export function isForeign(person: CastMember): boolean {
  return person.team.id !== homeTeam.id;
}

export function castMember(key: string): CastMember {
  const found = people.find((person) => person.key === key);
  if (!found) throw new Error(`Nobody here is called ${key}: there are ${people.map((one) => one.key).join(', ')}.`);
  return found;
}
