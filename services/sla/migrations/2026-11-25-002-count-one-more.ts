import { Migration } from '@lapor/database';

/**
 * Most changes of a histogram count one report more or less. The function adds a single number by cutting and joining arrays, in an
 * expression that is written into the statement that calls it; what changes more is added element by element, as before.
 */
export class CountOneMore extends Migration {
  override up() {
    const statements = [
      `alter function add_counts(int[], int[]) rename to add_counts_one_by_one`,
      `create function add_counts(a int[], b int[]) returns int[] language sql immutable parallel safe as $$
        select case
          when a is null then b
          when b is null or cardinality(b) = 0 then a
          when b[cardinality(b)] = 0 or b[:cardinality(b) - 1] <> array_fill(0, array[cardinality(b) - 1]) then add_counts_one_by_one(a, b)
          when cardinality(b) > cardinality(a)
            then a || array_fill(0, array[cardinality(b) - cardinality(a) - 1]) || b[cardinality(b)]
          -- What is last may become nought, and then the noughts before it go as well.
          when cardinality(b) = cardinality(a) and a[cardinality(a)] + b[cardinality(b)] = 0 then add_counts_one_by_one(a, b)
          else a[:cardinality(b) - 1] || (a[cardinality(b)] + b[cardinality(b)]) || a[cardinality(b) + 1:]
        end
      $$`,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
