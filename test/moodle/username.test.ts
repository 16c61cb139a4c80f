import fc from 'fast-check';
import { emailKey } from '../../src/core/email';
import { usernameFor } from '../../src/moodle/username';

const local = fc.string({ unit: fc.constantFrom(...'abzABZ019-_.+’ éÉßİø漢'), minLength: 1, maxLength: 130 });
const email = local.map((text) => `${text}@Example.com`);

describe('the username for an e-mail address', () => {
  it.each([
    ['bruno.petit@example.com', 'bruno.petit@example.com'],
    [' Bruno.Petit@Example.COM ', 'bruno.petit@example.com'],
    ['jean+slack@example.com', 'jeanslack@example.com-addd8bb8'],
    ['chloé@example.com', 'chloe@example.com-e312b32a'],
  ])('is for %s: %s', (address, username) => {
    expect(usernameFor(address)).toBe(username);
  });

  it('is accepted by Moodle', () => {
    fc.assert(
      fc.property(email, (address) => {
        expect(usernameFor(address)).toMatch(/^[a-z0-9\-_.@]{1,100}$/);
      }),
    );
  });

  it('does not depend on case', () => {
    fc.assert(
      fc.property(email, (address) => {
        expect(usernameFor(address.toLowerCase())).toBe(usernameFor(address));
      }),
    );
  });

  it('differs for another address, even when they differ only in characters that Moodle refuses', () => {
    fc.assert(
      fc.property(fc.uniqueArray(email.map(emailKey), { minLength: 2 }), (all) => {
        expect(new Set(all.map(usernameFor)).size).toBe(all.length);
      }),
    );
    const alike = [
      'jeanslack@example.com',
      'jean+slack@example.com',
      'jean’slack@example.com',
      'jéanslack@example.com',
    ];
    expect(new Set(alike.map(usernameFor)).size).toBe(alike.length);
  });
});
