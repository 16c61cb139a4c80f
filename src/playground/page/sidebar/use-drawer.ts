import { type RefObject, useEffect, useRef } from 'react';

/** An open drawer takes the focus and returns it. Escape closes it, wherever the focus is. */
export function useDrawer(aside: RefObject<HTMLElement | null>, open: boolean, onLeave: () => void): void {
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current === open) return;
    wasOpen.current = open;
    if (open) focusInside(aside.current);
    else if (isLost(aside.current)) document.querySelector<HTMLElement>('.menu-button')?.focus();
  }, [aside, open]);

  useEffect(() => {
    if (!open) return;
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && onLeave();
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [open, onLeave]);
}

function focusInside(aside: HTMLElement | null): void {
  const target = aside?.querySelector<HTMLElement>('a[aria-current]') ?? aside?.querySelector<HTMLElement>('a, button');
  target?.focus();
}

/** True when no other element, such as a modal, has taken the focus. */
function isLost(aside: HTMLElement | null): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || aside?.contains(activeElement) === true;
}
