import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import { Connection, DateTime, encodeCursor, pageOf } from '@lapor/subgraph';
import type { ReportsContext } from '../../context.ts';
import {
  afterOf,
  answerChange,
  ArchiveCodeEnum,
  ChangeReportResult,
  InvalidInput,
  NotFound,
  pageSize,
  Report,
  show,
  toUserError,
} from '../report/graphql-index.ts';
import { isDesk, type ArchiveCode } from '../report/index.ts';
import { archiveJunkGroup, releaseFromJunk } from './decide-junk.ts';
import { listJunkGroups, type JunkGroupRow } from './repository.ts';
import type { JunkReason } from './suspicion.ts';

const JunkReasonEnum = {
  REPEATED_TEXT: 'REPEATED_TEXT',
  LINKS_ONLY: 'LINKS_ONLY',
  ABUSIVE_WORDS: 'ABUSIVE_WORDS',
} as const;
registerEnumType(JunkReasonEnum, {
  name: 'JunkReason',
  description: 'Why the platform suspects junk; a person decides.',
  valuesConfig: {
    REPEATED_TEXT: { description: 'Four or more with the same words within 30 days.' },
    LINKS_ONLY: { description: 'Links, and hardly a word besides.' },
    ABUSIVE_WORDS: { description: 'Little else than insults.' },
  },
});

@ObjectType({
  description: 'Reports that look like junk for one reason. They wait for verification as before.',
})
export class JunkGroup {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => JunkReasonEnum, { description: 'Why they are together.' }) reason!: JunkReason;
  @Field(() => Int, { description: 'How many are still to be decided; counted up to 1,000.' }) count!: number;
  @Field(() => DateTime, { description: 'When the first was found.' }) openedAt!: Date;
  @Field(() => DateTime, { description: 'When the last was found.' }) newestAt!: Date;
  reportIds!: string[];
}

const JunkGroupConnection = Connection('JunkGroup', () => JunkGroup);
type JunkGroupConnection = InstanceType<typeof JunkGroupConnection>;

@InputType({ description: 'The end of a group of junk.' })
export class ArchiveJunkGroupInput {
  @Field(() => ID, { description: 'The group.' }) groupId!: string;
  @Field(() => ArchiveCodeEnum, { description: 'SPAM, HATE_OR_HOAX or DUPLICATE.' }) code!: ArchiveCode;
  @Field(() => String, { description: 'The reason that each reporter reads; 10 to 1,000 characters.' })
  text!: string;
}

@InputType({ description: 'A report that is no junk.' })
export class ReleaseFromJunkInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
}

@ObjectType({ description: 'What became of a group.' })
export class JunkGroupArchived {
  @Field(() => Int, { description: 'Archived now; each may be appealed.' }) archivedCount!: number;
  @Field(() => Int, { description: 'Passed over, because something happened to them meanwhile.' })
  passedOverCount!: number;
  @Field(() => Int, { description: 'Still to be decided: at most 100 are archived at once.' })
  leftCount!: number;
}

const ArchiveJunkGroupResult = createUnionType({
  name: 'ArchiveJunkGroupResult',
  description: 'What became of the group, or why nothing did.',
  types: () => [JunkGroupArchived, InvalidInput, NotFound] as const,
});

const toGroup = (row: JunkGroupRow): JunkGroup =>
  Object.assign(new JunkGroup(), {
    id: row.id,
    reason: row.reason,
    count: row.count,
    openedAt: row.opened_at,
    newestAt: row.newest_at,
    reportIds: row.report_ids,
  });

@Resolver(() => JunkGroup)
export class JunkResolver {
  @Query(() => JunkGroupConnection, {
    description: 'What looks like junk, for the national desk, the newest first; empty for everybody else.',
  })
  async junkGroups(
    @Ctx() { database, deps, viewer }: ReportsContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Page size, 50 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<JunkGroupConnection> {
    const size = Math.min(pageSize(first), 50);
    const rows = isDesk(viewer)
      ? await listJunkGroups(database, deps.clock.now(), afterOf(after), size + 1)
      : [];
    return pageOf(rows, size, (row) => encodeCursor(row.newest_at.toISOString(), row.id), toGroup);
  }

  @FieldResolver(() => [Report], { description: 'The oldest ten of them.' })
  async reports(@Root() group: JunkGroup, @Ctx() context: ReportsContext): Promise<Report[]> {
    const rows = await Promise.all(group.reportIds.map((id) => context.loaders.report.load(id)));
    return rows.flatMap((row) => (row && show(context)(row)) ?? []);
  }

  @Mutation(() => ArchiveJunkGroupResult, {
    description: 'Archives what is left of a group of junk; for the national desk.',
  })
  async archiveJunkGroup(
    @Arg('input', () => ArchiveJunkGroupInput, { description: 'Which group, and why.' })
    input: ArchiveJunkGroupInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ) {
    const result = await archiveJunkGroup(deps, input as never, viewer);
    if (!result.ok) return toUserError(result.failure);
    const { archived, passedOver, left } = result.value;
    return Object.assign(new JunkGroupArchived(), {
      archivedCount: archived,
      passedOverCount: passedOver,
      leftCount: left,
    });
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Says that a report is no junk; it is not suspected again. For the national desk.',
  })
  async releaseFromJunk(
    @Arg('input', () => ReleaseFromJunkInput, { description: 'Which report.' }) input: ReleaseFromJunkInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await releaseFromJunk(context.deps, input, context.viewer));
  }
}

@Resolver(() => Report)
export class JunkFieldResolver {
  @FieldResolver(() => JunkReasonEnum, {
    nullable: true,
    description: 'Why it is suspected to be junk; for the national desk, null for everybody else.',
  })
  async junkReason(
    @Root() report: Report,
    @Ctx() { loaders, viewer }: ReportsContext,
  ): Promise<JunkReason | null> {
    return isDesk(viewer) ? ((await loaders.junk.load(report.id))?.reason ?? null) : null;
  }
}
