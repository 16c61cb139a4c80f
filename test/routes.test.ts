import { features } from '../commands/index';
import type { Feature, Handler } from '../src/feature';
import { helpOf, routesOf } from '../src/routes';

type Declared = Omit<Feature, 'name' | 'copy'>;

const nothing: Handler = async () => undefined;
const copy = { en: {}, fr: {} };
const twice = (declared: Declared): Feature[] => [
  ...features,
  { name: 'a', copy, ...declared },
  { name: 'b', copy, ...declared },
];

describe('the routes of the features', () => {
  const doubled: [string, Declared][] = [
    ['command pay', { commands: { pay: { run: nothing } } }],
    ['shortcut pay', { shortcuts: { pay: nothing } }],
    ['action pay', { actions: { pay: nothing } }],
    ['submission pay', { submissions: { pay: nothing } }],
    ['refresh pay', { refreshes: { pay: nothing } }],
    ['modal with inputs pay', { inputs: { pay: {} } }],
    ['modal with options pay', { options: { pay: {} } }],
  ];

  it.each(doubled)('refuse a name that two features use: %s', (name, declared) => {
    expect(() => routesOf(twice(declared))).toThrow(`The ${name} is declared twice, by a and by b.`);
  });

  it.each(['home', 'unknown'] as const)('refuse a second feature that declares %s', (part) => {
    expect(() => routesOf([...features, { name: 'a', copy, [part]: nothing }])).toThrow(
      `Exactly one feature has to declare: ${part}.`,
    );
  });

  it('refuse an entry point that leads nowhere', () => {
    expect(() => routesOf(features.filter(({ name }) => name !== 'requests'))).toThrow(
      'No feature handles ask_for_seats, which is an entry point.',
    );
  });
});

describe('the help for commands', () => {
  const { linesFor, words } = helpOf(features);
  const everyday = ['list', 'assign', 'assign_line'];

  it('has the same order for everyone, and fits their role', () => {
    const seen = ['help.customers', 'help.products_seen', 'help.courses_seen', 'help.import_customers', 'help.export'];
    const kept = ['help.customers', 'help.products', 'help.courses', 'help.import', 'help.export'];
    const [daily, coordinating] = [everyday.map((word) => `help.${word}`), ['help.reminders', 'help.coordinators']];
    expect(linesFor({ admin: false, sales: false })).toEqual([...daily, 'help.ask', ...coordinating, 'help.help']);
    expect(linesFor({ admin: false, sales: true })).toEqual([
      'help.generate',
      ...daily,
      ...coordinating,
      ...seen,
      'help.help',
    ]);
    expect(linesFor({ admin: true, sales: true })).toEqual([
      'help.generate',
      ...daily,
      ...coordinating,
      ...kept,
      'help.roles',
      'help.help',
    ]);
  });

  it('names each command', () => {
    expect([...words].sort()).toEqual(Object.keys(routesOf(features).commands).filter(Boolean).sort());
  });
});
