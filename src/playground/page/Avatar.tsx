import { Icon } from './Icon';
import { isApp } from './is-app';
import type { Person } from './workspace-state';

interface Props {
  person: Person | undefined;
  size?: 'small' | 'large';
}

export function Avatar({ person, size = 'large' }: Props) {
  return (
    <span className={`avatar avatar-${size}`} style={{ backgroundColor: person?.color }} aria-hidden="true">
      {person && isApp(person) ? <Icon name="seat" size={22} /> : (person?.initials ?? '?')}
    </span>
  );
}
