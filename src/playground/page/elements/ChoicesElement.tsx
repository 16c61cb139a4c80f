import { useSurface } from '../blocks/surface';
import type { ElementState } from '../form-values';
import type { Option } from '../workspace-state';
import { Choice } from './Choice';
import type { ChoicesField, ElementProps } from './element-props';

export function ChoicesElement({ placed, element, id = '', describedBy, invalid }: ElementProps<ChoicesField>) {
  const { stateOf, change } = useSurface();
  const chosen = chosenIn(stateOf(placed));
  const many = element.type === 'checkboxes';
  const isChosen = (option: Option) => chosen.some(({ value }) => value === option.value);

  const toggle = (option: Option) => {
    if (!many) return change(placed, { type: 'radio_buttons', selected_option: option });
    const others = chosen.filter(({ value }) => value !== option.value);
    change(placed, { type: 'checkboxes', selected_options: isChosen(option) ? others : [...chosen, option] });
  };

  return (
    <div className="choices">
      {element.options.map((option) => (
        <Choice
          key={option.value}
          kind={many ? 'checkbox' : 'radio'}
          name={`${id}${placed.blockId} ${placed.actionId}`}
          option={option}
          chosen={isChosen(option)}
          describedBy={describedBy}
          invalid={invalid}
          onToggle={() => toggle(option)}
        />
      ))}
    </div>
  );
}

function chosenIn(state: ElementState | undefined): Option[] {
  if (state?.type === 'checkboxes') return state.selected_options;
  return state?.type === 'radio_buttons' && state.selected_option ? [state.selected_option] : [];
}
