import { ReferenceImport, toReferenceImport } from '@lapor/reference-data/graphql';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { isDesk } from '../report/index.ts';
import { listImports } from './log.ts';

@Resolver()
export class ReferenceImportResolver {
  @Query(() => [ReferenceImport], {
    description:
      'When categories and synonyms were imported and what became of it, newest first, 50 at most; for the national desk, empty for others.',
  })
  async categoryImports(@Ctx() { database, viewer }: ReportsContext): Promise<ReferenceImport[]> {
    return isDesk(viewer) ? (await listImports(database)).map(toReferenceImport) : [];
  }
}
