import { unusedExports } from '../support/architecture/unused-exports';

it('exports only what another file imports', () => {
  expect(unusedExports()).toEqual([]);
});
