const MARK = 'data-quiet';

/** Focuses the element without opening its list, which focusing by a person does. */
export function focusQuietly(element: HTMLElement): void {
  element.setAttribute(MARK, '');
  element.focus();
  element.removeAttribute(MARK);
}

export function isQuiet(element: HTMLElement): boolean {
  return element.hasAttribute(MARK);
}
