import { readName, safeWords } from '../../../src/integrations/moodle/words';

describe('words of Moodle', () => {
  it('are short in the log, and never hold the secret', () => {
    expect(safeWords(`${'x'.repeat(290)} s3cret s%2B3 end`, 's3cret')).toHaveLength(300);
    expect(safeWords('first s+3, then s%2B3', 's+3')).toBe('first …, then …');
  });

  it('are names as people write them', () => {
    expect(readName('R&amp;D &lt;2026&gt; l&#039;essai')).toBe("R&D <2026> l'essai");
    expect(readName('&amp;lt;')).toBe('&lt;');
  });
});
