import { useCallback, useState } from 'react';

type Errors = Record<string, string>;

/** The errors of the last submission, except for fields changed since. */
export function useFormErrors(reported: Errors) {
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [submissions, setSubmissions] = useState(0);

  const forget = useCallback((blockId: string) => setChanged((before) => new Set(before).add(blockId)), []);
  const renew = useCallback(() => {
    setChanged(new Set());
    setSubmissions((before) => before + 1);
  }, []);

  const errors: Errors = Object.fromEntries(Object.entries(reported).filter(([blockId]) => !changed.has(blockId)));
  return { errors, submissions, forget, renew };
}
