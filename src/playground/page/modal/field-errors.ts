import { createContext, useContext } from 'react';

type FieldErrors = Record<string, string>;

const Context = createContext<FieldErrors>({});

/** By block id, what is wrong in the form around. */
export const FieldErrorsContext = Context.Provider;

export function useFieldError(blockId: string): string | undefined {
  return useContext(Context)[blockId];
}
