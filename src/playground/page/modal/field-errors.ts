import { createContext, useContext } from 'react';

type FieldErrors = Record<string, string>;

const Context = createContext<FieldErrors>({});

/** The errors of the surrounding form, by block id. */
export const FieldErrorsContext = Context.Provider;

export function useFieldError(blockId: string): string | undefined {
  return useContext(Context)[blockId];
}
