import { Avatar } from '../Avatar';
import { hrefOf, type Place } from '../use-place';
import type { Person } from '../workspace-state';

interface Props {
  people: Person[];
  place: Place;
  onPick(): void;
}

/** Uses links, so that a second window can be another person. */
export function PersonSwitch({ people, place, onPick }: Props) {
  return (
    <nav className="group" aria-labelledby="you-are">
      <h2 id="you-are">You are</h2>
      <ul className="people">
        {people.map((person) => (
          <li key={person.key}>
            <a
              className="person"
              href={hrefOf({ as: person.key, in: place.in })}
              aria-current={person.key === place.as ? 'true' : undefined}
              onClick={onPick}
            >
              <Avatar person={person} size="small" />
              <span className="person-text">
                <span className="person-name">{person.name}</span>
                <span className="person-role">{person.role}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
