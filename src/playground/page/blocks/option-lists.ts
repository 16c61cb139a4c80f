import type { Option, OptionGroup } from '../workspace-state';
import type { OptionList } from './surface';

interface Options {
  options?: Option[];
  option_groups?: OptionGroup[];
}

/** Options, grouped or not, as a list of lists. */
export function listsOf({ options, option_groups }: Options): OptionList[] {
  if (option_groups)
    return option_groups.map(({ label, options: grouped }) => ({ label: label.text, options: grouped }));
  return options?.length ? [{ options }] : [];
}

/** The options whose text contains the query. */
export function matching(lists: OptionList[], query: string): OptionList[] {
  const wanted = query.trim().toLocaleLowerCase();
  return lists
    .map((list) => ({
      ...list,
      options: list.options.filter(({ text }) => text.text.toLocaleLowerCase().includes(wanted)),
    }))
    .filter(({ options }) => options.length > 0);
}
