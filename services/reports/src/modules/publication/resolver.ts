import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { encodeCursor, LocalDate, pageOf } from '@lapor/subgraph';
import type { ReportsContext } from '../../context.ts';
import {
  afterOf,
  answerChange,
  ChangeReportResult,
  connection,
  Organisation,
  pageSize,
  ReportConnection,
} from '../report/graphql-index.ts';
import { isDesk } from '../report/index.ts';
import {
  ModerationCount,
  ModerationCounts,
  ModerationKindEnum,
  ModerationLogEntry,
  ModerationLogEntryConnection,
  ModerationRuleEnum,
  RedactPhotoInput,
  RedactReportInput,
  ReleaseReportInput,
  WithholdReportInput,
} from './graphql.ts';
import { redactPhoto } from './redact-photo.ts';
import { redactReport } from './redact-report.ts';
import { releaseReport } from './release-report.ts';
import type { ModerationKind, ModerationRule } from './vocabulary.ts';
import { countHeld, countModeration, listHeld, listModeration, type ModerationRow } from './repository.ts';
import { withholdReport } from './withhold-report.ts';

const toEntry = ({ id, day, kind, rule, number, organisation_id }: ModerationRow): ModerationLogEntry =>
  Object.assign(new ModerationLogEntry(), {
    id,
    day,
    kind,
    rule,
    reportNumber: number,
    organisation: organisation_id && Object.assign(new Organisation(), { id: organisation_id }),
  });

@Resolver()
export class PublicationResolver {
  @Query(() => ReportConnection, {
    description:
      'Reports that were passed on and are not public, by the day by which the national desk decides; empty for everybody else.',
  })
  async heldReports(
    @Ctx() context: ReportsContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<ReportConnection> {
    const size = pageSize(first);
    const rows = isDesk(context.viewer) ? await listHeld(context.database, afterOf(after), size + 1) : [];
    return connection(context, rows, size, (row) => encodeCursor(row.held_until, row.id));
  }

  @Query(() => ModerationLogEntryConnection, {
    description: 'What was kept from the public, and by which rule; newest first. For everybody.',
  })
  async moderationLog(
    @Ctx() { database }: ReportsContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @Arg('kind', () => ModerationKindEnum, { nullable: true, description: 'Only this act.' })
    kind: ModerationKind | null,
    @Arg('rule', () => ModerationRuleEnum, { nullable: true, description: 'Only by this rule.' })
    rule: ModerationRule | null,
  ): Promise<ModerationLogEntryConnection> {
    const size = pageSize(first);
    const rows = await listModeration(database, { kind, rule }, afterOf(after), size + 1);
    return pageOf(rows, size, (row) => encodeCursor(row.at.toISOString(), row.id), toEntry);
  }

  @Query(() => ModerationCounts, { description: 'How much was kept from the public, by act and rule.' })
  async moderationCounts(
    @Ctx() { database, deps }: ReportsContext,
    @Arg('from', () => LocalDate, { description: 'First day, in western Indonesia.' }) from: string,
    @Arg('until', () => LocalDate, { description: 'Last day, included.' }) until: string,
  ): Promise<ModerationCounts> {
    const [rows, held] = await Promise.all([
      countModeration(database, from, until),
      countHeld(database, deps.clock.now()),
    ]);
    return Object.assign(new ModerationCounts(), {
      rows: rows.map((row) => Object.assign(new ModerationCount(), row)),
      heldNow: held.held,
      overdueNow: held.overdue,
    });
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Holds a report back from publication for three working days; the national desk alone.',
  })
  async withholdReport(
    @Arg('input', () => WithholdReportInput, { description: 'A hold from publication.' })
    input: WithholdReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await withholdReport(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, { description: 'Publishes a report that was held back.' })
  async releaseReport(
    @Arg('input', () => ReleaseReportInput, { description: 'The end of a hold.' }) input: ReleaseReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await releaseReport(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, {
    description:
      'Takes words out of what is read of a report; the original stays sealed. The unit that leads covers personal data, and gives no other words.',
  })
  async redactReport(
    @Arg('input', () => RedactReportInput, { description: 'Other words for what the public reads.' })
    input: RedactReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await redactReport(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, {
    description:
      'Blacks out areas of a photo; the photo as it was stays sealed. The unit that leads does so by `PERSONAL_DATA` alone.',
  })
  async redactPhoto(
    @Arg('input', () => RedactPhotoInput, { description: 'Areas of a photo to black out.' })
    input: RedactPhotoInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await redactPhoto(context.deps, input, context.viewer));
  }
}
