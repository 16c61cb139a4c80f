import { LineCounter, parseDocument } from 'yaml';
import type { Catalogue } from '../domain/catalogue';
import type { Locale } from '../domain/customer';
import { restriction } from '../domain/restriction';
import { crossChecks } from './catalogue-checks';
import { type CatalogueFile, catalogueSchema } from './catalogue-schema';
import { type FileError, toProblems, withLine } from './file-errors';

/** For customers whose file says nothing. */
interface Defaults {
  timezone: string;
  locale: Locale;
}

/** Reads an import file: what it holds, or everything that is wrong with it, each with its line. */
export function readCatalogue(text: string, defaults: Defaults): { catalogue: Catalogue } | { errors: FileError[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      errors: document.errors.map((error) => ({ line: lines.linePos(error.pos[0]).line, message: error.message })),
    };
  }
  const file: unknown = document.toJS() ?? {};
  const result = catalogueSchema.safeParse(file);
  const problems = [...(result.error?.issues.flatMap(toProblems) ?? []), ...crossChecks(file)];
  if (result.success && problems.length === 0) return { catalogue: toCatalogue(result.data, defaults) };
  return { errors: problems.map((problem) => withLine(problem, document, lines)).sort((a, b) => a.line - b.line) };
}

function toCatalogue(data: CatalogueFile, defaults: Defaults): Catalogue {
  return {
    courses: data.courses ?? [],
    products: (data.products ?? []).map((item) => ({
      code: item.code,
      name: item.name,
      packSize: item.pack_size,
      courses: restriction(item.courses),
      role: item.role,
      supervisorRole: item.supervisor_role,
      durationDays: item.duration_days,
      startDate: item.start_date,
      endDate: item.end_date,
      assignWithinDays: item.assign_within_days,
    })),
    customers: (data.customers ?? []).map((item) => ({
      code: item.code,
      name: item.name,
      channel: item.channel,
      timezone: item.timezone ?? defaults.timezone,
      locale: item.locale ?? defaults.locale,
      leftOut: (['timezone', 'locale'] as const).filter((field) => item[field] === undefined),
      coordinators: item.coordinators.map(({ team, user }) => ({ teamId: team, userId: user })),
    })),
  };
}
