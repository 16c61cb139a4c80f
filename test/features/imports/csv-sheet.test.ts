import { readSheet } from '../../../src/features/imports/files/csv-sheet';
import type { Sheet, SheetProblem, Unreadable } from '../../../src/features/imports/sheet';

const DEFAULTS = { timezone: 'Europe/Paris', locale: 'fr' } as const;
const BOM = '\uFEFF';

const read = (file: string | Uint8Array) => readSheet(typeof file === 'string' ? Buffer.from(file) : file, DEFAULTS);
const coursesOf = (sheet: Sheet | Unreadable) => {
  if (sheet.kind !== 'courses') throw new Error(JSON.stringify(sheet));
  return sheet.rows.map(({ row, item }) => `${row} ${item.shortname} ${item.name} ${item.open ? 'open' : 'hidden'}`);
};

const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(`${BOM}${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
/** As Excel writes it in Western Europe: 0x80 is the euro, 0x9C the œ, 0x92 the apostrophe. */
const windows1252 = Buffer.from('shortname;name;open\r\nEXCEL-1;L\x92\xe9t\xe9 du c\x9cur \x80;oui\r\n', 'latin1');

const macintosh = Buffer.from('shortname;name\rSECU-1;S\x8Ecurit\x8E\rGESTION;G\x8Erer l\xD5\x8Et\x8E\r', 'latin1');
const msDos = Buffer.from('shortname;name\r\nSECU-1;S\x82curit\x82\r\n', 'latin1');

const good: [string, string | Uint8Array, string[]][] = [
  ['commas', 'shortname,name,open\nA,First,yes\nB,Second,no\n', ['2 A First open', '3 B Second hidden']],
  [
    'semicolons and Windows line ends',
    'shortname;name;open\r\nA;First;oui\r\nB;Second;non\r\n',
    ['2 A First open', '3 B Second hidden'],
  ],
  [
    'tabs and line ends of an old Mac',
    'shortname\tname\topen\rA\tFirst\t1\rB\tSecond\t0',
    ['2 A First open', '3 B Second hidden'],
  ],
  [
    'UTF-8 with a mark, as Excel saves “CSV UTF-8”',
    `${BOM}shortname;name\r\nÉTÉ;Cœur d’été\r\n`,
    ['2 ÉTÉ Cœur d’été open'],
  ],
  ['UTF-8 without one', 'shortname;name\nÉTÉ;Cœur d’été', ['2 ÉTÉ Cœur d’été open']],
  ['UTF-16, as Excel saves “Unicode text”', utf16('shortname\tname\r\nÉTÉ\tCœur\r\n'), ['2 ÉTÉ Cœur open']],
  ['UTF-16, the other way round', utf16('shortname\tname\r\nÉTÉ\tCœur\r\n', true), ['2 ÉTÉ Cœur open']],
  ['Windows-1252, as Excel saves “CSV”', windows1252, ['2 EXCEL-1 L’été du cœur € open']],
  [
    'Mac Roman and line ends of an old Mac, as Excel for Mac saves “CSV”',
    macintosh,
    ['2 SECU-1 Sécurité open', '3 GESTION Gérer l’été open'],
  ],
  ['code page 850, as Excel saves “CSV (MS-DOS)”', msDos, ['2 SECU-1 Sécurité open']],
  ['two marks', `${BOM}${BOM}shortname,name\nA,First`, ['2 A First open']],
  ['UTF-16 without its mark', Buffer.from('shortname;name\nA;Été', 'utf16le'), ['2 A Été open']],
  [
    'blanks beside quoted cells',
    'shortname, "name" , open\n A , "First, of all" , yes\n\t"B",\u00A0"Second",no\nC, 12" screens,yes',
    ['2 A First, of all open', '3 B Second hidden', '4 C 12" screens open'],
  ],
  ['a quote that begins a cell and does not end it', 'shortname,name\nA,"Excel" basics', ['2 A "Excel" basics open']],
  ['a note of another separator than it has', 'sep=;\r\nshortname,name\r\nA,First\r\n', ['2 A First open']],
  [
    'columns in another order and case',
    'OPEN, Name ,ShortName\nTRUE,First,A\nFALSE,Second,B',
    ['2 A First open', '3 B Second hidden'],
  ],
  [
    'separators and quotes in a cell',
    'shortname,name\nA,"First; ""best"", of all"',
    ['2 A First; "best", of all open'],
  ],
  [
    'a name over two lines',
    'shortname,name\nA,"First\r\nof all"\nB,Second',
    ['2 A First of all open', '3 B Second open'],
  ],
  ['a literal quote', 'shortname,name\nA,12" screens', ['2 A 12" screens open']],
  [
    'blank rows and rows of separators',
    '\nshortname;name\n\nA;First\n;\n   ;  \nB;Second\n\n',
    ['4 A First open', '7 B Second open'],
  ],
  ['empty columns at the end', 'shortname;name;;\nA;First;;\n', ['2 A First open']],
  [
    'a separator line written by Excel',
    'sep=|\r\nshortname|name\r\nA|First, and last\r\n',
    ['2 A First, and last open'],
  ],
  ['spaces around the cells', 'shortname;name;open\n A ;\u00A0First\u00A0; Yes ', ['2 A First open']],
  ['escaped formulas', "shortname,name\n'=A,'+1\n'@B,'quoted'", ['2 =A +1 open', "3 @B 'quoted' open"]],
  [
    'words of a French Excel',
    'shortname;name;open\nA;First;VRAI\nB;Second;FAUX',
    ['2 A First open', '3 B Second hidden'],
  ],
];

const wrong: [string, string | Uint8Array, SheetProblem[]][] = [
  ['nothing', '', [{ code: 'file.empty' }]],
  ['a header alone', 'shortname,name\n\n', [{ code: 'file.empty' }]],
  ['a workbook', Buffer.from('PK\x03\x04…', 'latin1'), [{ code: 'file.workbook' }]],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), [{ code: 'file.not_text' }]],
  [
    'letters that may be read in two ways',
    Buffer.from('shortname,name\nA,Excel\x99', 'latin1'),
    [{ code: 'file.encoding' }],
  ],
  ['spoilt letters', 'shortname,name\nA,SÃ©curitÃ©', [{ code: 'file.garbled' }]],
  ['a web page', '<html><table><tr><td>shortname</td></tr></table>', [{ code: 'file.web_page' }]],
  ['a title above the header', 'Our courses;;\n\nshortname;name;open\nA;First;yes', [{ code: 'header.below', row: 3 }]],
  [
    'bars between the cells',
    'shortname|name|open\nA|First|yes',
    [{ code: 'header.separator', row: 1, details: { separator: '|' } }],
  ],
  [
    'rows separated unlike the header',
    'shortname,name,open\nA;First;yes\nB,Second,no\nC\tThird\tno',
    [
      { code: 'row.separator', row: 2, details: { separator: ';' } },
      { code: 'row.separator', row: 4, details: { separator: '\t' } },
    ],
  ],
  ['people', 'First name;Last name;E-mail\nJane;Doe;jane.doe@example.com', [{ code: 'file.people' }]],
  ['people in French', 'Nom,Prénom\nDoe,Jane', [{ code: 'file.people' }]],
  ['people without a header', 'Jane,Doe,jane.doe@example.com', [{ code: 'file.people' }]],
  ['people of a customer', 'customer,email\nACME,jane.doe@example.com', [{ code: 'file.people' }]],
  ['a quote that never ends', 'shortname,name\nA,First\nB,"Second\nC,Third', [{ code: 'file.quote', row: 3 }]],
  ['no header', 'A,First\nB,Second', [{ code: 'header.unknown' }]],
  ['a header of two kinds', 'shortname,code,name\nA,A,First', [{ code: 'header.unknown' }]],
  [
    'wrong columns, all at once',
    'shortname;nme;open;open\nA;First;yes;yes',
    [
      { code: 'column.missing', row: 1, column: 'name' },
      { code: 'column.unknown', row: 1, column: 'nme', details: { columns: 'shortname, name, open' } },
      { code: 'column.repeated', row: 1, column: 'open' },
    ],
  ],
  [
    'wrong cells, all at once',
    `shortname,name,open\n,First,maybe\nA\\B,,yes\nC,${'x'.repeat(4001)}\nD,Fourth,no,more`,
    [
      { code: 'cell.empty', row: 2, column: 'shortname' },
      { code: 'cell.open', row: 2, column: 'open', details: { value: 'maybe' } },
      { code: 'cell.backslash', row: 3, column: 'shortname', details: { value: 'A\\B' } },
      { code: 'cell.empty', row: 3, column: 'name' },
      { code: 'cell.too_long', row: 4, column: 'name', details: { most: 4000 } },
      { code: 'cell.extra', row: 5 },
    ],
  ],
  [
    'the same short name twice',
    'shortname,name\nexcel-1,First\nB,Second\n EXCEL-1 ,Third',
    [{ code: 'row.repeated', row: 4, column: 'shortname', details: { value: 'EXCEL-1', first: 2 } }],
  ],
  [
    'customers amiss',
    'code;name;channel;timezone;locale\nA B;First;#general;Paris;de',
    [
      { code: 'cell.code', row: 2, column: 'code', details: { value: 'A B' } },
      { code: 'cell.slack_id', row: 2, column: 'channel', details: { letters: 'C, G', value: '#general' } },
      { code: 'cell.timezone', row: 2, column: 'timezone', details: { value: 'Paris' } },
      { code: 'cell.locale', row: 2, column: 'locale', details: { locales: 'en, fr', value: 'de' } },
    ],
  ],
  [
    'wrong coordinators',
    'customer,team,user\nACME,T1,W1\nacme,T1,W1\nACME,,claire',
    [
      { code: 'row.repeated', row: 3, column: 'customer', details: { value: 'acme, T1, W1', first: 2 } },
      { code: 'cell.empty', row: 4, column: 'team' },
      { code: 'cell.slack_id', row: 4, column: 'user', details: { letters: 'U, W', value: 'claire' } },
    ],
  ],
];

describe('a CSV file', () => {
  it.each(good)('is read with %s', (_what, file, courses) => {
    const sheet = read(file);
    expect(sheet.problems).toEqual([]);
    expect(coursesOf(sheet)).toEqual(courses);
  });

  it.each(wrong)('reports the problems of %s', (_what, file, problems) => {
    expect(read(file).problems).toEqual(problems);
  });

  it('contains customers, and leaves missing columns unchanged', () => {
    const whole = read('code,name,channel,timezone,locale\nACME,Acme,C0ACME00001,Europe/Rome,EN\nGLOBEX,Globex,,,');
    expect(whole).toMatchObject({
      kind: 'customers',
      problems: [],
      rows: [
        { item: { code: 'ACME', channel: 'C0ACME00001', timezone: 'Europe/Rome', locale: 'en', leftOut: [] } },
        { item: { code: 'GLOBEX', channel: undefined, timezone: 'Europe/Paris', leftOut: ['timezone', 'locale'] } },
      ],
    });
    expect(read('code,name\nACME,Acme')).toMatchObject({
      rows: [{ item: { leftOut: ['channel', 'timezone', 'locale'] } }],
    });
  });

  it('contains coordinators', () => {
    const gus = { customer: 'GLOBEX', teamId: 'T0GLOBEX001', userId: 'U0GUS000001' };
    expect(read('user;team;customer\nU0GUS000001;T0GLOBEX001;GLOBEX')).toEqual({
      kind: 'coordinators',
      problems: [],
      rows: [{ row: 2, item: { ...gus, products: [], quota: undefined, leftOut: ['products', 'quota'] } }],
    });
    expect(
      read('user;team;customer;quota;products\nU0GUS000001;T0GLOBEX001;GLOBEX;12;A-1  B-2\nU1;T1;GLOBEX;;'),
    ).toMatchObject({
      problems: [],
      rows: [
        { item: { ...gus, products: ['A-1', 'B-2'], quota: 12, leftOut: [] } },
        { item: { products: [], quota: undefined, leftOut: [] } },
      ],
    });
  });

  it('contains up to ten thousand rows, and reports their number when it has more', () => {
    const rows = (count: number) =>
      `shortname,name\n${Array.from({ length: count }, (_, i) => `C-${i},Course\n`).join('')}`;
    const sheet = read(rows(10_000));
    expect(sheet.problems).toEqual([]);
    expect(coursesOf(sheet)).toHaveLength(10_000);
    expect(read(rows(10_001)).problems).toEqual([
      { code: 'file.too_many_rows', details: { rows: 10_001, most: 10_000 } },
    ]);
  });
});
