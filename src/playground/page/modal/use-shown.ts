import { useLayoutEffect, useRef } from 'react';

/** Shows a dialog in the top layer while it is mounted, then returns the focus. */
export function useShown() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return dialog;
}
