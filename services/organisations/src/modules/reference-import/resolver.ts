import { readReferenceSources } from '@lapor/reference-data';
import { ReferenceImport, toReferenceImport } from '@lapor/reference-data/graphql';
import { isNationalDesk, type Viewer } from '@lapor/viewer';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ReferenceSource } from './graphql.ts';
import { listImports } from './log.ts';

/** People of the national desk, never a key. */
const isDesk = (viewer: Viewer): boolean => !viewer.apiKey && isNationalDesk(viewer);

@Resolver()
export class ReferenceImportResolver {
  @Query(() => [ReferenceImport], {
    description:
      'When regions, organisations and the category map were imported and what became of it, newest first, 50 at most; for the national desk, empty for others.',
  })
  async organisationImports(@Ctx() { database, viewer }: Context): Promise<ReferenceImport[]> {
    return isDesk(viewer) ? (await listImports(database)).map(toReferenceImport) : [];
  }

  @Query(() => [ReferenceSource], {
    description:
      'Where the reference data of the platform are from, by file; for the national desk, empty for others.',
  })
  async referenceSources(@Ctx() { viewer }: Context): Promise<ReferenceSource[]> {
    if (!isDesk(viewer)) return [];
    return (await readReferenceSources()).map((row) => Object.assign(new ReferenceSource(), row));
  }
}
