/** Matches as SQL's LIKE, ignoring case: `%` is any text, `_` any one character. */
export function like(pattern: string): (value: string) => boolean {
  const source = [...pattern].map((one) => ({ '%': '.*', _: '.' })[one] ?? one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const expression = new RegExp(`^${source.join('')}$`, 'isu');
  return (value) => expression.test(value);
}
