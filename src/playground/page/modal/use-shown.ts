import { useLayoutEffect, useRef } from 'react';

/** Opens a dialog above everything while it is on the page; then the focus goes back to where it was. */
export function useShown() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return dialog;
}
