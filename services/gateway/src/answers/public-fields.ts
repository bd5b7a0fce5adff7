const fields = (type: string, names: string): string[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => `${type}.${name}`);

/**
 * The only fields whose values may be shared between readers without any credential: what is published, and what is the same for
 * everybody who sees it. Nothing else is ever kept, so a new field is not until somebody writes it down here; the matrix of
 * authorisation checks each of them (`tests/authorisation/public-answers.test.ts`). Never one that speaks of the viewer.
 */
export const PUBLIC_FIELDS: ReadonlySet<string> = new Set([
  ...fields(
    'Query',
    `publicReports reportClusters reportFacets publicStatistics categories category organisation organisations region regions holidays policies
     deadlinePreview reportFigures activityFigures archiveFigures openFigures hopFigures confidentialReportFigures`,
  ),
  ...fields('ReportConnection', 'edges pageInfo'),
  ...fields('ReportEdge', 'cursor node'),
  ...fields('PageInfo', 'hasNextPage endCursor'),
  ...fields(
    'Report',
    `id number kind class state title text occurredOn placeText point region handler category submittedAt updatedAt reporterLabel
     isAnonymous supportCount nextClock nextDueAt nextDueClock`,
  ),
  ...fields('GeoPoint', 'latitude longitude'),
  ...fields(
    'Clock',
    'id kind status startedAt dueAt dueOn timeZone timeZoneLabel isEstimated urgency workingDaysLeft',
  ),
  ...fields('Category', 'id name path level parent'),
  ...fields('Organisation', 'id name acronym kind status parent government region timeZone timeZoneLabel'),
  ...fields('OrganisationConnection', 'edges pageInfo'),
  ...fields('OrganisationEdge', 'cursor node'),
  ...fields('Region', 'code name fullName level parent latitude longitude timeZone timeZoneLabel'),
  ...fields('ReportCluster', 'count isAtLeast point report'),
  ...fields('ReportFacets', 'states kinds categories regions'),
  ...fields('StateFacet', 'state count isAtLeast'),
  ...fields('KindFacet', 'kind count isAtLeast'),
  ...fields('CategoryFacet', 'category count isAtLeast'),
  ...fields('RegionFacet', 'region count isAtLeast'),
  ...fields(
    'PublicStatistics',
    'asOf byState followedUpPercent medianFollowUpDays receivedThisMonth handedOver',
  ),
  ...fields('StateCount', 'state count'),
  ...fields('Holiday', 'date name kind status decree'),
  ...fields('Policy', 'version effectiveFrom decree state limits migrations'),
  ...fields('PolicyLimit', 'rule reportClass organisationKind days unit'),
  ...fields('PolicyMigration', 'at kinds'),
  ...fields(
    'DeadlinePreview',
    'dueAt dueOn countedDays skippedDays isEstimated length unit policyVersion calendarVersion',
  ),
  ...fields('SkippedDay', 'date reason'),
  // Figures as outsiders get them: who asks as nobody is the public.
  ...fields('FigureConnection', 'edges pageInfo asOf isComplete totalCount'),
  ...fields('FigureRowEdge', 'cursor node'),
  ...fields('FigureRow', 'key organisation region category rank figures previous'),
  ...fields(
    'Figures',
    `received isSuppressed submitted postponed disposed inProgress completed archived followUpRate followUpRateWithoutArchived
     completionRate completionRateWithoutArchived handedOver withObstacles promisesKept promisesBroken keptPromiseRate rated
     averageRating satisfiedRate disputeRate reopenRate toFollowUp toCompletion steps`,
  ),
  ...fields('StepFigures', 'onTime late onTimeRate byStep'),
  ...fields('StepCount', 'step onTime late onTimeRate'),
  ...fields('DurationFigures', 'count open meanDays medianDays ninetiethPercentileDays medianDaysWithOpen'),
  ...fields('ActivityRow', 'from received followedUp completed handedOver'),
  ...fields('ArchiveReasonCount', 'reason count'),
  ...fields('OpenFiguresConnection', 'edges pageInfo asOf'),
  ...fields('OpenFiguresEdge', 'cursor node'),
  ...fields(
    'OpenFigures',
    `key organisation region open openUpTo7Days openUpTo30Days openUpTo60Days openLonger overdue overdueRate overdueUpTo7Days
     overdueUpTo30Days overdueUpTo90Days overdueLonger`,
  ),
  ...fields('HopFiguresConnection', 'edges pageInfo'),
  ...fields('HopFiguresEdge', 'cursor node'),
  ...fields('HopFigures', 'from to count'),
  ...fields('ConfidentialFigures', 'year table toldOn total rows'),
  ...fields('ConfidentialFigureRow', 'key category region organisation state confidential'),
]);
