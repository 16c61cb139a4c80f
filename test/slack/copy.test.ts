import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../../src/slack/en';
import { fr } from '../../src/slack/fr';

const ROOT = join(__dirname, '../..');
const catalogues: [string, Record<string, string>][] = [
  ['en', en],
  ['fr', fr],
];
const ENDING = /_(zero|one|two|few|many|other)$/;
const REFUSALS = `refusal.\${refusal.code}`;

const sources = ['src', 'commands'].flatMap(textsBelow);
const refusals = unionOf('RefusalCode').map((code) => `refusal.${code}`);
/** Every key that a translation is asked for, as it is written in the sources. */
const asked = sources.flatMap((source) => [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''));
const literals = new Set(sources.flatMap((source) => [...source.matchAll(/'([a-z_.]+)'/g)].map((match) => match[1])));

describe.each(catalogues)('the catalogue of copy, in %s', (language, copy) => {
  const bases = new Set(Object.keys(copy).map((key) => key.replace(ENDING, '')));

  it('has every text that the sources ask for', () => {
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !bases.has(key))).toEqual([]);
  });

  it('has a text for every refusal', () => {
    expect(refusals.length).toBeGreaterThan(20);
    expect(refusals.filter((key) => !bases.has(key))).toEqual([]);
  });

  it('has no text that nobody asks for', () => {
    const used = (key: string) => (key.startsWith('refusal.') ? refusals.includes(key) : literals.has(key));
    expect([...bases].filter((key) => !used(key))).toEqual([]);
  });

  it('has every form that a count can take in that language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = [...bases].filter((base) =>
      Object.keys(copy).some((key) => ENDING.test(key) && key.startsWith(base)),
    );
    const plural = counted.filter((base) => forms.some((form) => `${base}_${form}` in copy));
    expect(plural.length).toBeGreaterThan(5);
    expect(
      plural.flatMap((base) => forms.filter((form) => !(`${base}_${form}` in copy)).map((form) => base + form)),
    ).toEqual([]);
    expect(
      Object.keys(copy).filter((key) => ENDING.test(key) && !forms.some((form) => key.endsWith(`_${form}`))),
    ).toEqual([]);
  });

  it('has no form with a count beside one without', () => {
    expect([...bases].filter((base) => base in copy && `${base}_other` in copy)).toEqual([]);
  });

  it('says something everywhere', () => {
    expect(Object.entries(copy).filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });
});

describe('the catalogues of copy', () => {
  it('hold the same texts in each language', () => {
    const english = new Set(Object.keys(en).map((key) => key.replace(ENDING, '')));
    expect(new Set(Object.keys(fr).map((key) => key.replace(ENDING, '')))).toEqual(english);
  });

  it('fill in the same values, written the same way, in each language', () => {
    const english: Record<string, string> = en;
    for (const [key, text] of Object.entries<string>(fr)) {
      const other = english[key] ?? english[key.replace('_many', '_other')] ?? '';
      expect({ key, values: valuesIn(text) }).toEqual({ key, values: valuesIn(other) });
    }
  });

  it('are asked with plain words everywhere, so that this test sees every use', () => {
    const written = sources.flatMap((source) => [...source.matchAll(/\bt\(\s*`([^`]*)`/g)].map((match) => match[1]));
    expect(written).toEqual([REFUSALS]);
  });
});

function textsBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/slack\/(en|fr)\.ts$/.test(file) && !file.startsWith('playground/'))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'));
}

function unionOf(type: string): string[] {
  const source = readFileSync(join(ROOT, 'src/core/errors.ts'), 'utf8');
  const declared = new RegExp(`type ${type} =([^;]*);`).exec(source)?.[1] ?? '';
  return [...declared.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
}

function valuesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{([^}]*)\}\}/g)].map((match) => match[1] ?? ''))].sort();
}
