import { openDatabase } from '../src/database/database';
import { at } from './support/time';

interface X {
  a: number;
}
it('fails', async () => {
  const x: X = { a: 1 };
  expect({ x, y: [1, 2] }).toEqual({ x: { a: 2 }, y: expect.any(Array) });
});
it('fails in the product', async () => {
  console.log('hello');
  await openDatabase('sqlite:/tmp/pgt/x.sqlite')('nothing').select();
});
it('throws', () => {
  at('nonsense');
});
