import { useEffect, useState } from 'react';
import { fetchPeople } from './client';
import type { Person } from './workspace-state';

/** Everybody one can be; asked again when the server has come back. */
export function usePeople(lost: boolean): Person[] {
  const [people, setPeople] = useState<Person[]>([]);
  useEffect(() => {
    if (lost) return;
    fetchPeople().then(setPeople, () => undefined);
  }, [lost]);
  return people;
}
