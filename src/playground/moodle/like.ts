/** As LIKE compares in SQL, ignoring capitals: `%` is anything, `_` any one character. */
export function isLike(value: string, pattern: string): boolean {
  const source = [...pattern].map((one) => ({ '%': '.*', _: '.' })[one] ?? one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${source.join('')}$`, 'isu').test(value);
}
