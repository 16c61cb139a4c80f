const MARK = 'data-quiet';

/** Puts the focus there without the field opening its list, as it does when a person goes there. */
export function focusQuietly(element: HTMLElement): void {
  element.setAttribute(MARK, '');
  element.focus();
  element.removeAttribute(MARK);
}

export function isQuiet(element: HTMLElement): boolean {
  return element.hasAttribute(MARK);
}
