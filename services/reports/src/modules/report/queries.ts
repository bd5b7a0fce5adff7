import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import type { StepKind } from '@lapor/events';
import { encodeCursor, LocalDate } from '@lapor/subgraph';
import type { ReportsContext } from '../../context.ts';
import { narrowList } from '../search/index.ts';
import { ReportKindEnum, ReportStateEnum, StepKindEnum } from './enums.ts';
import { Report, ReportConnection } from './graphql.ts';
import { afterOf, connection, pageSize, show } from './paging.ts';
import { inboxOrganisation, isDesk } from './policy-reach.ts';
import { accountLookup } from './read-model.ts';
import {
  countDesk,
  countInbox,
  findReportByNumber,
  listDesk,
  listInbox,
  listReportsOfAccount,
} from './repository.ts';
import { plain } from './validation.ts';
import type { ReportKind, ReportState } from './vocabulary.ts';

export const InboxBucketEnum = {
  TO_VERIFY: 'TO_VERIFY',
  NEW: 'NEW',
  WAITING_FOR_US: 'WAITING_FOR_US',
  WAITING_FOR_CITIZEN: 'WAITING_FOR_CITIZEN',
  OVERDUE: 'OVERDUE',
  DONE: 'DONE',
  OPEN: 'OPEN',
  ALL: 'ALL',
} as const;
registerEnumType(InboxBucketEnum, {
  name: 'InboxBucket',
  description: 'A list of the inbox.',
  valuesConfig: {
    TO_VERIFY: { description: 'At our desk for verification.' },
    NEW: { description: 'Passed to us, not yet followed up.' },
    WAITING_FOR_US: { description: 'Followed up; our turn.' },
    WAITING_FOR_CITIZEN: { description: 'The reporter’s turn.' },
    OVERDUE: { description: 'Our turn and overdue; these stand in NEW or WAITING_FOR_US too.' },
    DONE: { description: 'Completed or archived, newest first.' },
    OPEN: { description: 'All that is handled and has not ended: NEW, WAITING_FOR_US, WAITING_FOR_CITIZEN.' },
    ALL: {
      description:
        'OPEN and DONE by one day each, the latest first: of an open report the day on which it is due (none: before all others), of an ended one the day on which it ended.',
    },
  },
});

@ObjectType({ description: 'How many reports stand in each list of an inbox.' })
export class InboxCounters {
  @Field(() => Int, { description: 'At our desk for verification.' }) toVerify!: number;
  @Field(() => Int, { description: 'Passed to us, not yet followed up.' }) new!: number;
  @Field(() => Int, { description: 'Followed up; our turn.' }) waitingForUs!: number;
  @Field(() => Int, { description: 'The reporter’s turn.' }) waitingForCitizen!: number;
  @Field(() => Int, { description: 'Our turn and overdue.' }) overdue!: number;
  @Field(() => Int, { description: 'Completed or archived; counted up to 1,000.' }) done!: number;
}

@InputType({ description: 'Narrows an officer’s list; all given conditions hold.' })
export class ListFilterInput {
  @Field(() => [ReportStateEnum], { nullable: true, description: 'Only these states.' })
  states?: ReportState[] | null;
  @Field(() => [ReportKindEnum], { nullable: true, description: 'Only these kinds.' })
  kinds?: ReportKind[] | null;
  @Field(() => ID, { nullable: true, description: 'This category and all below it.' })
  categoryId?: string | null;
  @Field(() => ID, { nullable: true, description: 'This region and all below it.' })
  regionCode?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Due within so many days, what is overdue among them; 366 at most.',
  })
  dueWithinDays?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only what is overdue – its next clock is a duty of the administration and its end has come –, or only what is not.',
  })
  overdue?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only what the organisation or a unit of it co-handles, or only what none does; no meaning at the national desk.',
  })
  coHandled?: boolean | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only what this organisation or a unit below it leads; narrows the list, opens no other.',
  })
  leadWithinId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'With `leadWithinId`: only what it leads itself, without the units below.',
  })
  leadItself?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only confidential reports, or only others.' })
  confidential?: boolean | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Received so many days ago or earlier, by days at Jakarta as figures count them.',
  })
  ageFromDays?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Received so many days ago or later, by days at Jakarta as figures count them.',
  })
  ageUntilDays?: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'Received on this day at Jakarta or later.' })
  receivedFrom?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Received on this day at Jakarta or earlier.' })
  receivedUntil?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only what the reporter has rated, or only what was not.',
  })
  rated?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only reports of which a step ended in time, or only those of which one ended late.',
  })
  stepOnTime?: boolean | null;
  @Field(() => StepKindEnum, { nullable: true, description: 'Of such a step.' })
  stepKind?: StepKind | null;
  @Field(() => LocalDate, { nullable: true, description: 'The step ended on this day at Jakarta or later.' })
  stepFrom?: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The step ended on this day at Jakarta or earlier.',
  })
  stepUntil?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The step was that of this organisation or a unit below it.',
  })
  stepOfId?: string | null;
}

