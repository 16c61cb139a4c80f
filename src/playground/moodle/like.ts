/** Tells what is LIKE the pattern, as SQL compares ignoring capitals: `%` is anything, `_` any one character. */
export function like(pattern: string): (value: string) => boolean {
  const source = [...pattern].map((one) => ({ '%': '.*', _: '.' })[one] ?? one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const expression = new RegExp(`^${source.join('')}$`, 'isu');
  return (value) => expression.test(value);
}
