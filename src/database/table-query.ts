import type { Changes, ColumnOf, NewRow, Only, Row, TableName } from './columns';
import type { Awaitable, Query, Where } from './query';
import type { Expression } from './tables';

/** A query of one table that can also insert, update and delete. */
export interface TableQuery<T extends TableName> extends Query<{ [K in T]: Row<T> }> {
  insert<G extends NewRow<T>>(rows: Only<NewRow<T>, G> | readonly Only<NewRow<T>, G>[]): Insert<T>;
  update<G extends Changes<T>>(changes: Only<Changes<T>, G>): Change<T, number>;
  update<G extends Changes<T>, C extends ColumnOf<T>>(
    changes: Only<Changes<T>, G>,
    returning: readonly C[],
  ): Change<T, Pick<Row<T>, C>[]>;
  delete(): Change<T, number>;
}

/** An insert, update or delete. Awaiting it returns `Out`: the number of changed rows, unless it returns columns. */
interface Change<T extends TableName, Out> extends Where<{ [K in T]: Row<T> }>, Awaitable<Out> {
  returning(all: '*'): Change<T, Row<T>[]>;
  returning<C extends ColumnOf<T>>(columns: C | readonly C[]): Change<T, Pick<Row<T>, C>[]>;
}

export interface Insert<T extends TableName> extends Change<T, unknown> {
  /** Without columns, covers any conflict. A partial index is given as SQL. */
  onConflict(columns?: ColumnOf<T> | readonly ColumnOf<T>[] | Expression): OnConflict<T>;
}

interface OnConflict<T extends TableName> {
  ignore(): Change<T, unknown>;
  merge(columns?: readonly ColumnOf<T>[]): Change<T, unknown>;
  merge<G extends Changes<T>>(changes: Only<Changes<T>, G>): Change<T, unknown>;
}
