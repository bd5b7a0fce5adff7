import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { decodeCursor, encodeCursor, pageOf } from '@lapor/subgraph';
import { localDateAt } from '@lapor/working-days';
import type { ReportsContext } from '../../context.ts';
import { Officer, pageSize, toUserError } from '../report/graphql-index.ts';
import { isDesk, REPORT_KINDS } from '../report/index.ts';
import { CAPITAL } from './apply-rules.ts';
import { changeRetention, previewRetentionChange } from './change-retention.ts';
import {
  ChangeRetentionInput,
  ChangeRetentionResult,
  PreviewRetentionInput,
  PreviewRetentionResult,
  RetentionChange,
  RetentionChanged,
  RetentionEffect,
  RetentionPreviewed,
  RetentionRule,
  RetentionRun,
  RetentionRunConnection,
} from './graphql.ts';
import {
  listRetentionChanges,
  listRetentionRuns,
  type RetentionChangeRow,
  type RetentionRunRow,
} from './repository.ts';
import { rulesOn } from './rules.ts';

@Resolver()
export class RetentionResolver {
  @Query(() => [RetentionRule], {
    description: 'How long what is kept of reports, as it is today; for the national desk, empty for others.',
  })
  async retentionRules(@Ctx() context: ReportsContext): Promise<RetentionRule[]> {
    return isDesk(context.viewer) ? readRules(context) : [];
  }

  @Query(() => RetentionRunConnection, {
    description:
      'What the rules of retention did, by day and rule, newest first; for the national desk, empty for others.',
  })
  async retentionRuns(
    @Ctx() { database, viewer }: ReportsContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<RetentionRunConnection> {
    const size = pageSize(first);
    const rows = isDesk(viewer) ? await listRetentionRuns(database, positionOf(after), size + 1) : [];
    return pageOf(rows, size, ({ day, rule }) => encodeCursor(day, rule), toRun);
  }

  @Query(() => PreviewRetentionResult, {
    description: 'What another length would mean; changes nothing. The national desk.',
  })
  async previewRetentionChange(
    @Arg('input', () => PreviewRetentionInput, { description: 'The length.' }) input: PreviewRetentionInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ): Promise<typeof PreviewRetentionResult> {
    const result = await previewRetentionChange(deps, input, viewer);
    return (
      result.ok
        ? Object.assign(new RetentionPreviewed(), {
            effect: Object.assign(new RetentionEffect(), result.value),
          })
        : toUserError(result.failure)
    ) as typeof PreviewRetentionResult;
  }

  @Mutation(() => ChangeRetentionResult, {
    description: 'Gives a rule of retention another length from a day to come. The national desk.',
  })
  async changeRetention(
    @Arg('input', () => ChangeRetentionInput, { description: 'The length.' }) input: ChangeRetentionInput,
    @Ctx() context: ReportsContext,
  ): Promise<typeof ChangeRetentionResult> {
    const result = await changeRetention(context.deps, input, context.viewer);
    if (!result.ok) return toUserError(result.failure) as typeof ChangeRetentionResult;
    const rule = (await readRules(context)).find(({ name }) => name === result.value.rule)!;
    return Object.assign(new RetentionChanged(), { rule });
  }
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** A cursor that is none of ours begins anew. */
function positionOf(cursor: string | null): { day: string; rule: string } | null {
  const [day, rule] = decodeCursor(cursor) ?? [];
  return typeof day === 'string' && typeof rule === 'string' && DAY.test(day) && !/\p{Cc}/u.test(rule)
    ? { day, rule }
    : null;
}

async function readRules({ database, deps }: ReportsContext): Promise<RetentionRule[]> {
  const today = localDateAt(deps.clock.now(), CAPITAL);
  const changes = await listRetentionChanges(database.fork());
  return rulesOn(today, changes).map((rule) => {
    const own = changes.filter((change) => change.rule === rule.name);
    return Object.assign(new RetentionRule(), {
      name: rule.name,
      action: rule.action,
      kinds: [...(rule.kinds ?? REPORT_KINDS)],
      ends: [...rule.states],
      days: rule.days,
      since: rule.since,
      planned: plannedOf(own, today, rule.days),
      changes: own.toReversed().map(toChange),
    });
  });
}

/** The next day on which the length is another one; of several entries for it the last counts. */
function plannedOf(
  changes: readonly RetentionChangeRow[],
  today: string,
  days: number,
): RetentionChange | null {
  const coming = changes.filter(({ startsOn }) => startsOn > today);
  const byDay = new Map(coming.map((change) => [change.startsOn, change]));
  const next = [...byDay.values()]
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
    .find((change) => change.days !== days);
  return next ? toChange(next) : null;
}

const toChange = (row: RetentionChangeRow): RetentionChange =>
  Object.assign(new RetentionChange(), {
    id: row.id,
    days: row.days,
    startsOn: row.startsOn,
    reason: row.reason,
    decree: row.decree,
    // The ORM's own connection gives an instant as text.
    enteredAt: new Date(row.enteredAt),
    by: Object.assign(new Officer(), { id: row.officerId }),
  });

const toRun = (row: RetentionRunRow): RetentionRun =>
  Object.assign(new RetentionRun(), { ...row, id: `${row.day} ${row.rule}` });
