import type { CatalogueChange, CatalogueCoordinator, CatalogueCourse, CatalogueCustomer } from './catalogue';

/** Kinds of rows in CSV files; a file contains one kind. */
export const SHEET_KINDS = ['courses', 'customers', 'coordinators'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

export const MAX_ROWS = 10_000;

/** Everything that can be wrong with a file, a row or a cell. The copy has a sentence for each, in every language. */
export type SheetProblemCode =
  | 'file.empty'
  | 'file.not_text'
  | 'file.workbook'
  | 'file.web_page'
  | 'file.encoding'
  | 'file.garbled'
  | 'file.quote'
  | 'file.too_many_rows'
  | 'file.too_large'
  | 'file.gone'
  | 'file.not_yours'
  | 'file.not_allowed'
  | 'file.people'
  | 'header.unknown'
  | 'header.below'
  | 'header.separator'
  | 'column.missing'
  | 'column.unknown'
  | 'column.repeated'
  | 'cell.extra'
  | 'cell.empty'
  | 'cell.too_long'
  | 'cell.backslash'
  | 'cell.code'
  | 'cell.open'
  | 'cell.slack_id'
  | 'cell.timezone'
  | 'cell.locale'
  | 'cell.quota'
  | 'row.repeated'
  | 'row.separator'
  | 'customer.unknown'
  | 'product.unknown'
  | 'channel.taken';

export interface SheetProblem {
  code: SheetProblemCode;
  /** Numbered as in a spreadsheet, with the header as row 1; missing when the problem concerns the whole file. */
  row?: number;
  column?: string;
  details?: Record<string, string | number>;
}

export type RowProblem = Omit<SheetProblem, 'row'>;

/** The change that a row makes, or its problems. */
export type Verdict = CatalogueChange | RowProblem[];

/** An item with the row that it comes from. */
export interface Placed<Item> {
  row: number;
  item: Item;
}

interface Rows<Kind extends SheetKind, Item> {
  kind: Kind;
  rows: Placed<Item>[];
  /** Problems of the rows that are not in `rows`. */
  problems: SheetProblem[];
}

type CourseSheet = Rows<'courses', CatalogueCourse>;
type CustomerSheet = Rows<'customers', CatalogueCustomer>;
type CoordinatorSheet = Rows<'coordinators', CatalogueCoordinator>;

/** The content of a CSV file. */
export type Sheet = CourseSheet | CustomerSheet | CoordinatorSheet;

/** A file without rows of a known kind, and why. */
export interface Unreadable {
  kind: undefined;
  problems: SheetProblem[];
}

/** What an import does, or would do, row by row. */
export interface SheetReport {
  kind: SheetKind | undefined;
  changes: (CatalogueChange & { row: number })[];
  problems: SheetProblem[];
  /** How often the preview was shown anew because the data had changed. */
  round?: number;
  /** Rows that had changed when the person confirmed the preview before this one. */
  overtaken?: number[];
}
