import { encodeCursor, pageOf } from '@lapor/subgraph';
import { startOfLocalDate } from '@lapor/working-days';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { may } from '../authority/index.ts';
import { Officer } from '../officer/graphql-index.ts';
import { endOf } from '../officer/index.ts';
import { Organisation } from '../organisation/graphql-index.ts';
import { cursorValues, pageSize } from '../paging/index.ts';
import { AuditEntry, AuditEntryConnection, AuditFact, AuditFilter } from './graphql.ts';
import { type AuditRow, listAuditEntries } from './repository.ts';

/** The national desk reads the whole log; its day is the one of the capital. */
const timeZone = 'Asia/Jakarta';

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description:
      'The audit log of organisations and people, newest first: the national desk reads all, agency admins and heads what belongs to their own subtrees; others find nothing.',
  })
  async auditEntries(
    @Arg('filter', () => AuditFilter, { nullable: true, description: 'Which ones; without it all.' })
    filter: AuditFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many at most, up to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @Ctx() { database, viewer, placedViewer }: Context,
  ): Promise<AuditEntryConnection> {
    const position = cursorValues<[number]>(
      after,
      ([id, ...rest]) => Number.isSafeInteger(id) && rest.length === 0,
    );
    const size = pageSize(first);
    const placed = viewer.kind === 'officer' ? await placedViewer() : null;
    const nowhere = { path: [], kind: '', regionCode: null };
    const isForAll = placed !== null && may(placed, 'readAudit', nowhere);
    const visibleAt = (placed?.posts ?? [])
      .filter((post) => may({ ...placed!, posts: [post] }, 'readAudit', post))
      .map((post) => post.organisationId);
    const { from, until, ...conditions } = filter ?? {};
    const rows =
      !isForAll && visibleAt.length === 0
        ? []
        : await listAuditEntries(
            database,
            {
              ...conditions,
              visibleAt: isForAll ? null : visibleAt,
              from: from ? startOfLocalDate(from, timeZone) : null,
              until: until ? endOf(until, timeZone) : null,
            },
            { after: position?.[0] ?? null, limit: size + 1 },
          );
    return pageOf(rows, size, (row) => encodeCursor(row.id), toAuditEntry);
  }

  @FieldResolver(() => Officer, {
    nullable: true,
    description: 'Who did it; null when the platform did.',
  })
  actor(@Root() { actorId }: AuditEntry, @Ctx() { loaders }: Context): Promise<Officer | null> | null {
    return actorId === null ? null : loaders.officer.load(actorId);
  }

  @FieldResolver(() => Officer, { nullable: true, description: 'To which officer it was done, if to one.' })
  officer(@Root() { officerId }: AuditEntry, @Ctx() { loaders }: Context): Promise<Officer | null> | null {
    return officerId === null ? null : loaders.officer.load(officerId);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'Which organisation it was about, if one.',
  })
  organisation(
    @Root() { organisationId }: AuditEntry,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> | null {
    return organisationId === null ? null : loaders.organisation.load(organisationId);
  }
}

function toAuditEntry(row: AuditRow): AuditEntry {
  return Object.assign(new AuditEntry(), {
    id: String(row.id),
    at: row.at,
    action: row.action,
    actorId: row.actor_id,
    officerId: row.officer_id,
    organisationId: row.organisation_id,
    facts: Object.entries(row.facts).map(([name, value]) =>
      Object.assign(new AuditFact(), { name, value: String(value) }),
    ),
  });
}
