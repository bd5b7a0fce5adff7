import { decodeCursor, encodeCursor, pageOf } from '@lapor/subgraph';
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { hasRole, organisationsOf } from '@lapor/viewer';
import type { SlaContext } from '../../context.ts';
import { Clock, clocksForCase, Report } from '../clock/index.ts';
import {
  LetterState,
  OversightCase,
  OversightCaseConnection,
  OversightCaseFilter,
  OversightCount,
  OversightEntry,
  OversightLetter,
  QueuedLetter,
  QueuedLetterConnection,
  ReportOversight,
} from './graphql/index.ts';
import { letterContent, paragraphsToEdit } from '../letter/index.ts';
import { contentOf } from './letter-content.ts';
import { reachOf, toCase, toEntries, toLetter, toReportOversight } from './mapper.ts';
import { withAddressee } from './addressee.ts';
import { officeOf, refusalToOpen } from './opening.ts';
import { mayOpen, mayRead, mayReadLetter } from './policy.ts';
import { countCases, findCase, listCases, listLetters } from './repository.ts';
import type { LetterState as LetterStateName } from './vocabulary.ts';

const PAGE_AT_MOST = 100;
const sizeOf = (first: number) => Math.min(Math.max(first, 1), PAGE_AT_MOST);

/** `[instant, id]` of a cursor of ours. */
function positionOf(after: string | null): [string, string] | null {
  const [at, id] = decodeCursor(after) ?? [];
  return typeof at === 'string' && typeof id === 'string' && !Number.isNaN(Date.parse(at)) ? [at, id] : null;
}

