import { useEffect, useState } from 'react';
import { fetchPeople } from './client';
import type { Person } from './workspace-state';

/** All people to choose from; fetched again when the server is back. */
export function usePeople(lost: boolean): Person[] {
  const [people, setPeople] = useState<Person[]>([]);
  useEffect(() => {
    if (lost) return;
    fetchPeople().then(setPeople, () => undefined);
  }, [lost]);
  return people;
}