@Resolver()
export class ReportQueries {
  @Query(() => Report, {
    nullable: true,
    description: 'A report by its public number; null when it is unknown or not for the viewer.',
  })
  async report(
    @Ctx() context: ReportsContext,
    @Arg('number', () => String, { description: '8 digits; blanks are ignored.' }) number: string,
  ): Promise<Report | null> {
    const row = await findReportByNumber(context.database, plain(number).replace(/\s/g, '').slice(0, 9));
    return row && show(context)(row);
  }

  @Query(() => ReportConnection, {
    description: 'The viewer’s own reports, newest first; empty without an account.',
  })
  async myReports(
    @Ctx() context: ReportsContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @Arg('waitsForMe', () => Boolean, {
      defaultValue: false,
      description:
        'Only those that wait for the reporter: for missing data, for the answer to a question, for a word about a result.',
    })
    waitsForMe: boolean,
  ): Promise<ReportConnection> {
    const { viewer, deps, database } = context;
    const size = pageSize(first);
    const rows =
      viewer.accountId && !viewer.apiKey
        ? await listReportsOfAccount(
            database,
            accountLookup(deps.lookupSecret, viewer.accountId),
            afterOf(after),
            size + 1,
            waitsForMe,
          )
        : [];
    return connection(context, rows, size, (row) => encodeCursor(row.submitted_at.toISOString(), row.id));
  }

  @Query(() => ReportConnection, {
    description:
      'An organisation’s inbox by what is due first; empty for those without a post that reaches it.',
  })
  async inbox(
    @Ctx() context: ReportsContext,
    @Arg('bucket', () => InboxBucketEnum, { description: 'Which list.' })
    bucket: keyof typeof InboxBucketEnum,
    @Arg('organisationId', () => ID, { nullable: true, description: 'The viewer’s first post when absent.' })
    organisationId: string | null,
    @Arg('search', () => String, {
      nullable: true,
      description: 'A report number, or words of title, text or place.',
    })
    search: string | null,
    @Arg('filter', () => ListFilterInput, { nullable: true, description: 'Which of them.' })
    filter: ListFilterInput | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<ReportConnection> {
    const size = pageSize(first);
    const own = inboxOrganisation(context.viewer, organisationId);
    const rows = own
      ? await listInbox(
          context.database,
          {
            organisationId: own,
            bucket,
            now: context.deps.clock.now(),
            ...(await narrowList(context.database, search, filter)),
          },
          afterOf(after),
          size + 1,
        )
      : [];
    return connection(context, rows, size, (row) => encodeCursor(row.inbox_due, row.id));
  }

  @Query(() => InboxCounters, { description: 'How many reports stand in each list of an inbox.' })
  async inboxCounters(
    @Ctx() { database, viewer, deps }: ReportsContext,
    @Arg('organisationId', () => ID, { nullable: true, description: 'The viewer’s first post when absent.' })
    organisationId: string | null,
  ): Promise<InboxCounters> {
    const own = inboxOrganisation(viewer, organisationId);
    const counts = new Map(
      (own ? await countInbox(database, own, deps.clock.now()) : []).map(({ bucket, count }) => [
        bucket,
        count,
      ]),
    );
    return Object.assign(new InboxCounters(), {
      toVerify: counts.get('TO_VERIFY') ?? 0,
      new: counts.get('NEW') ?? 0,
      waitingForUs: counts.get('WAITING_FOR_US') ?? 0,
      waitingForCitizen: counts.get('WAITING_FOR_CITIZEN') ?? 0,
      overdue: counts.get('OVERDUE') ?? 0,
      done: counts.get('DONE') ?? 0,
    });
  }

  @Query(() => ReportConnection, {
    description: 'What waits for verification at the national desk, oldest first; empty for everybody else.',
  })
  async verificationQueue(
    @Ctx() context: ReportsContext,
    @Arg('search', () => String, {
      nullable: true,
      description: 'A report number, or words of title, text or place.',
    })
    search: string | null,
    @Arg('filter', () => ListFilterInput, { nullable: true, description: 'Which of them.' })
    filter: ListFilterInput | null,
    @Arg('availableOnly', () => Boolean, {
      defaultValue: false,
      description: 'Without what another officer works on now.',
    })
    availableOnly: boolean,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<ReportConnection> {
    const size = pageSize(first);
    const rows = isDesk(context.viewer)
      ? await listDesk(
          context.database,
          await narrowList(context.database, search, filter),
          context.deps.clock.now(),
          availableOnly ? (context.viewer.accountId ?? null) : null,
          afterOf(after),
          size + 1,
        )
      : [];
    return connection(context, rows, size, (row) => encodeCursor(row.submitted_at.toISOString(), row.id));
  }

  @Query(() => Int, { description: 'How many reports wait at the national desk; 0 for everybody else.' })
  async verificationQueueCount(@Ctx() { database, viewer }: ReportsContext): Promise<number> {
    return isDesk(viewer) ? countDesk(database) : 0;
  }
}
