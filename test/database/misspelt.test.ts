import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const EXPECTATION = '// @ts-expect-error';

describe('a table or a column that does not exist', () => {
  const folder = mkdtempSync(join(tmpdir(), 'misspelt-'));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is a compile error in every place where a query can name one', async () => {
    const sample = readFileSync(join(__dirname, 'misspelt.ts'), 'utf8').replaceAll("'../../src/", `'${ROOT}/src/`);
    const lines = sample.split('\n');
    const wrong = lines.flatMap((line, index) => (line.trim() === EXPECTATION ? [index + 2] : []));
    expect(wrong.length).toBeGreaterThan(50);
    const errors = await linesWithErrors(lines.map((line) => (line.trim() === EXPECTATION ? '' : line)).join('\n'));
    expect(errors).toEqual(wrong);
  });

  /** The lines in which the compiler, with the project's settings, reports an error. */
  async function linesWithErrors(text: string): Promise<number[]> {
    const compilerOptions = { typeRoots: [join(ROOT, 'node_modules/@types')] };
    writeFileSync(join(folder, 'sample.ts'), text);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: join(ROOT, 'tsconfig.json'), compilerOptions, include: ['sample.ts'] }),
    );
    const output = await run(['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p', folder]);
    const found = [...output.matchAll(/sample\.ts\((\d+),/g)].map(([, line]) => Number(line));
    return [...new Set(found)];
  }

  /** Standard output, whatever the exit code. */
  function run(args: string[]): Promise<string> {
    return new Promise((resolve) => {
      execFile(process.execPath, args, { cwd: ROOT }, (_, output) => resolve(output));
    });
  }
});
