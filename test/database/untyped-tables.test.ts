import { untypedTables } from '../support/architecture/untyped-tables';

describe('a table', () => {
  it('is never named in the program without its declared type', () => {
    expect(untypedTables()).toEqual([]);
  });
});
