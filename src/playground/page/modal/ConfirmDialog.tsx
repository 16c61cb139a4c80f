import type { ConfirmationDialog } from '@slack/types';
import { useId } from 'react';
import { createPortal } from 'react-dom';
import { AnyText } from '../blocks/AnyText';
import { useShown } from './use-shown';

interface Props {
  confirm: ConfirmationDialog;
  onAnswer(yes: boolean): void;
}

export function ConfirmDialog({ confirm, onAnswer }: Props) {
  const id = useId();
  const dialog = useShown();
  return createPortal(
    <dialog
      ref={dialog}
      className="modal confirm"
      aria-labelledby={id}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onAnswer(false);
      }}
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(false);
      }}
    >
      <header className="view-title">
        <h2 id={id}>{confirm.title?.text ?? 'Are you sure?'}</h2>
      </header>
      <div className="view-body">
        <AnyText text={confirm.text} />
      </div>
      <footer className="view-footer">
        <button type="button" className="button plain" onClick={() => onAnswer(false)}>
          {confirm.deny?.text ?? 'Cancel'}
        </button>
        <button type="button" className={`button ${confirm.style ?? 'primary'}`} onClick={() => onAnswer(true)}>
          {confirm.confirm?.text ?? 'Yes'}
        </button>
      </footer>
    </dialog>,
    document.body,
  );
}
