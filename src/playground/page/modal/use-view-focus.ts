import { type RefObject, useEffect, useRef } from 'react';
import { focusQuietly } from '../quiet-focus';
import type { KnownBlock } from '../workspace-state';

interface Watched {
  onTop: boolean;
  blocks: KnownBlock[];
  submissions: number;
}

/**
 * Focuses the top view where it had the focus, else its first field; after a refused submission, the first invalid
 * field.
 */
export function useViewFocus(form: RefObject<HTMLFormElement | null>, { onTop, blocks, submissions }: Watched): void {
  const last = useRef<HTMLElement>(undefined);
  const entered = useRef(false);

  useEffect(() => {
    const element = form.current;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last.current = target;
    };
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, [form]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an update can remove the focused element
  useEffect(() => {
    const element = form.current;
    if (!onTop || !element || (entered.current && hasFocus(element))) return;
    entered.current = true;
    const before = last.current?.isConnected ? last.current : undefined;
    const target = before ?? firstOf(element);
    if (target) focusQuietly(target);
  }, [form, onTop, blocks]);

  useEffect(() => {
    if (submissions === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    if (!wrong) return;
    focusQuietly(wrong);
    showWithError(wrong);
  }, [form, submissions]);
}

/** Scrolls to the field. When the field is too tall to fit, the error below it stays visible. */
function showWithError(wrong: HTMLElement): void {
  const field = wrong.closest('.field');
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector('.field-error')?.scrollIntoView({ block: 'nearest' });
}

function hasFocus(element: HTMLElement): boolean {
  return element.contains(document.activeElement) && document.activeElement !== element;
}

function firstOf(form: HTMLElement): HTMLElement | null {
  return (
    form.querySelector<HTMLElement>('[data-first]') ??
    form.querySelector<HTMLElement>('.view-body :is(input, textarea)') ??
    form.querySelector<HTMLElement>('.view-footer button:last-child')
  );
}
