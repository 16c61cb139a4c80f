import type { Tables } from 'knex/types/tables';
import type { Expression } from './tables';

// The names that a query may use, and the types of their values.

export type TableName = keyof Tables & string;
export type Row<T extends TableName> = Tables[T]['base'];
export type NewRow<T extends TableName> = Tables[T]['insert'];
export type Changes<T extends TableName> = Tables[T]['update'];
export type ColumnOf<T extends TableName> = keyof Row<T> & string;

/** The rows that a query reads, by table name or alias. */
export type Sources = Record<string, object>;
/** A table, with or without an alias. */
export type TableAs = TableName | `${TableName} as ${string}`;
export type Source<N extends TableAs> = N extends TableName
  ? { [T in N]: Row<T> }
  : N extends `${infer T extends TableName} as ${infer Alias}`
    ? { [A in Alias]: Row<T> }
    : never;

/** `seats.id` */
export type Qualified<S> = { [T in keyof S & string]: `${T}.${keyof S[T] & string}` }[keyof S & string];
/** `id` or `seats.id` */
export type Column<S> = { [T in keyof S]: keyof S[T] & string }[keyof S] | Qualified<S>;
export type ColumnValue<S, C> = C extends `${infer T extends keyof S & string}.${infer K}`
  ? S[T][K & keyof S[T]]
  : { [T in keyof S]: C extends keyof S[T] ? S[T][C] : never }[keyof S];

/** Columns under other names: `{ course_name: 'courses.name' }`. */
export type Aliases<S> = Record<string, Column<S>>;
export type Aliased<S, A> = { [K in keyof A]: ColumnValue<S, A[K]> };
export type Selected<S, C extends string> = {
  [K in C as K extends `${string}.${infer Name}` ? Name : K]: ColumnValue<S, K>;
};
/** The columns of a result row: every column when nothing is selected. */
export type Result<S, R> = unknown extends R ? Everything<S> : { [K in keyof R]: R[K] };
type Everything<S> = UnionToIntersection<S[keyof S]>;
type UnionToIntersection<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? I
  : never;

export type Given<S, C> = ColumnValue<S, C> | Expression;
export type Filter<S> = { [C in Column<S>]?: Given<S, C> };
/** Rejects properties that the shape lacks, even in objects declared elsewhere. */
export type Only<Shape, G> = G & { [K in keyof G]: K extends keyof Shape ? G[K] : never };
/** PostgreSQL returns counts as text. */
export type Count = number | string;

/** The columns of a left join, null when no row matches. */
export type OrNull<S> = { [T in keyof S]: Nullable<S[T]> };
export type Nullable<R> = { [C in keyof R]: R[C] | null };
