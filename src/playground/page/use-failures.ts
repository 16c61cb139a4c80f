import { useCallback, useMemo, useState } from 'react';
import { NOT_REACHED } from './client';
import { useFading } from './use-fading';
import { useReturn } from './use-return';
import { useStored } from './use-stored';
import { type Failure, nameOf } from './workspace-state';

export interface Failures {
  shown: string[];
  add(text: string): void;
  dismiss(text: string): void;
}

const MAX_DISMISSED = 100;
const nothing: string[] = [];

/** Recent failures that are not dismissed, from the server or the page; equal texts only once. */
export function useFailures(reported: readonly Failure[], lost: boolean): Failures {
  const [noticed, setNoticed] = useState<Failure[]>([]);
  const [dismissed, setDismissed] = useStored(sessionStorage, 'local-workspace.dismissed', nothing);

  const current = useMemo(() => {
    const fresh = reported.filter((failure) => !dismissed.includes(nameOf(failure)));
    return [...fresh, ...noticed];
  }, [reported, noticed, dismissed]);

  const add = useCallback((text: string) => setNoticed((before) => [...before, { id: performance.now(), text }]), []);

  const drop = useCallback(
    (failures: readonly Failure[]) => {
      setNoticed((before) => before.filter((one) => !failures.includes(one)));
      setDismissed((before) => [...before, ...failures.map(nameOf)].slice(-MAX_DISMISSED));
    },
    [setDismissed],
  );

  useFading(current, drop);
  useReturn(lost, () => {
    setNoticed((before) => before.filter(({ text }) => text !== NOT_REACHED));
    // A restarted server numbers its failures from 1 again, so stored names could match new failures.
    setDismissed((before) => before.filter((name) => reported.some((failure) => nameOf(failure) === name)));
  });

  return {
    shown: [...new Set(current.map(({ text }) => text))],
    add,
    dismiss: (text) => drop(current.filter((failure) => failure.text === text)),
  };
}
