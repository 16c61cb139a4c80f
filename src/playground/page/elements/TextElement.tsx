import { useSurface } from '../blocks/surface';
import type { ElementProps, TextField } from './element-props';

const modes = {
  plain_text_input: 'text',
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
} as const;

/** Always a plain text field, never the browser's number or e-mail field: the bot validates the input. */
export function TextElement({ placed, element, id, describedBy, invalid }: ElementProps<TextField>) {
  const { stateOf, change, dispatch } = useSurface();
  const state = stateOf(placed);
  const value = state && 'value' in state ? (state.value ?? '') : '';
  const multiline = element.type === 'plain_text_input' && element.multiline === true;
  const write = (text: string) => change(placed, { type: element.type, value: text === '' ? null : text });

  const shared = {
    className: `input ${element.type === 'number_input' ? 'number' : ''}`,
    id,
    value,
    placeholder: element.placeholder?.text,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'data-first': element.focus_on_load || undefined,
    autoComplete: 'off',
    dir: 'auto' as const,
  };
  if (multiline) return <textarea {...shared} rows={4} onChange={({ target }) => write(target.value)} />;

  return (
    <input
      {...shared}
      type="text"
      inputMode={modes[element.type]}
      onChange={({ target }) => write(target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || placed.input?.dispatch_action !== true) return;
        event.preventDefault();
        void dispatch(placed);
      }}
    />
  );
}
