import { type RefObject, useLayoutEffect, useRef } from 'react';

const GAP = 4;
const MARGIN = 8;
const TALLEST = 320;

/** Shows a list in the top layer, below its field, or above it where there is more room. */
export function usePopup<Popup extends HTMLElement>(anchor: RefObject<HTMLElement | null>, open: boolean) {
  const popup = useRef<Popup>(null);

  useLayoutEffect(() => {
    const element = popup.current;
    if (!open || !element || !anchor.current) return;
    const place = () => anchor.current && placeBy(anchor.current.getBoundingClientRect(), element);
    const resized = new ResizeObserver(place);
    element.showPopover();
    place();
    resized.observe(element);
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, { capture: true, passive: true });
    return () => {
      resized.disconnect();
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, { capture: true });
      if (element.isConnected) element.hidePopover();
    };
  }, [anchor, open]);

  return popup;
}

function placeBy(anchor: DOMRect, popup: HTMLElement): void {
  const below = window.innerHeight - anchor.bottom - GAP - MARGIN;
  const above = anchor.top - GAP - MARGIN;
  const { style } = popup;
  style.maxHeight = `${TALLEST}px`;
  const over = below < popup.offsetHeight && above > below;
  style.maxHeight = `${Math.min(TALLEST, over ? above : below)}px`;
  style.minWidth = `${anchor.width}px`;
  style.top = over ? 'auto' : `${anchor.bottom + GAP}px`;
  style.bottom = over ? `${window.innerHeight - anchor.top + GAP}px` : 'auto';
  style.left = `${Math.max(MARGIN, Math.min(anchor.left, window.innerWidth - popup.offsetWidth - MARGIN))}px`;
}
