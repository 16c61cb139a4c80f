import type { ReactNode } from 'react';
import { hrefOf, type Place } from '../use-place';

interface Props {
  to: string;
  icon: ReactNode;
  name: string;
  place: Place;
  unread: boolean;
  onPick(): void;
}

export function PlaceLink({ to, icon, name, place, unread, onPick }: Props) {
  return (
    <li>
      <a
        className="place-link"
        href={hrefOf({ as: place.as, in: to })}
        aria-current={place.in === to ? 'page' : undefined}
        data-unread={unread || undefined}
        onClick={onPick}
      >
        {icon}
        <span>{name}</span>
        {unread && (
          <>
            <span className="dot" />
            <span className="spoken">, unread</span>
          </>
        )}
      </a>
    </li>
  );
}
