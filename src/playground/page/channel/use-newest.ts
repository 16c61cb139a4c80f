import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR = 80;

/** Keeps the newest message visible, unless the person has scrolled up. */
export function useNewest(newest: string | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const held = useRef<number>(undefined);
  const [isScrolledUp, setScrolledUp] = useState(false);

  const goToNewest = useCallback(() => {
    following.current = true;
    setScrolledUp(false);
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, []);

  useLayoutEffect(() => {
    if (newest && following.current) goToNewest();
  }, [newest, goToNewest]);

  useEffect(() => {
    const element = scroller.current;
    if (!element || !content.current) return;
    const scrolled = () => {
      following.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
      setScrolledUp(!following.current);
    };
    const resized = new ResizeObserver(() => {
      if (held.current !== undefined) element.scrollTop = element.scrollHeight - held.current;
      else if (following.current) goToNewest();
      held.current = undefined;
    });
    resized.observe(content.current);
    resized.observe(element);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', scrolled);
    };
  }, [goToNewest]);

  /** Keeps the scroll position when content is added above. */
  const hold = useCallback(() => {
    if (scroller.current) held.current = scroller.current.scrollHeight - scroller.current.scrollTop;
  }, []);

  return { scroller, content, away: isScrolledUp, goToNewest, hold };
}
