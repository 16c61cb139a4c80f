import type {
  Aliased,
  Aliases,
  Column,
  ColumnValue,
  Count,
  Filter,
  Given,
  Only,
  OrNull,
  Qualified,
  Result,
  Selected,
  Source,
  Sources,
  TableAs,
} from './columns';
import type { Expression } from './tables';

// Knex's own types accept any string as a table or a column. These types describe the part of Knex that the program
// uses, without that fallback, so that a misspelt name does not compile. They are types only: at run time, a query is
// Knex's query builder.

type Operator = 'like' | '=' | '<>' | '<' | '<=' | '>' | '>=';
type Direction = 'asc' | 'desc';
export type Bindings = readonly unknown[] | Readonly<Record<string, unknown>>;
/** Runs when awaited. */
export type Awaitable<Out> = Pick<Promise<Out>, 'then' | 'catch' | 'finally'>;

/** A subquery with an alias, or SQL that stands for one. `sources` exists in the types only. */
export interface Derived<S extends Sources> extends Expression {
  readonly sources?: S;
}
/** A query that returns rows of this type. `row` exists in the types only. */
export interface Rows<R> extends Expression {
  readonly row?: R;
}

/** Conditions. Each call changes the query itself and returns it. */
export interface Where<S extends Sources> {
  /** Exists in the types only. */
  readonly reads?: S;
  where<G extends Filter<S>>(filter: Only<Filter<S>, G>): this;
  where(group: (group: Where<S>) => unknown): this;
  where(condition: Expression): this;
  where<C extends Column<S>>(column: C, value: Given<S, C>): this;
  where<C extends Column<S>>(column: C, operator: Operator, value: NonNullable<ColumnValue<S, C>> | Expression): this;
  whereNot<G extends Filter<S>>(filter: Only<Filter<S>, G>): this;
  whereNot<C extends Column<S>>(column: C, value: Given<S, C>): this;
  whereNull(column: Column<S>): this;
  whereNotNull(column: Column<S>): this;
  whereIn<C extends Column<S>>(column: C, values: readonly ColumnValue<S, C>[] | Expression): this;
  whereIn<C extends Column<S>>(
    columns: readonly C[],
    values: readonly (readonly ColumnValue<S, C>[])[] | Expression,
  ): this;
  whereNotIn<C extends Column<S>>(column: C, values: readonly ColumnValue<S, C>[] | Expression): this;
  whereBetween<C extends Column<S>>(column: C, range: readonly [ColumnValue<S, C>, ColumnValue<S, C>]): this;
  whereLike(column: Column<S>, pattern: string): this;
  whereExists(query: Expression): this;
  whereNotExists(query: Expression): this;
  whereRaw(sql: string, bindings?: Bindings): this;
  orWhere<G extends Filter<S>>(filter: Only<Filter<S>, G>): this;
  orWhere(group: (group: Where<S>) => unknown): this;
  orWhere<C extends Column<S>>(column: C, operator: Operator, value: NonNullable<ColumnValue<S, C>> | Expression): this;
  orWhereNull(column: Column<S>): this;
  orWhereNotIn<C extends Column<S>>(column: C, values: readonly ColumnValue<S, C>[] | Expression): this;
  orWhereExists(query: Expression): this;
  orWhereRaw(sql: string, bindings?: Bindings): this;
}

/** The tables that a query reads. */
export type SourcesOf<Q> = Q extends { readonly reads?: infer S extends Sources } ? S : never;

/** Reads the tables `S`. `R` is the selection so far. Awaiting the query returns `Out`. */
export interface Query<S extends Sources, R = unknown, Out = Result<S, R>[]>
  extends Where<S>,
    Rows<Result<S, R>>,
    Awaitable<Out> {
  join<N extends TableAs>(table: N, one: Qualified<S & Source<N>>, other: Qualified<S & Source<N>>): Joined<S, N, R>;
  join<N extends TableAs>(table: N, on: (on: JoinOn<S & Source<N>>) => unknown): Joined<S, N, R>;
  join<D extends Sources>(derived: Derived<D>, one: Qualified<S & D>, other: Qualified<S & D>): Query<S & D, R>;
  leftJoin<N extends TableAs>(
    table: N,
    one: Qualified<S & Source<N>>,
    other: Qualified<S & Source<N>> | Expression,
  ): LeftJoined<S, N, R>;
  leftJoin<N extends TableAs>(table: N, on: (on: JoinOn<S & Source<N>>) => unknown): LeftJoined<S, N, R>;

  select<C extends Column<S>>(...columns: C[]): Query<S, R & Selected<S, C>>;
  select<T extends keyof S & string>(all: `${T}.*`): Query<S, R & S[T]>;
  select<A extends Aliases<S>>(columns: A): Query<S, R & Aliased<S, A>>;
  /** The caller declares what the SQL returns; nothing checks it. */
  select<Extra = unknown>(...sql: Expression[]): Query<S, R & Extra>;
  distinct<C extends Column<S>>(...columns: C[]): Query<S, R & Selected<S, C>>;
  pluck<C extends Column<S>>(column: C): Query<S, R, ColumnValue<S, C>[]>;
  first(): Query<S, R, Result<S, R> | undefined>;
  first<C extends Column<S>>(...columns: C[]): Query<S, R, Result<S, R & Selected<S, C>> | undefined>;

  count<A extends Record<string, Column<S> | '*'>>(columns: A): Query<S, R & { [K in keyof A]: Count }>;
  countDistinct<A extends Aliases<S>>(columns: A): Query<S, R & { [K in keyof A]: Count }>;
  countDistinct(column: Column<S>): Query<S, R>;
  min<A extends Aliases<S>>(columns: A): Query<S, R & { [K in keyof A]: ColumnValue<S, A[K]> | null }>;
  min(column: Column<S>): Query<S, R>;
  max<A extends Aliases<S>>(columns: A): Query<S, R & { [K in keyof A]: ColumnValue<S, A[K]> | null }>;

  groupBy(...columns: Column<S>[]): this;
  orderBy(column: Column<S> | (keyof R & string), direction?: Direction): this;
  orderBy(columns: readonly (Column<S> | { column: Column<S>; order: Direction })[]): this;
  orderByRaw(sql: string): this;
  limit(rows: number): this;
  offset(rows: number): this;
  unionAll(query: Rows<Result<S, R>>): this;
  as<A extends string>(alias: A): Derived<{ [K in A]: Result<S, R> & object }>;
  /** Locks the rows until the transaction ends. Has no effect on SQLite, which has one writer. */
  forUpdate(): this;
  skipLocked(): this;
  clone(): this;
  clearSelect(): Query<S>;
  clearOrder(): this;
}

type Joined<S extends Sources, N extends TableAs, R> = Query<S & Source<N>, R>;
type LeftJoined<S extends Sources, N extends TableAs, R> = Query<S & OrNull<Source<N>>, R>;

export interface JoinOn<S> {
  on(one: Qualified<S>, other: Qualified<S>): this;
  andOnNull(column: Qualified<S>): this;
}

/** A named query that another query reads from. */
export interface With<D extends Sources> {
  from<N extends keyof D & string>(name: N): Query<Pick<D, N>>;
}
