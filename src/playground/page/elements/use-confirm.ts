import type { ConfirmationDialog } from '@slack/types';
import { useState } from 'react';

/** Asks for confirmation when the bot requires it; otherwise proceeds at once. */
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