@Resolver(() => OversightCase)
export class OversightResolver {
  @Query(() => OversightCaseConnection, {
    description:
      'Cases of the Ombudsman that the viewer reads, the one that is open longest first: its offices by place, the national desk, KSP but confidential ones, agencies their own.',
  })
  async oversightCases(
    @Ctx() { database, viewer, now, readRules }: SlaContext,
    @Arg('filter', () => OversightCaseFilter, { nullable: true, description: 'Which ones.' })
    filter: OversightCaseFilter | null,
    @Arg('first', () => Int, { defaultValue: 20, description: `1 to ${PAGE_AT_MOST}.` }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<OversightCaseConnection> {
    const size = sizeOf(first);
    const wanted = {
      states: filter?.states ?? null,
      officeId: filter?.officeId ?? null,
      isLate: filter?.isLate ?? null,
      governmentId: filter?.governmentId ?? null,
    };
    const rows = await listCases(database, reachOf(viewer), wanted, now, {
      first: size,
      after: positionOf(after),
    });
    const rules = await readRules();
    const readable = rows.filter((row) => mayRead(viewer, row));
    return pageOf(
      readable,
      size,
      ({ openedAt, id }) => encodeCursor(openedAt.toISOString(), id),
      (row) => toCase(row, viewer, rules, now),
    );
  }

  @Query(() => OversightCase, {
    nullable: true,
    description: 'One case; null when there is none or the viewer may not read it.',
  })
  async oversightCase(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { database, viewer, now, readRules }: SlaContext,
  ): Promise<OversightCase | null> {
    const row = await findCase(database, id.slice(0, 60).replaceAll('\0', ''));
    return row && mayRead(viewer, row) ? toCase(row, viewer, await readRules(), now) : null;
  }

  @Query(() => [OversightCount], {
    // Asked beside what other services know: it must not take that away.
    nullable: true,
    description: 'How many cases the viewer reads, by state; states without any are left out.',
  })
  async oversightCounts(@Ctx() { database, viewer }: SlaContext): Promise<OversightCount[]> {
    return countCases(database, reachOf(viewer));
  }

  @Query(() => QueuedLetterConnection, {
    description:
      'Letters to heads that the viewer reads, the oldest first; drafts for those who may approve them.',
  })
  async oversightLetters(
    @Ctx() { database, viewer }: SlaContext,
    @Arg('states', () => [LetterState], { nullable: true, description: 'In one of these states.' })
    states: LetterStateName[] | null,
    @Arg('first', () => Int, { defaultValue: 20, description: `1 to ${PAGE_AT_MOST}.` }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<QueuedLetterConnection> {
    const size = sizeOf(first);
    const reach = reachOf(viewer);
    const headOf = viewer.apiKey ? [] : organisationsOf(viewer, 'AGENCY_HEAD');
    const rows = await listLetters(database, reach, headOf, states ?? null, {
      first: size,
      after: positionOf(after),
    });
    return pageOf(
      rows.filter((row) => mayReadLetter(viewer, row.kase, { ...row, isDraft: row.state === 'DRAFT' })),
      size,
      ({ draftedAt, id }) => encodeCursor(draftedAt.toISOString(), id),
      (row) =>
        Object.assign(new QueuedLetter(), {
          letter: toLetter(row, row.kase, viewer),
          reportNumber: row.kase.number,
          caseId: row.caseId,
        }),
    );
  }

  @FieldResolver(() => [Clock], { description: 'All clocks of the report, for whoever reads the case.' })
  clocks(@Root() { row }: OversightCase, @Ctx() context: SlaContext): Promise<Clock[]> {
    return clocksForCase(row.reportId, context);
  }

  @FieldResolver(() => [OversightEntry], {
    description: 'What happened, oldest first; words between Ombudsman and agency among them.',
  })
  async entries(
    @Root() { row }: OversightCase,
    @Ctx() { loaders, viewer }: SlaContext,
  ): Promise<OversightEntry[]> {
    return toEntries(row, await loaders.oversight.entries.load(row.reportId), viewer);
  }

  @FieldResolver(() => [OversightLetter], {
    description: 'Letters of the case that the viewer reads, oldest first.',
  })
  async letters(
    @Root() { row }: OversightCase,
    @Ctx() { loaders, viewer }: SlaContext,
  ): Promise<OversightLetter[]> {
    const letters = await loaders.oversight.letters.load(row.id);
    return letters
      .map((letter) => withAddressee(letter, row))
      .filter((letter) => mayReadLetter(viewer, row, { ...letter, isDraft: letter.state === 'DRAFT' }))
      .map((letter) => toLetter(letter, row, viewer));
  }
}

@Resolver(() => OversightLetter)
export class OversightLetterResolver {
  @FieldResolver(() => [String], {
    nullable: true,
    description:
      'Its text without head, facts, day for the answer and closing: the first paragraph stands above the table of facts, the others below. What an edit starts from; null while too little is known to write it.',
  })
  async paragraphs(
    @Root() { row, caseRow }: OversightLetter,
    @Ctx() context: SlaContext,
  ): Promise<readonly string[] | null> {
    if (row.paragraphs !== null) return row.paragraphs;
    const content =
      row.content === null
        ? await contentOf(
            context,
            { ...row, kase: caseRow },
            await context.loaders.rules(),
            null,
            context.now,
          )
        : letterContent.parse(row.content);
    return content && paragraphsToEdit(content);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What was replied; null when nothing was.' })
  async reply(
    @Root() { row, caseRow }: OversightLetter,
    @Ctx() { loaders }: SlaContext,
  ): Promise<string | null> {
    if (row.state !== 'REPLIED') return null;
    const entries = await loaders.oversight.entries.load(caseRow.reportId);
    const last = entries.findLast(
      ({ kind, payload }) => kind === 'LETTER_REPLIED' && payload.letterId === row.id,
    );
    return last?.texts.text ?? null;
  }
}

@Resolver(() => Report)
export class ReportOversightResolver {
  @Directive('@requires(fields: "viewerIsReporter")')
  @FieldResolver(() => ReportOversight, {
    nullable: true,
    description:
      'The newest case of the Ombudsman about the report, for its reporter and whoever reads the case; null for others and without one.',
  })
  async oversight(@Root() report: Report, @Ctx() context: SlaContext): Promise<ReportOversight | null> {
    const { loaders, viewer, now } = context;
    const kase = await loaders.oversight.newestCase.load(report.id);
    if (!kase) return null;
    const readsCase = mayRead(viewer, kase);
    if (!readsCase && !isReporter(report, context)) return null;
    const [letters, entries] = await Promise.all([
      loaders.oversight.letters.load(kase.id),
      loaders.oversight.entries.load(kase.reportId),
    ]);
    return Object.assign(new ReportOversight(), {
      ...toReportOversight(kase, letters, now),
      wordsForReporter: entries
        .filter(({ payload }) => payload.caseId === kase.id)
        .flatMap(({ texts }) => texts.wordsForReporter ?? []),
      case: readsCase ? toCase(kase, viewer, await context.readRules(), now) : null,
    });
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the viewer may open a case of the Ombudsman about it: staff of an office that oversees the place, while the report is open and has no running case. Never of a confidential report.',
  })
  async viewerCanOpenOversight(@Root() { id }: Report, @Ctx() context: SlaContext): Promise<boolean> {
    const { loaders, viewer } = context;
    if (!hasRole(viewer, 'OMBUDSMAN')) return false;
    const [report, kase] = await Promise.all([
      loaders.oversight.overseen.load(id),
      loaders.oversight.newestCase.load(id),
    ]);
    return (
      report !== null &&
      mayOpen(viewer, { ...report, officeId: officeOf(report) }) &&
      refusalToOpen(report, kase !== null && kase.state !== 'CLOSED') === null
    );
  }

  @Directive('@requires(fields: "viewerIsReporter")')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the viewer is the reporter and may ask the Ombudsman to look: verification or follow-up is late, and it does not look yet.',
  })
  async viewerCanRequestOversight(@Root() report: Report, @Ctx() context: SlaContext): Promise<boolean> {
    if (!isReporter(report, context)) return false;
    const { loaders, now } = context;
    const kase = await loaders.oversight.newestCase.load(report.id);
    if (kase && kase.state !== 'CLOSED') return false;
    const found = await loaders.clocks.load(report.id);
    return (
      found?.report.clocks.some(
        ({ kind, stoppedAt, dueAt }) =>
          (kind === 'VERIFICATION' || kind === 'FOLLOW_UP') && stoppedAt === null && dueAt <= now,
      ) ?? false
    );
  }
}

/** What `reports` says, believed only of somebody who can be it at all. */
const isReporter = ({ id, viewerIsReporter }: Report, { viewer }: SlaContext): boolean =>
  viewerIsReporter === true &&
  !viewer.apiKey &&
  (viewer.accountId !== undefined || viewer.reportGrants.includes(id));
