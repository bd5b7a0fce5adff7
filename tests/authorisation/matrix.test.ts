import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metDifferences, type Cells } from './matrix/cells.ts';
import { Reach } from './matrix/judge-fields.ts';
import { mutationCells } from './matrix/mutation-cells.ts';
import { queryCells } from './matrix/query-cells.ts';
import { watchTables } from './matrix/trace.ts';
import { DIFFERENCES } from './oracle/differences.ts';
import { FIELDS } from './oracle/fields.ts';
import { MUTATIONS } from './oracle/mutations.ts';
import { QUERIES } from './oracle/queries.ts';
import { startWorld, type World } from './world/start.ts';

describe('the matrix of authorisation', () => {
  const began = performance.now();
  const reach = new Reach();
  const compared = { cells: 0, awaited: 0 };
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    await watchTables(world);
  }, 480_000);
  afterAll(async () => {
    await world?.[Symbol.asyncDispose]();
    const seconds = Math.round((performance.now() - began) / 1_000);
    const { cells, awaited } = compared;
    process.stdout.write(
      `matrix of authorisation: ${cells} cells in ${seconds} s, ${awaited} of them await a decision\n`,
    );
  });

  /** Counts what was compared; gives the faults as text. */
  const disagreements = ({ count, awaited, faults }: Cells): string => {
    compared.cells += count;
    compared.awaited += awaited;
    return tell(faults);
  };

  it.each(Object.keys(QUERIES))(
    'agrees with the oracle on who gets what from %s',
    async (field) => expect(disagreements(await queryCells(world, field, reach))).toBe(''),
    120_000,
  );

  it('lets go of the report that somebody works on, which others find themselves kept from', async () => {
    const { database } = world.services.reports.deps;
    expect(await database.query('let-go', 'delete from lease returning officer_id')).toHaveLength(1);
  });

  it.each(Object.keys(MUTATIONS))(
    'agrees with the oracle on who may call %s',
    async (mutation) => expect(disagreements(await mutationCells(world, mutation))).toBe(''),
    120_000,
  );

  it('met every conditional field from both sides, and every type', () => {
    const conditional = Object.entries(FIELDS).flatMap(([type, fields]) =>
      Object.entries(fields)
        .filter(([, rule]) => rule !== 'open')
        .map(([field]) => `${type}.${field}`),
    );
    expect(reach.oneSided(conditional).filter((field) => !MET_FROM_ONE_SIDE.has(field))).toEqual([]);
    const unseen = Object.keys(FIELDS).filter((type) => !reach.types.has(type) && !NOT_LOOKED_INTO.has(type));
    expect(unseen).toEqual([]);
  });

  it('found clocks in the lists of clocks, those of an earlier instant too', () => {
    const lists = ['Report.clocks', 'Report.clocksAsOf'];
    expect(lists.filter((field) => !reach.filled.has(field))).toEqual([]);
  });

  it('needs every difference that is listed', () => {
    expect(DIFFERENCES.map(({ why }) => why).filter((why) => !metDifferences.has(why))).toEqual([]);
  });
});

/** As many as a person reads. */
const tell = (faults: readonly string[]): string =>
  [...faults.slice(0, 40), ...(faults.length > 40 ? [`… and ${faults.length - 40} more`] : [])].join('\n');

/**
 * No report of the matrix follows another: who may part one is tested in `services/reports/tests/duplicates.test.ts`. Nobody of the matrix acted in
 * somebody's place: that is tested in `services/organisations/tests/delegation.test.ts`.
 */
const MET_FROM_ONE_SIDE: ReadonlySet<string> = new Set([
  'Report.viewerCanUnmarkDuplicate',
  'HistoryEntry.onBehalfOf',
]);

/**
 * Types that only a mutation gives to whoever was allowed to call it, figures and pages whose rows differ by viewer, figures from which an
 * analyst's leave confidential reports out, and lists of the viewer's own that the world leaves empty (their tests are in
 * `services/reports/tests` and `services/sla/tests`).
 */
const NOT_LOOKED_INTO: ReadonlySet<string> = new Set([
  'AnswerProposalConnection',
  'AnswerProposalEdge',
  'ChangePending',
  'ChangeUndone',
  'FigureConnection',
  'FigureRowEdge',
  'FigureRow',
  'Figures',
  'DurationFigures',
  'UnitLoad',
  'StepCount',
  'StepFigures',
  'ActivityRow',
  'ArchiveReasonCount',
  'OpenFiguresConnection',
  'OpenFiguresEdge',
  'OpenFigures',
  'HopFiguresConnection',
  'HopFiguresEdge',
  'HopFigures',
  'BurstFigures',
  'DeskDay',
  'WarningConnection',
  'WarningEdge',
  'OversightCaseConnection',
  'OversightCaseEdge',
  'OversightChanged',
  'OversightClarification',
  'OversightCount',
  'OversightLetter',
  'OversightLetterChanged',
  'LetterStale',
  'ConfidentialFigures',
  'ConfidentialFigureRow',
  'PriorityProgrammeChanged',
  'QueuedLetter',
  'QueuedLetterConnection',
  'QueuedLetterEdge',
  'CalendarChanged',
  'HolidaysImported',
  'HolidayFileFaulty',
  'HolidayFault',
  'PolicySaved',
  'RetentionChange',
  'RetentionChanged',
  'RetentionEffect',
  'RetentionPreviewed',
  'CategoryChange',
  'CategoryChanged',
  'ReferenceImportFault',
  'PolicyMigration',
  'ClocksMigrated',
  'ReportChanged',
  'ReportOutOfSight',
  'ReportSubmitted',
  'ReportOpened',
  'IdentityRevealed',
  'HandOverOpened',
  'HandOverLetter',
  'InvalidInput',
  'FieldError',
  'NotFound',
  'TransitionRefused',
  'SubmissionConflict',
  'TooManyRequests',
  'ProofOfWorkChallenge',
  'FilingChallenge',
  'OwnDataExported',
  'OwnDataErased',
  'JunkGroup',
  'JunkGroupConnection',
  'JunkGroupEdge',
  'JunkGroupArchived',
  'NewAccessCodeRequested',
  'AccessCodeRenewed',
  'ChangeRefused',
  'OrganisationChanged',
  'UnitsImported',
  'RoutingChanged',
  'OfficerChanged',
  'ReadinessChanged',
  'ReportConnection',
  'ReportEdge',
  'OfficerConnection',
  'OfficerEdge',
  'ReportAuditEntry',
  'ReportAuditEntryConnection',
  'ReportAuditEntryEdge',
  'NationalOverview',
  'AgencyCount',
  'DayCount',
  'WorkOrderConnection',
  'WorkOrderEdge',
  'WorkOrderCreated',
  'WorkOrderOpened',
  'WorkOrderChanged',
  'BulkForecast',
  'BulkOutcome',
  'BulkApplied',
  'AnswerApproval',
  'AnswerApprovalSet',
  'AnswerDraftKept',
  'AnswerTemplate',
  'RenderedAnswer',
  'AnswerTemplateChanged',
  'Mention',
  'MentionConnection',
  'MentionEdge',
  'NoteAdded',
  'MentionsRead',
  'FilterSaved',
  'FilterDeleted',
  'Follow',
  'Followed',
  'Unfollowed',
  'StaleReport',
  'LeasesTaken',
  'LeaseTaken',
  'LeaseReleased',
  'PresenceMarked',
  'ReportLeased',
]);
