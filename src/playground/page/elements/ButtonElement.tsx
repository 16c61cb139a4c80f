import type { Button } from '@slack/types';
import { useSurface } from '../blocks/surface';
import { ConfirmDialog } from '../modal/ConfirmDialog';
import { useBusy } from '../use-busy';
import type { ElementProps } from './element-props';
import { useConfirm } from './use-confirm';

export function ButtonElement({ placed, element, describedBy }: ElementProps<Button>) {
  const { press } = useSurface();
  const [busy, run] = useBusy();
  const confirm = useConfirm(element.confirm);

  const pressed = () =>
    confirm.before(() => {
      if (element.url) window.open(element.url, '_blank', 'noopener');
      void run(() => press(placed, element.value));
    });

  return (
    <>
      <button
        type="button"
        className={`button ${element.style ?? 'plain'}`}
        aria-label={element.accessibility_label}
        aria-describedby={describedBy}
        aria-busy={busy}
        onClick={pressed}
      >
        {element.text.text}
      </button>
      {confirm.asked && <ConfirmDialog confirm={confirm.asked} onAnswer={confirm.answer} />}
    </>
  );
}
