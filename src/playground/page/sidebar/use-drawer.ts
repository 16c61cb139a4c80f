import { type RefObject, useEffect, useRef } from 'react';

/** An opened drawer takes the focus and gives it back; Escape leaves it. */
export function useDrawer(aside: RefObject<HTMLElement | null>, hidden: boolean, onLeave: () => void): void {
  const wasHidden = useRef(hidden);
  useEffect(() => {
    if (wasHidden.current === hidden) return;
    wasHidden.current = hidden;
    if (!hidden) aside.current?.querySelector<HTMLElement>('a[aria-current]')?.focus();
    else if (document.activeElement === document.body) document.querySelector<HTMLElement>('.menu-button')?.focus();
  }, [aside, hidden]);

  useEffect(() => {
    const element = aside.current;
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && onLeave();
    element?.addEventListener('keydown', leave);
    return () => element?.removeEventListener('keydown', leave);
  }, [aside, onLeave]);
}
