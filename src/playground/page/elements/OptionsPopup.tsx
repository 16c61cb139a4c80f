import { type RefObject, useEffect } from 'react';
import type { Option } from '../workspace-state';
import { OptionItem } from './OptionItem';
import { type ComboboxState, optionId } from './use-combobox';

interface Props {
  popup: RefObject<HTMLDivElement | null>;
  box: ComboboxState;
  selected: Option | null;
}

export function OptionsPopup({ popup, box, selected }: Props) {
  const { listId, lists, state, active, activeId, choose } = box;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const notice = lists.length === 0 ? notices[state] : '';
  const firsts = lists.map((_, index) => lists.slice(0, index).reduce((sum, { options }) => sum + options.length, 0));

  return (
    <div ref={popup} className="popup" popover="manual">
      <div id={listId} className="popup-list" role="listbox" aria-label="Choices">
        {box.open &&
          lists.map(({ label, options }, group) => (
            // biome-ignore lint/a11y/useSemanticElements: a field set cannot be part of a list box
            <div key={label ?? group} role="group" aria-label={label}>
              {label && <div className="group-label">{label}</div>}
              {options.map((option, index) => {
                const position = (firsts[group] ?? 0) + index;
                return (
                  <OptionItem
                    key={option.value ?? position}
                    id={optionId(listId, position)}
                    option={option}
                    active={position === active}
                    selected={option.value === selected?.value}
                    onChoose={() => choose(option)}
                  />
                );
              })}
            </div>
          ))}
      </div>
      <p className="popup-notice" aria-live="polite">
        {box.open && notice}
      </p>
    </div>
  );
}

const notices: Record<ComboboxState['state'], string> = {
  looking: 'Looking…',
  found: 'Nothing found',
  'too-short': 'Keep typing',
};
