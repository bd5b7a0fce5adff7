import { decodeCursor, encodeCursor, pageOf } from '@lapor/subgraph';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { SlaContext } from '../../context.ts';
import { Report } from '../clock/graphql-index.ts';
import { readableClocks } from '../clock/index.ts';
import { findPath } from '../organisation/index.ts';
import { Warning, WarningConnection } from './graphql.ts';
import { toWarning } from './mapper.ts';
import { decide, mayFollowToReport } from './policy.ts';
import { listWarnings } from './repository.ts';

const ROWS_AT_MOST = 100;

@Resolver(() => Report)
export class ReportWarningsResolver {
  @Directive('@requires(fields: "viewerIsReporter viewerAnswersByHandOver")')
  @FieldResolver(() => [Warning], {
    nullable: true,
    description:
      'What was warned of in the life of the report, oldest first; null for whoever may not see its clocks.',
  })
  async warnings(@Root() report: Report, @Ctx() context: SlaContext): Promise<Warning[] | null> {
    if (!(await readableClocks(report, context))) return null;
    return (await context.loaders.warnings.load(report.id)).map((row) => toWarning(row));
  }
}

@Resolver()
export class WarningResolver {
  @Query(() => WarningConnection, {
    nullable: true,
    description:
      'Deadlines that come near or have passed and are not met yet, the most urgent first (the earliest deadline, so what is late longest), the gravest warning of each. For national desk, Ombudsman and KSP of any organisation, for handlers of their own and what lies below; of confidential reports only what the own organisation handles itself. Null for others.',
  })
  async warnings(
    @Arg('organisationId', () => ID, {
      nullable: true,
      description: 'Whose, with all units below; without it what the national desk itself has to do.',
    })
    organisationId: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many at most, up to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null | undefined,
    @Ctx() { database, viewer }: SlaContext,
  ): Promise<WarningConnection | null> {
    const position = positionOf(after);
    const of = organisationId ?? null;
    const path = of === null ? null : await findPath(database, of);
    if (of !== null && path === null) return null;
    const asked = path && { path };
    const { verdict, confidential } = decide(viewer, asked, 'readWarnings');
    if (!verdict.allowed) return null;
    const size = Math.min(Math.max(Math.trunc(first), 1), ROWS_AT_MOST);
    const rows = await listWarnings(database, of, confidential, {
      after: position,
      limit: size + 1,
    });
    return pageOf(
      rows,
      size,
      ({ dueAt, clockId }) => encodeCursor(dueAt.toISOString(), clockId),
      (row) => toWarning(row, mayFollowToReport(viewer, asked, row)),
    );
  }
}

function positionOf(after: string | null | undefined): { dueAt: string; clockId: string } | null {
  if (after === null || after === undefined) return null;
  const [dueAt, clockId, ...rest] = decodeCursor(after) ?? [];
  if (
    typeof dueAt !== 'string' ||
    Number.isNaN(Date.parse(dueAt)) ||
    typeof clockId !== 'string' ||
    rest.length > 0
  )
    throw new GraphQLError('`after` is not a cursor of this list', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  return { dueAt, clockId };
}
