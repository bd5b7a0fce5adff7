import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { ResultOf } from '../graphql.ts';
import { useToday } from '../dates/use-today.ts';
import { UnitLoadDocument } from './unit-load.graphql.ts';

/** What a unit carries and how soon it takes up what comes. */
export interface UnitLoad {
  open: number;
  overdue: number;
  /** Days until half of what came in the period was followed up; null where that is not known. */
  followUpDays: number | null;
}

const PERIOD_DAYS = 90;
const NOBODY: ReadonlyMap<string, UnitLoad> = new Map();

/**
 * The load of the units below some organisations, by the unit's id; what cannot be had, or is not the viewer's to know, is simply not there. Each
 * organisation is asked about once while the choice is open.
 */
export function useUnitLoads(parentIds: readonly string[]): ReadonlyMap<string, UnitLoad> {
  const client = useClient();
  const today = useToday();
  const [loads, setLoads] = useState(NOBODY);
  const asked = useRef(new Set<string>());
  const wanted = [...new Set(parentIds)].sort().join('\n');
  useEffect(() => {
    for (const organisationId of wanted.split('\n')) {
      if (organisationId === '' || asked.current.has(organisationId)) continue;
      asked.current.add(organisationId);
      void client
        .query(UnitLoadDocument, { organisationId, period: periodUntil(today) })
        .toPromise()
        .then(({ data }) => data && setLoads((before) => new Map([...before, ...loadsOf(data)])));
    }
  }, [client, today, wanted]);
  return loads;
}

/** Units that received nothing carry nothing, and are not told of. */
export function loadsOf({
  openFigures,
  reportFigures,
}: ResultOf<typeof UnitLoadDocument>): [string, UnitLoad][] {
  const days = new Map(
    reportFigures.edges.map(({ node: { key, figures } }) => [
      key,
      figures.toFollowUp?.medianDaysWithOpen ?? figures.toFollowUp?.medianDays ?? null,
    ]),
  );
  const open = new Map(openFigures.edges.map(({ node }) => [node.key, node]));
  return [...new Set([...open.keys(), ...days.keys()])].map((id) => [
    id,
    {
      open: open.get(id)?.open ?? 0,
      overdue: open.get(id)?.overdue ?? 0,
      followUpDays: days.get(id) ?? null,
    },
  ]);
}

function periodUntil(today: string): { from: string; to: string } {
  const from = new Date(`${today}T00:00:00Z`);
  from.setUTCDate(from.getUTCDate() - PERIOD_DAYS + 1);
  return { from: from.toISOString().slice(0, 10), to: today };
}
