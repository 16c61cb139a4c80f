import { openTransport } from '../../src/moodle/transport';
import { readName, safeWords } from '../../src/moodle/words';
import { functionOf, recorded } from './pairs';
import { failureOf, json, openSite, replay, TOKEN } from './site';

describe('messages of Moodle', () => {
  it('are short in the log, and never contain the secret', () => {
    expect(safeWords(`${'x'.repeat(290)} s3cret s%2B3 end`, 's3cret')).toHaveLength(300);
    expect(safeWords('first s+3, then s%2B3', 's+3')).toBe('first …, then …');
  });

  it('contain no address when Moodle repeats it in debug mode', async () => {
    const site = await openSite();
    const logged: unknown[] = [];
    const call = openTransport({ url: site.url, token: TOKEN, log: { warn: (details) => logged.push(details) } });
    const create = functionOf('core_user_create_users');
    site.answer(replay(recorded(create.name, 'duplicate_email_debug_developer')));
    const taken = await failureOf(call(create));
    const message = "Error writing to database (ERROR: value too long\nINSERT INTO mdl_user VALUES('Zoé', 'O''Neil'))";
    site.answer(json({ exception: 'dml_write_exception', errorcode: 'dmlwriteexception', message }));
    const tooLong = await failureOf(call(create));
    await site.close();
    const already = 'invalidparameter: Invalid parameter value detected (Email address already exists: …';
    expect(taken).toMatchObject({ words: already });
    expect(tooLong).toMatchObject({ words: 'dmlwriteexception: Error writing to database' });
    expect(logged).toMatchObject([{ words: already }, { words: expect.not.stringContaining('Neil') }]);
  });

  it.each([
    ['Username already exists: zoe.oneil-1a2b3c4d', 'Username already exists: …'],
    [
      'the value is "Zoé "Zo" <O’Neil", the server was expecting "notags" type',
      'the value is "…", the server was expecting "notags" type',
    ],
    ['the value is "Zoé O’Neil', 'the value is "…'],
  ])('contain no names: %s', (words, safe) => {
    expect(safeWords(words, '')).toBe(safe);
  });

  it('show names as people write them', () => {
    expect(readName('R&amp;D &lt;2026&gt; l&#039;essai')).toBe("R&D <2026> l'essai");
    expect(readName('&amp;lt;')).toBe('&lt;');
  });
});
