import { useSurface } from '../blocks/surface';
import type { ElementState } from '../form-values';
import type { ElementProps, PickerField } from './element-props';

/** A date or time picker. */
export function PickerElement({ placed, element, id, describedBy, invalid }: ElementProps<PickerField>) {
  const { stateOf, change } = useSurface();
  const isDay = element.type === 'datepicker';

  return (
    <input
      type={isDay ? 'date' : 'time'}
      className="input date"
      id={id}
      aria-label={id ? undefined : (element.placeholder?.text ?? (isDay ? 'Date' : 'Time'))}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      data-first={element.focus_on_load || undefined}
      max={isDay ? '9999-12-31' : undefined}
      value={pickedIn(stateOf(placed)) ?? ''}
      onChange={({ target }) => {
        const picked = target.value || null;
        change(
          placed,
          isDay ? { type: 'datepicker', selected_date: picked } : { type: 'timepicker', selected_time: picked },
        );
      }}
    />
  );
}

function pickedIn(state: ElementState | undefined): string | null | undefined {
  if (state?.type === 'datepicker') return state.selected_date;
  return state?.type === 'timepicker' ? state.selected_time : undefined;
}
