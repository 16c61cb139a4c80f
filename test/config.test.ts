import { readConfig } from '../src/config';

describe('reading the settings', () => {
  it('needs no settings for the local workspace', () => {
    expect(readConfig({})).toEqual({
      slack: undefined,
      databaseUrl: 'sqlite:data/local/seats.sqlite',
      isDefaultDatabase: true,
      port: 3000,
      host: undefined,
      sales: { users: [] },
      admins: [],
      timezone: 'Europe/Paris',
      locale: 'en',
      roles: new Map([
        ['editingteacher', 3],
        ['teacher', 4],
        ['student', 5],
      ]),
      logLevel: 'warn',
    });
  });

  it('prefers Socket Mode when there is an app token', () => {
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };
    expect(readConfig(tokens).slack?.transport).toEqual({ kind: 'http', signingSecret: 'secret' });
    expect(readConfig(tokens).databaseUrl).toBe('sqlite:data/seats.sqlite');
    expect(readConfig(tokens, { isLocal: true })).toEqual(readConfig({}));
    const both = readConfig({ ...tokens, SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://localhost:1/api' });
    expect(both.slack).toEqual({
      botToken: 'xoxb-1',
      apiUrl: 'http://localhost:1/api/',
      transport: { kind: 'socket', appToken: 'xapp-1' },
    });
  });

  it('reads the people of sales from a list or a user group', () => {
    expect(readConfig({ SALES_USERS: 'U1, U2,' }).sales).toEqual({ users: ['U1', 'U2'] });
    expect(readConfig({ SALES_USERGROUP: 'S1', SALES_USERS: 'U1' }).sales).toEqual({ usergroup: 'S1' });
  });

  it('reads an address with a blank at its end', () => {
    expect(readConfig({ DATABASE_URL: 'sqlite:seats.sqlite ' }).databaseUrl).toBe('sqlite:seats.sqlite');
  });

  it('reads where to listen', () => {
    expect(readConfig({ PORT: '8080', HOST: ' 127.0.0.1 ' })).toMatchObject({ port: 8080, host: '127.0.0.1' });
  });

  it('reads the ids of Moodle’s roles', () => {
    const { roles } = readConfig({ MOODLE_ROLES: ' student = 5, Course tutor=12 ' });
    expect([...roles]).toEqual([
      ['student', 5],
      ['Course tutor', 12],
    ]);
  });

  it.each([
    [{ SLACK_SIGNING_SECRET: 'x' }, /^SLACK_BOT_TOKEN is missing: copy it .* or unset every SLACK_ variable/],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /^SLACK_SIGNING_SECRET is missing: copy it .* or set SLACK_APP_TOKEN/],
    [{ SLACK_BOT_TOKEN: 'oops' }, /^SLACK_BOT_TOKEN does not start with xoxb-/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL is neither sqlite:<file> nor postgres/],
    [{ PORT: 'many' }, /^PORT is not a number/],
    [{ PORT: '0x10' }, /^PORT is not a number/],
    [{ PORT: '1e3' }, /^PORT is not a number/],
    [{ PORT: '70000' }, /^PORT is not a port: write one up to 65535, or leave it out for 3000\.$/],
    ...['1', '21', '2049', '4190', '6000', '6667', '10080'].map((port): [NodeJS.ProcessEnv, RegExp] => [
      { PORT: port },
      new RegExp(`^PORT ${port} belongs to another protocol, so browsers and fetch refuse to open it: .* 3000\\.$`),
    ]),
    [{ DEFAULT_TIMEZONE: 'Mars/Base' }, /^DEFAULT_TIMEZONE is not a time zone/],
    [{ DEFAULT_LOCALE: 'de' }, /^DEFAULT_LOCALE is not one of en, fr/],
    ...['student', 'student=', '=5', 'student=five', 'student=5,', 'student=5,student=6', 'a=5,b=5', 'a=0'].map(
      (roles): [NodeJS.ProcessEnv, RegExp] => [
        { MOODLE_ROLES: roles },
        /^MOODLE_ROLES is not a list of roles with their ids in Moodle: write it as editingteacher=3,teacher=4,student=5/,
      ],
    ),
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is not one of trace/],
  ])('names the wrong setting and its remedy: %j', (settings, message) => {
    expect(() => readConfig(settings)).toThrow(message);
  });
});
