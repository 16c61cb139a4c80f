import type { Datepicker } from '@slack/types';
import { useSurface } from '../blocks/surface';
import type { ElementProps } from './element-props';

export function DateElement({ placed, element, id, describedBy, invalid }: ElementProps<Datepicker>) {
  const { stateOf, change } = useSurface();
  const state = stateOf(placed);

  return (
    <input
      type="date"
      className="input date"
      id={id}
      aria-label={id ? undefined : (element.placeholder?.text ?? 'Date')}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      data-first={element.focus_on_load || undefined}
      max="9999-12-31"
      value={(state?.type === 'datepicker' && state.selected_date) || ''}
      onChange={({ target }) => change(placed, { type: 'datepicker', selected_date: target.value || null })}
    />
  );
}
