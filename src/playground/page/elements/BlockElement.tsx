import type { InputBlock } from '@slack/types';
import type { AnyElement, Placed } from '../form-values';
import { ButtonElement } from './ButtonElement';
import { ChoicesElement } from './ChoicesElement';
import { type ElementProps, isKnown } from './element-props';
import { FileElement } from './FileElement';
import { MultiSelectElement } from './MultiSelectElement';
import { OverflowElement } from './OverflowElement';
import { PickerElement } from './PickerElement';
import { SelectElement } from './SelectElement';
import { TextElement } from './TextElement';

interface Props extends Omit<ElementProps<AnyElement>, 'placed' | 'element'> {
  blockId: string | undefined;
  element: AnyElement;
  input?: InputBlock;
}

export function BlockElement({ blockId = '', element, input, ...rest }: Props) {
  const placed: Placed = { blockId, actionId: element.action_id ?? '', element, ...(input ? { input } : {}) };
  if (!isKnown(element)) return <p className="hint">The local workspace does not draw “{element.type}”. Slack does.</p>;
  switch (element.type) {
    case 'button':
      return <ButtonElement placed={placed} element={element} {...rest} />;
    case 'static_select':
    case 'external_select':
    case 'users_select':
    case 'conversations_select':
      return <SelectElement placed={placed} element={element} {...rest} />;
    case 'multi_static_select':
    case 'multi_external_select':
      return <MultiSelectElement placed={placed} element={element} {...rest} />;
    case 'overflow':
      return <OverflowElement placed={placed} element={element} {...rest} />;
    case 'datepicker':
    case 'timepicker':
      return <PickerElement placed={placed} element={element} {...rest} />;
    case 'file_input':
      return <FileElement placed={placed} element={element} {...rest} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <ChoicesElement placed={placed} element={element} {...rest} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextElement placed={placed} element={element} {...rest} />;
  }
}
