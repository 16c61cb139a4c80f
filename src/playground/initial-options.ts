import type { z } from 'zod';

interface Option {
  text: { text: string };
  value: string;
}

interface Choices {
  options?: Option[] | undefined;
  option_groups?: { options: Option[] }[] | undefined;
  initial_option?: Option | undefined;
  initial_options?: Option[] | undefined;
}

/** Initial options must equal one of the options exactly. */
export function startsAmong<Schema extends z.ZodType<Choices>>(schema: Schema) {
  return schema.refine(isAmong, { message: 'initial options must be among the options' });
}

function isAmong({ options, option_groups, initial_option, initial_options }: Choices): boolean {
  const offered = options ?? option_groups?.flatMap((group) => group.options) ?? [];
  const initial = initial_options ?? (initial_option ? [initial_option] : []);
  return initial.every((one) =>
    offered.some((other) => other.value === one.value && other.text.text === one.text.text),
  );
}
