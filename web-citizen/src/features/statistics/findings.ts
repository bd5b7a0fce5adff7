/** A sentence: id of a message of `stats.…` and what stands in it. */
export interface Finding {
  id:
    | 'stats.months.nothing'
    | 'stats.months.most'
    | 'stats.months.keepsUp'
    | 'stats.months.behind'
    | 'stats.categories.nothing'
    | 'stats.categories.top'
    | 'stats.regions.few'
    | 'stats.regions.same'
    | 'stats.regions.apart'
    | 'stats.times.few'
    | 'stats.times.half'
    | 'stats.deadlines.few'
    | 'stats.deadlines.none'
    | 'stats.deadlines.share'
    | 'stats.satisfaction.few'
    | 'stats.satisfaction.share'
    | 'stats.states.few'
    | 'stats.states.share';
  /** Numbers, names, and under `month` the first day of one. */
  values: Record<string, string | number>;
}

/** Below this many reports nothing is compared (domain.md, "Figures"). */
export const FEWEST_RANKED = 30;

export interface Month {
  from: string;
  received: number | null;
  completed: number | null;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Whether what is completed keeps up with what comes in; where a month is kept back, sums would lie, and the fullest month is told. */
export function findingOfMonths(months: readonly Month[]): Finding {
  const known = months.flatMap(({ from, received }) => (received ? [{ from, received }] : []));
  const most = known.toSorted((a, b) => b.received - a.received)[0];
  if (!most) return { id: 'stats.months.nothing', values: {} };
  if (months.some(({ received, completed }) => received === null || completed === null))
    return { id: 'stats.months.most', values: { month: most.from, received: most.received } };
  const received = sum(months.map((month) => month.received ?? 0));
  const completed = sum(months.map((month) => month.completed ?? 0));
  if (completed >= received) return { id: 'stats.months.keepsUp', values: { received, completed } };
  return { id: 'stats.months.behind', values: { received, completed, behind: received - completed } };
}

/** Without the months before the first of which something is known to have happened: they have no data, not zero. */
export function sinceFirst<Row extends Month>(months: readonly Row[]): readonly Row[] {
  const first = months.findIndex(({ received, completed }) => received !== 0 || completed !== 0);
  return first < 0 ? [] : months.slice(first);
}

export interface Group {
  name: string;
  received: number | null;
  followUpRate: number | null;
}

/** What people report most: a load, said as a share. */
export function findingOfCategories(groups: readonly Group[], total: number | null): Finding {
  const top = groups.find(({ received }) => received !== null);
  if (!top || top.received === null || !total) return { id: 'stats.categories.nothing', values: {} };
  return {
    id: 'stats.categories.top',
    values: { name: top.name, share: Math.round((top.received / total) * 100) },
  };
}

/** Where most and least is followed up, among places with enough reports. */
export function findingOfRegions(groups: readonly Group[]): Finding {
  const compared = comparable(groups).toSorted((a, b) => b.followUpRate - a.followUpRate);
  const best = compared[0];
  const worst = compared.at(-1);
  if (!best || !worst || compared.length < 2)
    return { id: 'stats.regions.few', values: { least: FEWEST_RANKED } };
  if (best.followUpRate === worst.followUpRate)
    return { id: 'stats.regions.same', values: { share: best.followUpRate, count: compared.length } };
  return {
    id: 'stats.regions.apart',
    values: {
      best: best.name,
      bestShare: best.followUpRate,
      worst: worst.name,
      worstShare: worst.followUpRate,
    },
  };
}

/** Groups that may be compared. */
export const comparable = <Row extends Group>(groups: readonly Row[]) =>
  groups.filter(
    (group): group is Row & { received: number; followUpRate: number } =>
      group.followUpRate !== null && (group.received ?? 0) >= FEWEST_RANKED,
  );

export interface Days {
  medianDays: number | null;
  ninetiethPercentileDays: number | null;
}

export function findingOfTimes(toFollowUp: Days | null): Finding {
  if (!toFollowUp || toFollowUp.medianDays === null) return { id: 'stats.times.few', values: {} };
  const { medianDays, ninetiethPercentileDays } = toFollowUp;
  return {
    id: 'stats.times.half',
    values: { median: medianDays, ninetieth: ninetiethPercentileDays ?? medianDays },
  };
}

/** How many of the open ones are not past a deadline, as it stands now. */
export function findingOfDeadlines(open: { open: number | null; overdueRate: number | null }): Finding {
  if (open.open === 0) return { id: 'stats.deadlines.none', values: {} };
  if (open.open === null || open.overdueRate === null) return { id: 'stats.deadlines.few', values: {} };
  return { id: 'stats.deadlines.share', values: { share: 100 - open.overdueRate, open: open.open } };
}

export function findingOfSatisfaction(figures: {
  rated: number | null;
  satisfiedRate: number | null;
}): Finding {
  if (figures.satisfiedRate === null || figures.rated === null)
    return { id: 'stats.satisfaction.few', values: {} };
  return { id: 'stats.satisfaction.share', values: { share: figures.satisfiedRate, rated: figures.rated } };
}

export function findingOfStates(figures: {
  received: number | null;
  followUpRate: number | null;
  completionRate: number | null;
}): Finding {
  if (figures.followUpRate === null || figures.completionRate === null)
    return { id: 'stats.states.few', values: {} };
  return {
    id: 'stats.states.share',
    values: { followedUp: figures.followUpRate, completed: figures.completionRate },
  };
}
