import { catalogueOf, errorsOf } from '../../support/catalogue';

const wrong: [string, string, string[]][] = [
  ['text that is not YAML', 'courses: [', ['1: ']],
  ['a key twice', 'courses: []\ncourses: []', ['2: ']],
  ['a list in place of keys', '- a', ['1: The file should be a map of keys']],
  ['an unknown section', 'courses: []\nsubjects: []', ['2: subjects is not a known key']],
  ['text in place of a list', 'courses: EXCEL-1', ['1: courses should be a list']],
  ['a course without a name', 'courses:\n  - { shortname: A }', ['2: courses[1].name is missing']],
  ['a blank name', 'courses:\n  - { shortname: A, name: "  " }', ['2: courses[1].name is empty']],
  ['an unknown key', 'products:\n  - code: A\n    name: A\n    colour: red', ['4: products[1].colour is not']],
  ['a code with a space', 'products:\n  - { code: A B, name: A }', ['2: products[1].code may not hold spaces']],
  ['a pack size of 0', 'products:\n  - code: A\n    name: A\n    pack_size: 0', ['4: products[1].pack_size is less']],
  [
    'half a pack',
    'products:\n  - code: A\n    name: A\n    pack_size: 1.5',
    ['4: products[1].pack_size is not a whole'],
  ],
  [
    'a day that does not exist',
    'products:\n  - { code: A, name: A, end_date: 2026-02-30 }',
    ['2: products[1].end_date is not'],
  ],
  [
    'an end before the start',
    'products:\n  - code: A\n    name: A\n    start_date: 2026-03-02\n    end_date: 2026-03-01',
    ['5: products[1].end_date is before start_date'],
  ],
  [
    'two ways to end',
    'products:\n  - code: A\n    name: A\n    end_date: 2026-03-02\n    duration_days: 9',
    ['5: products[1].duration_days and end_date say'],
  ],
  [
    'days outside the limits',
    'products:\n  - code: A\n    name: A\n    start_date: 1999-12-31\n    end_date: 2999-12-31',
    [
      '4: products[1].start_date is not between 2000-01-01 and 2100-01-01',
      '5: products[1].end_date is not between 2000-01-01 and 2100-01-01',
    ],
  ],
  [
    'an unsupported language',
    'customers:\n  - { code: A, name: A, locale: de }',
    ['2: customers[1].locale is not one of'],
  ],
  [
    'an unknown time zone',
    'customers:\n  - { code: A, name: A, timezone: Mars/One }',
    ['2: customers[1].timezone is not'],
  ],
  [
    'a channel’s name in place of its id',
    'customers:\n  - { code: A, name: A, channel: "#acme" }',
    ['2: customers[1].channel is not'],
  ],
  [
    'a coordinator without a team',
    'customers:\n  - code: A\n    name: A\n    coordinators:\n      - { user: U0123456789 }',
    ['5: customers[1].coordinators[1].team is missing'],
  ],
  [
    'a code twice, in any case',
    'products:\n  - { code: A, name: A }\n  - { code: a, name: A }',
    ['3: products[2].code a is already used by products[1]'],
  ],
];

describe('an import file', () => {
  it.each(wrong)('is refused, with its line, for %s', (_, text, expected) => {
    const errors = errorsOf(text);
    expect(errors.map((error, index) => error.slice(0, expected[index]?.length))).toEqual(expected);
  });

  it('reports all its errors at once, in the order of the lines', () => {
    const text = [
      'courses:',
      '  - { shortname: A, name: A }',
      '  - { shortname: a, name: A }',
      'products:',
      '  - { code: P, name: P, pack_size: 0, start_date: 2026-03-02, end_date: 2026-03-01 }',
      'customers:',
      '  - { code: C, name: C, locale: de, timezone: Mars/One }',
    ].join('\n');
    const lines = errorsOf(text).map((error) => Number(error.split(':')[0]));
    expect(lines).toEqual([3, 5, 5, 7, 7]);
  });

  it('may be empty, and may leave out everything', () => {
    const nothing = { courses: [], products: [], customers: [] };
    for (const text of ['', '# nothing', 'courses:\nproducts:\ncustomers:', '{}'])
      expect(catalogueOf(text)).toEqual(nothing);
  });

  it('gets defaults for everything that it leaves out', () => {
    const { products, customers, courses } = catalogueOf(
      'courses: [{ shortname: A, name: A }]\nproducts: [{ code: P, name: P }]\ncustomers: [{ code: C, name: C }]',
    );
    expect(courses).toEqual([{ shortname: 'A', name: 'A', open: true }]);
    expect(products).toMatchObject([{ packSize: 1, courses: [], role: 'student', supervisorRole: 'teacher' }]);
    expect(customers).toMatchObject([{ timezone: 'Europe/Paris', locale: 'en', coordinators: [] }]);
  });

  it('loses repeated patterns, and has its names put on one line', () => {
    const { products } = catalogueOf('products: [{ code: P, name: "Two\\n lines ", courses: [A-%, a-%, B] }]');
    expect(products).toMatchObject([{ name: 'Two lines', courses: ['a-%', 'B'] }]);
  });
});
