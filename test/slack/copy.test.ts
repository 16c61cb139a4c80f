import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { features } from '../../commands/index';
import * as common from '../../src/slack/copy';
import { createTranslators } from '../../src/slack/translate';
import { translator } from '../support/translator';

const ROOT = join(__dirname, '../..');
const copies = [common, ...features.map(({ copy }) => copy)];
const english: Record<string, string> = Object.assign({}, ...copies.map(({ en }) => en));
const french: Record<string, string> = Object.assign({}, ...copies.map(({ fr }) => fr));
const catalogues: [string, Record<string, string>][] = [
  ['en', english],
  ['fr', french],
];
const ENDING = /_(zero|one|two|few|many|other)$/;
const REFUSALS = `refusal.\${code}`;

const sources = ['src', 'commands'].flatMap(textsBelow);
/** Every key that the sources translate, as written there. */
const asked = sources.flatMap((source) => [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''));
/** Every refusal, as it is thrown or collected in the sources. */
const refused = sources.flatMap((source) =>
  [...source.matchAll(/(?:UserError|refusals\.push)\(\{\s*code: '([^']+)'/g)].map((match) => match[1] ?? ''),
);
const literals = new Set(sources.flatMap((source) => [...source.matchAll(/'([a-z_.]+)'/g)].map((match) => match[1])));

describe.each(catalogues)('the catalogue of copy, in %s', (language, copy) => {
  const bases = new Set(Object.keys(copy).map((key) => key.replace(ENDING, '')));

  it('has every text that the sources use', () => {
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !bases.has(key))).toEqual([]);
  });

  it('has a text for every refusal', () => {
    expect(refused.length).toBeGreaterThan(20);
    expect(refused.filter((code) => !bases.has(`refusal.${code}`))).toEqual([]);
  });

  it('has no text that nobody asks for', () => {
    const used = (key: string) => literals.has(key.replace(/^refusal\./, ''));
    expect([...bases].filter((key) => !used(key))).toEqual([]);
  });

  it('has exactly the plural forms of that language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    // A count that cannot reach a million needs no form for it.
    const needed = forms.filter((form) => form !== 'many');
    const plural = [...bases].filter((base) => forms.some((form) => `${base}_${form}` in copy));
    expect(plural.length).toBeGreaterThan(5);
    expect(
      plural.flatMap((base) => needed.filter((form) => !(`${base}_${form}` in copy)).map((form) => base + form)),
    ).toEqual([]);
    expect(
      Object.keys(copy).filter((key) => ENDING.test(key) && !forms.some((form) => key.endsWith(`_${form}`))),
    ).toEqual([]);
  });

  it('has no text both with and without plural forms', () => {
    expect([...bases].filter((base) => base in copy && `${base}_other` in copy)).toEqual([]);
  });

  it('has no empty text', () => {
    expect(Object.entries(copy).filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });
});

describe('the catalogues of copy', () => {
  it('contain the same texts in each language', () => {
    const keys = (copy: object) => new Set(Object.keys(copy).map((key) => key.replace(ENDING, '')));
    expect(keys(french)).toEqual(keys(english));
  });

  it('use the same values, written the same way, in each language', () => {
    for (const [key, text] of Object.entries(french)) {
      const other = english[key] ?? english[key.replace('_many', '_other')] ?? '';
      expect({ key, values: valuesIn(text) }).toEqual({ key, values: valuesIn(other) });
    }
  });

  it('are used with literal keys everywhere, so that this test sees every use', () => {
    const written = sources.flatMap((source) => [...source.matchAll(/\bt\(\s*`([^`]*)`/g)].map((match) => match[1]));
    expect(written).toEqual([REFUSALS]);
  });

  it('use the French form for millions only where a number can reach one', () => {
    const t = translator('fr');
    expect(t('board.unassigned', { count: 2_000_000 })).toMatch(/^2.000.000 de places à attribuer$/);
    expect(t('customers.total', { count: 2_000_000 })).toMatch(/^2.000.000 clients$/);
  });

  it('nest a text in the same language', () => {
    const problem = { key: 'finding.course_no_match', values: { course: 'EXCEL-%' } } as const;
    expect(translator('en')('refusal.product.has_errors', { problem })).toContain('No course matches EXCEL-% yet.');
    expect(translator('fr')('refusal.product.has_errors', { problem })).toContain('Aucun cours ne correspond encore à');
  });
});

describe('an incomplete catalogue', () => {
  const [en, fr] = [{ 'a.one': 'One' }, { 'a.one': 'Un' }];

  it.each([
    [
      'a text that two features declare',
      [
        { en, fr },
        { en, fr },
      ],
      'The text a.one is declared twice.',
    ],
    ['a text without French', [{ en, fr: {} }], 'The text a.one is not there in each of en, fr.'],
    ['a text without English', [{ en: {}, fr }], 'The text a.one is not there in each of en, fr.'],
    ['a count in one form', [{ en: { b_one: '1' }, fr: { b_one: '1' } }], 'The text b_one has no b_other beside it.'],
  ])('stops the program at its start: %s', (_what, wrong, complaint) => {
    expect(() => createTranslators(wrong as { en: Record<string, string>; fr: Record<string, string> }[])).toThrow(
      complaint,
    );
  });
});

function textsBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(^|\/)copy\.ts$/.test(file) && !file.startsWith('playground/'))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'));
}

function valuesIn(text: string): string[] {
  return [
    ...new Set([...text.matchAll(/\{\{([^}]*)\}\}/g)].map((match) => (match[1] ?? '').replace(', of', ''))),
  ].sort();
}
