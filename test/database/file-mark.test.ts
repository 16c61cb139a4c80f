import { type FileMark, isExplained } from '../../src/database/file-mark';

/** All of the log is in the file. */
const DONE: FileMark = { content: 'before', log: 9, moved: 9, salt: 1 };
/** Some of it is not. */
const WAITING: FileMark = { content: 'before', log: 9, moved: 4, salt: 1 };
const EMPTY: FileMark = { content: 'before', log: 0, moved: 0, salt: undefined };

describe('a change of the database file', () => {
  it.each([
    ['a checkpoint moved the rest', WAITING, { log: 9, moved: 9 }],
    ['a checkpoint moved what came after', DONE, { log: 12, moved: 12 }],
    ['a checkpoint moved the rest, and the log began anew', WAITING, { log: 1, moved: 0, salt: 2 }],
    ['the log began anew, and a checkpoint moved it', DONE, { log: 1, moved: 1, salt: 2 }],
    ['the log began anew twice', DONE, { log: 1, moved: 0, salt: 3 }],
    ['a checkpoint emptied the log', WAITING, { log: 0, moved: 0, salt: undefined }],
    ['a checkpoint moved the first pages', EMPTY, { log: 2, moved: 2, salt: 1 }],
  ])('comes from SQLite when %s', (_, before, after) => {
    expect(isExplained(before, { ...before, ...after, content: 'after' })).toBe(true);
  });

  it.each([
    ['nothing else happened', WAITING, {}],
    ['nobody has written yet', EMPTY, {}],
    ['there were only commits', DONE, { log: 12 }],
    ['the log began anew, as it does at the first commit after a checkpoint', DONE, { log: 1, moved: 0, salt: 2 }],
    ['there was only the first commit', EMPTY, { log: 1, salt: 1 }],
  ])('comes from elsewhere when %s', (_, before, after) => {
    expect(isExplained(before, { ...before, ...after, content: 'after' })).toBe(false);
  });

  it('needs no explanation when there was none', () => {
    expect(isExplained(DONE, { ...DONE, log: 1, moved: 0, salt: 2 })).toBe(true);
  });
});
