import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUNCTIONS_NEEDED } from '../src/moodle/needed';
import { minimalCapabilities } from '../src/playground/moodle/capabilities';

const ROOT = join(__dirname, '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('the README', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? '');

  it.each([...new Set(links)])('links only to files that exist: %s', (link) => {
    expect(existsSync(join(ROOT, link))).toBe(true);
  });

  it('names every setting', () => {
    const source = readFileSync(join(ROOT, 'src/config.ts'), 'utf8');
    const settings = new Set(source.match(/\b(SLACK|SALES|ADMIN|DEFAULT|DATABASE|MOODLE|LOG)_[A-Z_]+\b/g));
    for (const setting of settings) expect(readme).toContain(setting);
  });

  it('lists the rights and functions that Moodle needs, ready to paste', () => {
    const lists = [...readme.matchAll(/^```\n((?:[\w/:]+\n)+)```$/gm)].map((match) =>
      match[1]?.trim().split('\n').sort(),
    );
    expect(lists).toContainEqual([...minimalCapabilities].sort());
    expect(lists).toContainEqual([...FUNCTIONS_NEEDED].sort());
  });
});
