import { LineCounter, parseDocument } from 'yaml';
import type { Locale } from '../../core/customer';
import { restriction } from '../../core/restriction';
import { DEFAULTED, DEFAULTS } from '../products/product';
import type { Catalogue, CatalogueProduct } from './catalogue';
import { crossChecks, type Problem } from './catalogue-checks';
import { type CatalogueFile, catalogueSchema } from './catalogue-schema';
import { type FileError, toProblems, withLine } from './files/file-errors';

/** For customers whose file leaves them out. */
interface CustomerDefaults {
  timezone: string;
  locale: Locale;
}

/**
 * Parses an import file: its content, or all its errors with line numbers. `place` finds the line of errors that later
 * steps find.
 */
export function readCatalogue(
  text: string,
  defaults: CustomerDefaults,
): { catalogue: Catalogue; place: (problem: Problem) => FileError } | { errors: FileError[] } {
  const lines = new LineCounter();
  // The parser knows no line ends of an old Mac.
  const document = parseDocument(text.replace(/\r\n?/g, '\n'), {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  if (document.errors.length > 0) {
    return {
      errors: document.errors.map((error) => ({ line: lines.linePos(error.pos[0]).line, message: error.message })),
    };
  }
  const file: unknown = document.toJS() ?? {};
  const result = catalogueSchema.safeParse(file);
  const problems = [...(result.error?.issues.flatMap(toProblems) ?? []), ...crossChecks(file)];
  const place = (problem: Problem) => withLine(problem, document, lines);
  if (result.success && problems.length === 0) return { catalogue: toCatalogue(result.data, defaults), place };
  return { errors: problems.map(place).sort((a, b) => a.line - b.line) };
}

function toCatalogue(data: CatalogueFile, defaults: CustomerDefaults): Catalogue {
  return {
    courses: data.courses ?? [],
    products: (data.products ?? []).map(toProduct),
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

function toProduct(item: NonNullable<CatalogueFile['products']>[number]): CatalogueProduct {
  const stated = { packSize: item.pack_size, role: item.role, supervisorRole: item.supervisor_role };
  return {
    code: item.code,
    name: item.name,
    description: item.description,
    packSize: stated.packSize ?? DEFAULTS.packSize,
    courses: restriction(item.courses),
    role: stated.role ?? DEFAULTS.role,
    supervisorRole: stated.supervisorRole ?? DEFAULTS.supervisorRole,
    durationDays: item.duration_days,
    startDate: item.start_date,
    endDate: item.end_date,
    assignWithinDays: item.assign_within_days,
    customerSupport: item.customer_support,
    leftOut: DEFAULTED.filter((term) => stated[term] === undefined),
  };
}
