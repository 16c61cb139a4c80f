import type { ConfirmationDialog } from '@slack/types';
import { useState } from 'react';

/** Asks first when the bot wants it asked; otherwise goes ahead at once. */
export function useConfirm(confirm: ConfirmationDialog | undefined) {
  const [waiting, setWaiting] = useState<{ go: () => void }>();
  return {
    asked: waiting && confirm,
    before(go: () => void) {
      if (confirm) setWaiting({ go });
      else go();
    },
    answer(yes: boolean) {
      setWaiting(undefined);
      if (yes) waiting?.go();
    },
  };
}
