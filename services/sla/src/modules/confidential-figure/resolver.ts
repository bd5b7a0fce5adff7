import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { SlaContext } from '../../context.ts';
import { Organisation } from '../clock/index.ts';
import { Category, Region } from '../figure/graphql-index.ts';
import { ConfidentialFigureRow, ConfidentialFigures, ConfidentialTable } from './graphql.ts';
import { readToldYear } from './read-told-year.ts';
import type { ConfidentialTable as TableName } from './tables.ts';

@Resolver()
export class ConfidentialFigureResolver {
  @Query(() => ConfidentialFigures, {
    nullable: true,
    description:
      'How many confidential reports there were in a finished year, in a table without filters; from 1 February of the next year on. Null before, and of years without reports. Add them to reportFigures, which leave them out for outsiders.',
  })
  async confidentialReportFigures(
    @Arg('table', () => ConfidentialTable, { description: 'By what they are parted.' }) table: TableName,
    @Arg('year', () => Int, { description: 'For example 2025.' }) year: number,
    @Ctx() { database }: SlaContext,
  ): Promise<ConfidentialFigures | null> {
    const told = await readToldYear(database, year);
    if (!told) return null;
    return Object.assign(new ConfidentialFigures(), {
      year,
      table,
      toldOn: told.toldOn,
      total: told.total,
      rows: told.tables[table].map(({ key, count }) =>
        Object.assign(new ConfidentialFigureRow(), {
          key,
          category: table === 'CATEGORIES' && key ? Object.assign(new Category(), { id: key }) : null,
          region: table === 'PROVINCES' && key ? Object.assign(new Region(), { code: key }) : null,
          organisation:
            table === 'GOVERNMENTS' && key ? Object.assign(new Organisation(), { id: key }) : null,
          state: table === 'STATES' ? key : null,
          confidential: count,
        }),
      ),
    });
  }
}
