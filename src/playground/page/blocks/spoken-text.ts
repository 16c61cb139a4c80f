/** All text in a block, in order: the fallback when the block cannot be drawn. */
export function spokenText(value: unknown): string {
  return textsIn(value).join(' ');
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'text' && typeof part === 'string' ? [part] : textsIn(part),
  );
}
