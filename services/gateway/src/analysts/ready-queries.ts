/** A standard table, ready to be run and changed. */
export interface ReadyQuery {
  title: string;
  query: string;
}

const year = 'period: { from: "2026-01-01", to: "2026-12-31" }';

/** The tabs with which the analysts' page opens; a test runs them against the committed contract. */
export const READY_QUERIES: readonly ReadyQuery[] = [
  {
    title: 'Reports by state',
    query: `# What each figure means stands in its description: hover over a field, or open the docs on the left.
query ReportsByState {
  reportFigures(${year}, compare: true) {
    edges { node {
      figures { received submitted postponed disposed inProgress completed archived
        followUpRate followUpRateWithoutArchived completionRate completionRateWithoutArchived }
      previous { received followUpRate completionRate }
    } }
  }
}`,
  },
  {
    title: 'Received and completed by month',
    query: `query ByMonth {
  activityFigures(${year}, by: MONTH) { from received followedUp completed handedOver }
}`,
  },
  {
    title: 'League of cities',
    query: `# Ranks begin at 30 reports and never mix kinds of government.
query LeagueOfCities {
  reportFigures(${year}, by: GOVERNMENT, filter: { governmentKind: CITY }, orderBy: FOLLOW_UP_RATE, first: 50) {
    totalCount
    edges { node {
      rank
      organisation { id name }
      figures { received followUpRate completionRate toFollowUp { medianDays medianDaysWithOpen ninetiethPercentileDays } }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  },
  {
    title: 'Agencies by load',
    query: `query AgenciesByLoad {
  reportFigures(${year}, by: GOVERNMENT, orderBy: RECEIVED, first: 50) {
    edges { node { organisation { id name kind } figures { received followUpRate archived handedOver } } }
  }
}`,
  },
  {
    title: 'Provinces by state',
    query: `query ProvincesByState {
  reportFigures(${year}, by: REGION, first: 50) {
    edges { node { region { code name } figures { received submitted disposed inProgress completed archived } } }
  }
}`,
  },
  {
    title: 'Main categories',
    query: `query MainCategories {
  reportFigures(${year}, by: CATEGORY, orderBy: RECEIVED, first: 50) {
    edges { node { category { id name } figures { received followUpRate satisfiedRate disputeRate } } }
  }
}`,
  },
  {
    title: 'Kinds, classes, channels',
    query: `query KindsClassesChannels {
  kinds: reportFigures(${year}, by: KIND) { edges { node { key figures { received completionRate } } } }
  classes: reportFigures(${year}, by: CLASS) { edges { node { key figures { received completionRate } } } }
  channels: reportFigures(${year}, by: CHANNEL) { edges { node { key figures { received completionRate } } } }
}`,
  },
  {
    title: 'Open and overdue',
    query: `query OpenAndOverdue {
  openFigures(by: GOVERNMENT, first: 50) {
    asOf
    edges { node { organisation { id name } open openLonger overdue overdueRate overdueLonger } }
  }
}`,
  },
  {
    title: 'Archives and returns',
    query: `query ArchivesAndReturns {
  archiveFigures(${year}) { reason count }
  hopFigures(${year}, first: 50) { edges { node { from { id name } to { id name } count } } }
}`,
  },
  {
    title: 'Satisfaction and promises',
    query: `query SatisfactionAndPromises {
  reportFigures(${year}, by: MONTH) {
    edges { node { key figures { rated averageRating satisfiedRate disputeRate reopenRate withObstacles keptPromiseRate } } }
  }
}`,
  },
  {
    title: 'Bursts',
    query: `query Bursts {
  burstFigures { category { id name } region { code name } count usual }
}`,
  },
  {
    title: 'Adoption',
    query: `query Adoption {
  adoption(by: KIND) { kind total connected used ready }
  adoptionTrend(months: 12) { on total connected used }
}`,
  },
];
