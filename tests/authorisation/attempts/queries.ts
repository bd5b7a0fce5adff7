import { OFFICER_NAMES, type OfficerName } from '../oracle/officers.ts';
import { OVERSEEN } from '../oracle/oversight.ts';
import { PLACE_SUBJECTS, type PlaceSubject } from '../oracle/places.ts';
import { REPORT_NAMES } from '../oracle/reports.ts';
import { api } from '../schema/read-api.ts';
import { selectParts } from '../schema/select.ts';
import { accountId } from '../world/people.ts';
import { CATEGORY } from '../world/reports.ts';
import type { World } from '../world/start.ts';

/** How a root field is asked, and how its answer is read. */
export interface QueryAttempt {
  /** One request, or one for each subject. */
  documents(world: World, select: (type: string) => string): readonly QueryRequest[];
}
export interface QueryRequest {
  /** The subject of the grant that goes along, and of the answer when it is about one. */
  about: string;
  query: string;
  /** Further parts of what is asked for, each with its own document; their `result` is one with that of `query`. */
  further?: readonly string[];
  variables?: Record<string, unknown>;
  /** By name of the subject what was found of it; null for nothing. */
  read(data: Record<string, any>): ReadonlyMap<string, unknown>;
  /** The type of what was found, when all of its fields were asked for. */
  whole?: string;
}

const OF_THE_YEAR = 'period: { from: "2026-01-01", to: "2026-12-31" }';

const isSomething = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'number'
      ? value > 0
      : value !== null && value !== undefined;

/** A field without a subject: one request, something or nothing. */
const once = (
  selection: string | ((select: (type: string) => string) => string),
  whole?: string,
  find: (result: any) => unknown = (result) => (isSomething(result) ? result : null),
): QueryAttempt => ({
  documents: (_world, select) => [
    {
      about: '',
      query: `{ result: ${typeof selection === 'string' ? selection : selection(select)} }`,
      read: ({ result }) => new Map([['', find(result)]]),
      ...(whole ? { whole } : {}),
    },
  ],
});

const oneEach = <Name extends string>(
  names: readonly Name[],
  request: (
    world: World,
    name: Name,
    select: (type: string) => string,
  ) => Omit<QueryRequest, 'about' | 'read'>,
  find: (result: any, name: Name, world: World) => unknown = (result) => result,
): QueryAttempt => ({
  documents: (world, select) =>
    names.map((name) => ({
      about: name,
      ...request(world, name, select),
      read: ({ result }) => new Map([[name, find(result, name, world) ?? null]]),
    })),
});
/** The row of a connection that is this place. */
const rowOfPlace = (page: any, name: PlaceSubject, { places }: World): unknown =>
  page.edges.find(({ node }: any) => node.id === places[name]);

/** All places in one request, each under a name of its own. */
const allPlaces = (
  field: (world: World, name: PlaceSubject, select: (type: string) => string) => string,
  find: (result: any, name: PlaceSubject, world: World) => unknown,
  whole?: string,
): QueryAttempt => ({
  documents: (world, select) => [
    {
      about: '',
      query: `{ ${PLACE_SUBJECTS.map((name, index) => `p${index}: ${field(world, name, select)}`).join(' ')} }`,
      read: (data) =>
        new Map(PLACE_SUBJECTS.map((name, index) => [name, find(data[`p${index}`], name, world) ?? null])),
      ...(whole ? { whole } : {}),
    },
  ],
});

/** A list in which some of the reports are found. */
const listOfReports = (
  query: (world: World) => string | readonly string[],
  nodes: (data: Record<string, any>) => readonly any[] = ({ result }) =>
    result.edges.map(({ node }: { node: unknown }) => node),
): QueryAttempt => ({
  documents: (world) =>
    [query(world)].flat().map((text) => ({
      about: '',
      query: text,
      read(data) {
        const found = new Set(nodes(data).map(({ number }) => number));
        return new Map(
          REPORT_NAMES.map((name) => [name, found.has(world.reports.byName[name].number) ? true : null]),
        );
      },
    })),
});
const REPORT_NODES = 'edges { node { __typename number } }';

