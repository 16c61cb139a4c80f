import type { Overflow } from '@slack/types';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useSurface } from '../blocks/surface';
import { Icon } from '../Icon';
import { ConfirmDialog } from '../modal/ConfirmDialog';
import { useBusy } from '../use-busy';
import type { Option } from '../workspace-state';
import type { ElementProps } from './element-props';
import { useConfirm } from './use-confirm';
import { usePopup } from './use-popup';

export function OverflowElement({ placed, element, describedBy }: ElementProps<Overflow>) {
  const { pick } = useSurface();
  const [open, setOpen] = useState(false);
  const [busy, run] = useBusy();
  const confirm = useConfirm(element.confirm);
  const button = useRef<HTMLButtonElement>(null);
  const menu = usePopup<HTMLDivElement>(button, open);
  useEffect(() => {
    if (open) menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [open, menu]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const picked = (option: Option) => {
    close();
    confirm.before(() => {
      if (option.url) window.open(option.url, '_blank', 'noopener');
      void run(() => pick(placed, option));
    });
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className="button plain overflow"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-describedby={describedBy}
        aria-busy={busy}
        onClick={() => setOpen(!open)}
      >
        <Icon name="dots" />
      </button>
      <div
        ref={menu}
        className="popup menu"
        popover="manual"
        role="menu"
        tabIndex={-1}
        aria-label="More actions"
        onKeyDown={(event) => moveIn(event, close)}
        onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && setOpen(false)}
      >
        {open &&
          element.options.map((option) => (
            <button key={option.value} type="button" role="menuitem" className="option" onClick={() => picked(option)}>
              <span className="option-text">
                {option.text.text}
                {option.description && <span className="option-description">{option.description.text}</span>}
              </span>
            </button>
          ))}
      </div>
      {confirm.asked && <ConfirmDialog confirm={confirm.asked} onAnswer={confirm.answer} />}
    </>
  );
}

function moveIn(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (step) {
    event.preventDefault();
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + step + items.length) % items.length]?.focus();
  }
  if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    close();
  }
}
