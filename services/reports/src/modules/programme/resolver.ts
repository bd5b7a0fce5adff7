import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { encodeCursor } from '@lapor/subgraph';
import { hasRole, type Viewer } from '@lapor/viewer';
import type { ReportsContext } from '../../context.ts';
import {
  afterOf,
  connection,
  pageSize,
  Report,
  ReportConnection,
  toUserError,
} from '../report/graphql-index.ts';
import { isDesk, may, policyFacts, reportId as uuid, type Result } from '../report/index.ts';
import {
  EndPriorityProgrammeInput,
  PriorityProgramme,
  PriorityProgrammeChanged,
  PriorityProgrammeResult,
  ProgrammeReportFilter,
  ReportProgramme,
  SavePriorityProgrammeInput,
} from './graphql.ts';
import { listProgrammeReports, listProgrammes, type ProgrammeRow } from './repository.ts';
import { endProgramme, saveProgramme } from './save-programme.ts';

/** KSP and the national desk see programmes and follow their reports; keys do not. */
const follows = (viewer: Viewer): boolean =>
  isDesk(viewer) || (!viewer.apiKey && hasRole(viewer, 'KSP_MONITOR'));

@Resolver(() => Report)
export class ProgrammeResolver {
  @Query(() => [PriorityProgramme], {
    description:
      'Priority programmes, the running ones first; for KSP and the national desk, empty for others.',
  })
  async priorityProgrammes(@Ctx() { database, viewer }: ReportsContext): Promise<PriorityProgramme[]> {
    return follows(viewer) ? (await listProgrammes(database)).map(toProgramme) : [];
  }

  @Query(() => ReportConnection, {
    description:
      'Reports of a programme that the viewer may read, newest first; for KSP and the national desk, empty for others.',
  })
  async programmeReports(
    @Ctx() context: ReportsContext,
    @Arg('programmeId', () => ID, { description: 'The programme.' }) programmeId: string,
    @Arg('filter', () => ProgrammeReportFilter, { nullable: true, description: 'Which of them.' })
    filter: ProgrammeReportFilter | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<ReportConnection> {
    const { database, viewer } = context;
    const size = pageSize(first);
    const rows =
      follows(viewer) && uuid.safeParse(programmeId).success
        ? await listProgrammeReports(database, programmeId, {
            states: filter?.states ?? null,
            withConfidential: isDesk(viewer),
            after: afterOf(after),
            limit: size + 1,
          })
        : [];
    return connection(context, rows, size, (row) => encodeCursor(row.submitted_at.toISOString(), row.id));
  }

  @FieldResolver(() => [ReportProgramme], {
    description:
      'Running priority programmes that it belongs to; for officers who read it before it is public, never for the public or the reporter.',
  })
  async programmes(@Root() report: Report, @Ctx() context: ReportsContext): Promise<ReportProgramme[]> {
    const { loaders, viewer, deps } = context;
    if (viewer.posts.length === 0) return [];
    const row = await loaders.report.load(report.id);
    if (!row || !may({ ...viewer, reportGrants: [] }, policyFacts(row, viewer, deps), 'readNotes')) return [];
    return (await loaders.programmes.load(report.id)).map((programme) =>
      Object.assign(new ReportProgramme(), { id: programme.id, name: programme.name }),
    );
  }

  @Mutation(() => PriorityProgrammeResult, {
    description:
      'Writes a programme, or another rule of one; open reports are looked through in the background. KSP.',
  })
  async savePriorityProgramme(
    @Arg('input', () => SavePriorityProgrammeInput, { description: 'The programme.' })
    input: SavePriorityProgrammeInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ): Promise<typeof PriorityProgrammeResult> {
    return toResult(await saveProgramme(deps, input, viewer));
  }

  @Mutation(() => PriorityProgrammeResult, {
    description: 'Ends a programme: its reports are flagged no more. KSP.',
  })
  async endPriorityProgramme(
    @Arg('input', () => EndPriorityProgrammeInput, { description: 'Which one.' })
    input: EndPriorityProgrammeInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ): Promise<typeof PriorityProgrammeResult> {
    return toResult(await endProgramme(deps, input, viewer));
  }
}

const toProgramme = (row: ProgrammeRow): PriorityProgramme =>
  Object.assign(new PriorityProgramme(), {
    id: row.id,
    name: row.name,
    categoryIds: row.category_ids,
    regionCodes: row.region_codes,
    words: row.words,
    // The ORM's own connection gives an instant as text.
    savedAt: new Date(row.saved_at),
    endedAt: row.ended_at && new Date(row.ended_at),
    isBeingApplied: row.looked_at_until !== null,
  });

const toResult = (result: Result<ProgrammeRow>): typeof PriorityProgrammeResult =>
  (result.ok
    ? Object.assign(new PriorityProgrammeChanged(), { programme: toProgramme(result.value) })
    : toUserError(result.failure)) as typeof PriorityProgrammeResult;
