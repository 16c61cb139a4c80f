import type { InputBlock as Input } from '@slack/types';
import { useId } from 'react';
import { BlockElement } from '../elements/BlockElement';
import { useFieldError } from '../modal/field-errors';

/** A field with label, hint and error. A group of choices becomes a fieldset. */
export function InputBlock({ block }: { block: Input }) {
  const id = useId();
  const error = useFieldError(block.block_id ?? '');
  const grouped = block.element.type === 'checkboxes' || block.element.type === 'radio_buttons';
  const Frame = grouped ? 'fieldset' : 'div';
  const describedBy = [error && `${id}-error`, block.hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  const label = (
    <>
      {block.label.text}
      {block.optional && <span className="optional"> (optional)</span>}
    </>
  );

  return (
    <Frame
      className="field"
      data-invalid={error !== undefined || undefined}
      aria-describedby={grouped ? describedBy : undefined}
    >
      {grouped ? <legend>{label}</legend> : <label htmlFor={id}>{label}</label>}
      <BlockElement
        blockId={block.block_id}
        element={block.element}
        input={block}
        id={id}
        describedBy={describedBy}
        invalid={error !== undefined}
      />
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {block.hint && (
        <p className="hint" id={`${id}-hint`}>
          {block.hint.text}
        </p>
      )}
    </Frame>
  );
}
