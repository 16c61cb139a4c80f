import { noAnswer } from '../../src/moodle/no-answer';

function failed(cause: unknown): Error {
  return new TypeError('fetch failed', { cause });
}
function system(code: string, more: object = {}): Error {
  return Object.assign(new Error(`wstoken=s3cret ${code}`), { code, ...more });
}

describe('a missing answer', () => {
  it.each([
    [system('ENOTFOUND', { syscall: 'getaddrinfo' }), 'unsent'],
    [system('EHOSTUNREACH', { syscall: 'connect' }), 'unsent'],
    [system('UND_ERR_CONNECT_TIMEOUT'), 'unsent'],
    [new AggregateError([system('ECONNREFUSED'), system('ETIMEDOUT', { syscall: 'connect' })]), 'unsent'],
    [system('CERT_HAS_EXPIRED'), 'distrusted'],
    [system('DEPTH_ZERO_SELF_SIGNED_CERT'), 'distrusted'],
    [system('ECONNRESET', { syscall: 'read' }), 'lost'],
    [system('ETIMEDOUT', { syscall: 'read' }), 'lost'],
    [system('UND_ERR_SOCKET'), 'lost'],
    [undefined, 'lost'],
  ])('after %s means: %s', (cause, meaning) => {
    expect(noAnswer(failed(cause))).toMatchObject({ kind: 'none', cause: meaning });
  });

  it('keeps names and codes of errors, not their messages', () => {
    expect(noAnswer(failed(system('ECONNRESET')))).toMatchObject({ words: 'TypeError ECONNRESET' });
    expect(noAnswer(new DOMException('wstoken=s3cret', 'TimeoutError'))).toMatchObject({ words: 'TimeoutError' });
  });
});
