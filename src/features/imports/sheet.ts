import type { CatalogueChange, CatalogueCoordinator, CatalogueCourse, CatalogueCustomer } from './catalogue';

/** Things that come and go as rows of a CSV file, one kind in a file. */
export const SHEET_KINDS = ['courses', 'customers', 'coordinators'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

export const MAX_ROWS = 10_000;

/** Everything that can be wrong with a file, a row or a cell, each with a sentence of its own in every catalogue of copy. */
export type SheetProblemCode =
  | 'file.empty'
  | 'file.not_text'
  | 'file.workbook'
  | 'file.quote'
  | 'file.too_many_rows'
  | 'file.too_large'
  | 'file.gone'
  | 'file.not_yours'
  | 'file.not_allowed'
  | 'header.unknown'
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
  | 'customer.unknown'
  | 'product.unknown'
  | 'channel.taken';

export interface SheetProblem {
  code: SheetProblemCode;
  /** As a spreadsheet numbers rows, the header being the first; left out where the whole file is meant. */
  row?: number;
  column?: string;
  details?: Record<string, string | number>;
}

export type RowProblem = Omit<SheetProblem, 'row'>;

/** What becomes of a row, or what is wrong with it. */
export type Verdict = CatalogueChange | RowProblem[];

/** Something in the row it was read from. */
export interface Placed<Item> {
  row: number;
  item: Item;
}

interface Rows<Kind extends SheetKind, Item> {
  kind: Kind;
  rows: Placed<Item>[];
  /** Of the rows that are not in `rows`. */
  problems: SheetProblem[];
}

type CourseSheet = Rows<'courses', CatalogueCourse>;
type CustomerSheet = Rows<'customers', CatalogueCustomer>;
type CoordinatorSheet = Rows<'coordinators', CatalogueCoordinator>;

/** What a CSV file holds. */
export type Sheet = CourseSheet | CustomerSheet | CoordinatorSheet;

/** A file that holds no rows of a kind we know, and why. */
export interface Unreadable {
  kind: undefined;
  problems: SheetProblem[];
}

/** What importing a file does, or would do, row by row. */
export interface SheetReport {
  kind: SheetKind | undefined;
  changes: (CatalogueChange & { row: number })[];
  problems: SheetProblem[];
}