const BUCKETS = ['NEW', 'WAITING_FOR_US', 'WAITING_FOR_CITIZEN', 'DONE', 'OVERDUE'] as const;
const INBOXES = [
  'city',
  'unit',
  'co-handling unit',
  'unstaffed unit',
  'other city',
  "other city's unit",
  'province',
] as const;

/** How every root field of the graph is asked. */
export const QUERY_ATTEMPTS: Record<string, QueryAttempt> = {
  report: oneEach(REPORT_NAMES, ({ reports }, name) => {
    const [query, ...further] = selectParts(api, 'Report').map(
      (part) => `query ($number: String!) { result: report(number: $number) { __typename number ${part} } }`,
    );
    return {
      query: query!,
      further,
      variables: { number: reports.byName[name].number },
      whole: 'Report',
    };
  }),
  publicReports: listOfReports(() => `{ result: publicReports(first: 100) { ${REPORT_NODES} } }`),
  similarReports: listOfReports(
    () =>
      `{ result: similarReports(categoryId: "${CATEGORY}", regionCode: "13.71.09", first: 20) { __typename number } }`,
    ({ result }) => result,
  ),
  categories: once((select) => `categories(first: 3) { ${select('Category')} }`),
  category: once((select) => `category(id: "${CATEGORY}") { ${select('Category')} }`, 'Category'),
  suggestRouting: once(
    (select) =>
      `suggestRouting(text: "jalan berlubang di depan pasar", regionCode: "13.71.09") { ${select('RoutingSuggestion')} }`,
    'RoutingSuggestion',
    (result) => (result.categories.length > 0 ? result : null),
  ),
  viewerPendingChanges: once(
    (select) => `viewerPendingChanges { ${select('PendingChange')} }`,
    'PendingChange',
    (changes) => changes[0] ?? null,
  ),
  savedFilters: once(
    (select) => `savedFilters { ${select('SavedFilter')} }`,
    'SavedFilter',
    (filters) => filters[0] ?? null,
  ),
  myFollowing: listOfReports(
    () => '{ result: myFollowing { __typename report { __typename number } region { code } } }',
    ({ result }) =>
      result.map(({ report }: { report: unknown }) => report).filter((report: unknown) => report !== null),
  ),
  reportClusters: once(
    (select) =>
      `reportClusters(bounds: { south: -11, west: 95, north: 6, east: 141 }, zoom: 6) { ${select('ReportCluster')} }`,
    'ReportCluster',
    (clusters) => clusters[0],
  ),
  reportFacets: once(
    (select) => `reportFacets(filter: { regionCode: "13" }) { ${select('ReportFacets')} }`,
    'ReportFacets',
  ),
  countedReports: listOfReports(
    () => `{ result: countedReports(filter: {}, first: 100) { ${REPORT_NODES} } }`,
  ),
  heldReports: listOfReports(() => `{ result: heldReports(first: 100) { ${REPORT_NODES} } }`),
  moderationLog: once(
    (select) => `moderationLog(first: 3) { ${select('ModerationLogEntryConnection')} }`,
    'ModerationLogEntryConnection',
    (result) => (result.edges.length > 0 ? result : null),
  ),
  moderationCounts: once(
    (select) => `moderationCounts(from: "2026-11-01", until: "2026-11-30") { ${select('ModerationCounts')} }`,
    'ModerationCounts',
    (result) => (result.rows.length > 0 ? result : null),
  ),
  myReports: listOfReports(() => `{ result: myReports(first: 100) { ${REPORT_NODES} } }`),
  inbox: {
    documents: (world) =>
      INBOXES.flatMap((inbox) => [
        {
          about: '',
          query: `query ($id: ID!) { ${BUCKETS.map(
            (bucket) =>
              `${bucket}: inbox(bucket: ${bucket}, organisationId: $id, first: 100) { ${REPORT_NODES} }`,
          ).join(' ')} }`,
          variables: { id: world.places[inbox] },
          read(data) {
            const found = new Set(
              BUCKETS.flatMap((bucket) => data[bucket].edges.map(({ node }: any) => node.number)),
            );
            return new Map(
              REPORT_NAMES.map((name) => [name, found.has(world.reports.byName[name].number) ? true : null]),
            );
          },
        } satisfies QueryRequest,
      ]),
  },
  inboxCounters: oneEach(
    ['city', 'unit', 'other city', "other city's unit"] as const,
    ({ places }, name, select) => ({
      query: `query ($id: ID!) { result: inboxCounters(organisationId: $id) { ${select('InboxCounters')} } }`,
      variables: { id: places[name] },
      whole: 'InboxCounters',
    }),
    (counters) => (Object.values(counters as object).some((count) => Number(count) > 0) ? counters : null),
  ),
  verificationQueue: listOfReports(() => `{ result: verificationQueue(first: 100) { ${REPORT_NODES} } }`),
  verificationQueueCount: once('verificationQueueCount'),
  // The figures of each are its own; that there are any is what is judged.
  deskDay: once('deskDay { decided }'),
  reportAuditEntries: oneEach(
    REPORT_NAMES,
    ({ reports }, name, select) => ({
      query: `query ($number: String!) { result: reportAuditEntries(filter: { reportNumber: $number }, first: 50) { ${select('ReportAuditEntryConnection')} } }`,
      variables: { number: reports.byName[name].number },
    }),
    ({ edges }) => (edges.length > 0 ? edges : null),
  ),
  stoodInReports: listOfReports(({ places }) => [
    `{ result: stoodInReports(first: 100) { ${REPORT_NODES} } }`,
    `{ result: stoodInReports(organisationId: "${places.city}", first: 100) { ${REPORT_NODES} } }`,
    `{ result: stoodInReports(organisationId: "${places['unstaffed unit']}", first: 100) { ${REPORT_NODES} } }`,
  ]),

  junkGroups: once(
    (select) => `junkGroups(first: 5) { ${select('JunkGroupConnection')} }`,
    undefined,
    ({ edges }) => (edges.length > 0 ? edges : null),
  ),
  notificationSettings: oneEach(REPORT_NAMES, ({ reports }, name, select) => ({
    query: `query ($id: ID!) { result: notificationSettings(reportId: $id) { ${select('NotificationSettings')} } }`,
    variables: { id: reports.byName[name].id },
    whole: 'NotificationSettings',
  })),
  reportMessages: oneEach(
    REPORT_NAMES,
    ({ reports }, name, select) => ({
      query: `query ($id: ID!) { result: reportMessages(reportId: $id) { ${select('ReportMessage')} } }`,
      variables: { id: reports.byName[name].id },
      whole: 'ReportMessage',
    }),
    // The one that is the same for all of them (world/start.ts).
    (messages) => messages?.find(({ id }: { id: string }) => id.startsWith('told ')),
  ),
  filingChallenge: once(
    (select) =>
      `filingChallenge(operation: SUBMIT_REPORT, submissionKey: "0b8d1c80-0000-4000-8000-000000000000", standInLine: true) { ${select('FilingChallenge')} }`,
  ),

  answerTemplates: oneEach(
    ['city', 'unit', 'unit below', 'sibling unit'] as const,
    ({ places }, name, select) => ({
      query: `query ($id: ID!) { result: answerTemplates(organisationId: $id) { ${select('AnswerTemplate')} } }`,
      variables: { id: places[name] },
    }),
    (templates) => (templates.length > 0 ? templates : null),
  ),
  renderAnswerTemplate: oneEach(REPORT_NAMES, ({ reports }, name, select) => ({
    query: `query ($report: ID!, $template: ID!) { result: renderAnswerTemplate(reportId: $report, templateId: $template) { ${select('RenderedAnswer')} } }`,
    variables: { report: reports.byName[name].id, template: reports.templates.city },
  })),
  answerApproval: oneEach(
    ['city', 'unit', 'unit below', 'other city'] as const,
    ({ places }, name, select) => ({
      query: `query ($id: ID!) { result: answerApproval(organisationId: $id) { ${select('AnswerApproval')} } }`,
      variables: { id: places[name] },
    }),
  ),
  answersToApprove: listOfReports(
    ({ places }) =>
      `{ result: answersToApprove(organisationId: "${places['other city']}", first: 100) { edges { node { id text viewerCanDecide report { __typename number } } } pageInfo { hasNextPage } } }`,
    ({ result }) => result.edges.map(({ node }: any) => node.report),
  ),
  previewBulk: oneEach(
    REPORT_NAMES,
    ({ reports }, name) => ({
      query:
        'query ($ids: [ID!]!) { result: previewBulk(action: ACKNOWLEDGE, reportIds: $ids) { reportId wouldChange code text report { __typename number } } }',
      variables: { ids: [reports.byName[name].id] },
    }),
    ([forecast]) => (forecast?.wouldChange ? forecast : null),
  ),
  workOrder: oneEach(
    ['with the unit', 'confidential, with the unit', 'of another agency'] as const,
    ({ reports }, name, select) => ({
      query: `query ($id: ID!) { result: workOrder(id: $id) { __typename ${select('WorkOrder')} } }`,
      variables: { id: reports.workOrders[name] },
      whole: 'WorkOrder',
    }),
  ),
  myWorkOrders: {
    documents: (world) => [
      {
        about: '',
        query:
          '{ result: myWorkOrders(openOnly: false, first: 100) { edges { node { id } } pageInfo { hasNextPage } } }',
        read({ result }) {
          const found = new Set(result.edges.map(({ node }: any) => node.id));
          return new Map(
            Object.entries(world.reports.workOrders).map(([name, id]) => [name, found.has(id) ? true : null]),
          );
        },
      },
    ],
  },
  mentions: listOfReports(
    () =>
      `{ result: mentions(first: 100) { edges { node { isRead note { id text } report { __typename number } } } pageInfo { hasNextPage } } }`,
    ({ result }) => result.edges.map(({ node }: any) => node.report),
  ),

  holidays: once(
    (select) => `holidays(year: 2026) { ${select('Holiday')} }`,
    'Holiday',
    (days) => days[0],
  ),
  policies: once(
    (select) => `policies { ${select('Policy')} }`,
    'Policy',
    (policies) => policies[0],
  ),
  calendarVersions: once(
    (select) => `calendarVersions(first: 1) { ${select('CalendarVersionConnection')} }`,
    'CalendarVersionConnection',
  ),
  previewCalendarChange: once(
    (select) =>
      `previewCalendarChange(daysOff: ["2026-11-25"], workingDays: []) { ${select('DeadlineEffect')} }`,
    'DeadlineEffect',
  ),
  recalculation: once((select) => `recalculation { ${select('Recalculation')} }`, 'Recalculation'),
  warnings: oneEach(PLACE_SUBJECTS, ({ places }, name) => ({
    query: `query ($id: ID!) { result: warnings(organisationId: $id) { edges { node { id kind levels clockKind report { __typename number } } } pageInfo { hasNextPage } } }`,
    variables: { id: places[name] },
  })),
  deadlinePreview: once(
    (select) =>
      `deadlinePreview(startedAt: "2026-12-21T02:00:00.000Z", amount: 5, unit: WORKING, timeZone: "Asia/Jakarta") { ${select('DeadlinePreview')} }`,
    'DeadlinePreview',
  ),
  oversightCases: listOfReports(
    () =>
      '{ result: oversightCases(first: 100) { edges { node { reportNumber } } pageInfo { hasNextPage } } }',
    ({ result }) => result.edges.map(({ node }: any) => ({ number: node.reportNumber })),
  ),
  oversightCase: oneEach(OVERSEEN, ({ reports }, name, select) => ({
    query: `query ($id: ID!) { result: oversightCase(id: $id) { __typename ${select('OversightCase')} } }`,
    variables: { id: `${reports.byName[name].id}-1` },
    whole: 'OversightCase',
  })),
  oversightCounts: once('oversightCounts { state count }'),
  oversightLetters: once(
    'oversightLetters(first: 5) { edges { node { caseId letter { id } } } pageInfo { hasNextPage } }',
    undefined,
    ({ edges }) => (edges.length > 0 ? edges : null),
  ),
  retentionRules: once(
    (select) => `retentionRules { ${select('RetentionRule')} }`,
    'RetentionRule',
    ([rule]) => rule ?? null,
  ),
  retentionRuns: once(
    (select) => `retentionRuns(first: 3) { ${select('RetentionRunConnection')} }`,
    'RetentionRunConnection',
    (page) => (page.edges.length > 0 ? page : null),
  ),
  previewRetentionChange: once(
    `previewRetentionChange(input: { rule: "originals", days: 400, startsOn: "2026-12-01" }) { ... on RetentionPreviewed { effect { count countWithout daysWithout } } }`,
    undefined,
    ({ effect }) => effect ?? null,
  ),
  categorySettings: once(
    (select) => `categorySettings(categoryId: "${CATEGORY}") { ${select('CategorySettings')} }`,
    'CategorySettings',
  ),
  categoryImports: once(
    (select) => `categoryImports { ${select('ReferenceImport')} }`,
    'ReferenceImport',
    ([row]) => row ?? null,
  ),
  organisationImports: once(
    (select) => `organisationImports { ${select('ReferenceImport')} }`,
    'ReferenceImport',
    ([row]) => row ?? null,
  ),
  referenceSources: once(
    (select) => `referenceSources { ${select('ReferenceSource')} }`,
    'ReferenceSource',
    ([row]) => row ?? null,
  ),
  priorityProgrammes: once(
    (select) => `priorityProgrammes { ${select('PriorityProgramme')} }`,
    'PriorityProgramme',
    (programmes) => programmes[0] ?? null,
  ),
  programmeReports: listOfReports(
    ({ reports }) =>
      `{ result: programmeReports(programmeId: "${reports.programmeId}", first: 100) { ${REPORT_NODES} } }`,
  ),
  publicStatistics: once(
    (select) => `publicStatistics { ${select('PublicStatistics')} }`,
    'PublicStatistics',
  ),
  nationalOverview: once(
    (select) => `nationalOverview { ${select('NationalOverview')} }`,
    // An analyst's figures leave confidential reports out: not the same for everybody who sees them.
  ),
  // As the overview: not the same for everybody who sees them.
  reportFigures: once(
    (select) =>
      `reportFigures(${OF_THE_YEAR}, by: GOVERNMENT, compare: true) { ${select('FigureConnection')} }`,
  ),
  activityFigures: once((select) => `activityFigures(${OF_THE_YEAR}) { ${select('ActivityRow')} }`),
  archiveFigures: once(
    (select) => `archiveFigures(${OF_THE_YEAR}) { ${select('ArchiveReasonCount')} }`,
    undefined,
    (reasons) => ({ reasons }),
  ),
  openFigures: once((select) => `openFigures(by: GOVERNMENT) { ${select('OpenFiguresConnection')} }`),
  unitLoads: oneEach(
    PLACE_SUBJECTS,
    ({ places }, name, select) => ({
      query: `query ($ids: [ID!]!) { result: unitLoads(organisationIds: $ids) { ${select('UnitLoad')} } }`,
      variables: { ids: [places[name]] },
    }),
    (loads) => (isSomething(loads) ? loads : null),
  ),
  confidentialReportFigures: once(
    (select) =>
      `confidentialReportFigures(table: GOVERNMENTS, year: 2025) { ${select('ConfidentialFigures')} }`,
    undefined,
    // There were no reports then.
    (figures) => ({ figures }),
  ),
  hopFigures: once((select) => `hopFigures(${OF_THE_YEAR}) { ${select('HopFiguresConnection')} }`),
  burstFigures: once(
    (select) => `burstFigures { ${select('BurstFigures')} }`,
    undefined,
    (bursts) => bursts && { bursts },
  ),

  organisation: oneEach(PLACE_SUBJECTS, ({ places }, name, select) => ({
    query: `query ($id: ID!) { result: organisation(id: $id) { ${select('Organisation')} } }`,
    variables: { id: places[name] },
    whole: 'Organisation',
  })),
  organisations: allPlaces(
    ({ places }, name) =>
      `organisations(filter: { withinId: "${places[name]}" }, first: 100) { edges { node { id } } }`,
    rowOfPlace,
  ),
  region: once((select) => `region(code: "13.71.09") { ${select('Region')} }`, 'Region'),
  regions: once('regions(first: 3) { code }'),
  regionOfPoint: once('regionOfPoint(latitude: -0.905, longitude: 100.39) { code }'),
  routeRules: once(
    (select) => `routeRules(categoryId: "${CATEGORY}", regionCode: "13.71.09") { ${select('RouteRule')} }`,
    'RouteRule',
    (rules) => rules[0],
  ),
  categoryRoutes: once(
    (select) =>
      `categoryRoutes(filter: { categoryIds: ["${CATEGORY}"] }, first: 5) { ${select('CategoryRouteConnection')} }`,
    'CategoryRouteConnection',
  ),
  unitKeys: once(
    (select) => `unitKeys { ${select('UnitKey')} }`,
    'UnitKey',
    (keys) => keys[0],
  ),
  adoption: once(
    (select) => `adoption(by: KIND) { ${select('AdoptionRow')} }`,
    'AdoptionRow',
    (rows) => rows[0],
  ),
  adoptionTrend: once(
    (select) => `adoptionTrend(months: 3) { ${select('AdoptionPoint')} }`,
    'AdoptionPoint',
    (points) => points[0],
  ),
  previewUnits: oneEach(PLACE_SUBJECTS, ({ places, organisations }, name, select) => ({
    query: `query ($input: UnitsInput!) { result: previewUnits(input: $input) { ${select('UnitsPreview')} } }`,
    // With a line that is at fault, to show how faults are told.
    variables: {
      input: { organisationId: places[name], csv: `${organisations.unitsFile[name].csv}rusak\r\n` },
    },
    whole: 'UnitsPreview',
  })),
  viewerOfficer: once('viewerOfficer { __typename id name }'),
  officers: {
    documents: () => [
      {
        about: '',
        query:
          '{ result: officers(first: 100) { edges { node { __typename id name } } pageInfo { hasNextPage } } }',
        read({ result }) {
          if (result.pageInfo.hasNextPage) throw new Error('More officers than one page holds');
          const found = new Set(result.edges.map(({ node }: any) => node.id));
          return new Map(OFFICER_NAMES.map((name) => [name, found.has(accountId(name)) ? true : null]));
        },
      },
    ],
  },
  officer: oneEach(OFFICER_NAMES, (_world, name: OfficerName, select) => ({
    query: `query ($id: ID!) { result: officer(id: $id) { __typename ${select('Officer')} } }`,
    variables: { id: accountId(name) },
    whole: 'Officer',
  })),
  readinessList: allPlaces(
    ({ places }, name) =>
      `readinessList(filter: { withinId: "${places[name]}", rootsOnly: false }, first: 100) { edges { node { id } } }`,
    rowOfPlace,
  ),
  auditEntries: allPlaces(
    ({ places }, name, select) =>
      `auditEntries(filter: { organisationId: "${places[name]}" }, first: 10) { ${select('AuditEntryConnection')} }`,
    (page) => (page.edges.length > 0 ? page : null),
    'AuditEntryConnection',
  ),
};
