import { useFilters, useSession } from '@lapor/staff';
import { localDateOf } from '@lapor/wording';
import { useMemo } from 'react';
import {
  COMPARISONS,
  comparisonOf,
  isOfWholeMonths,
  PRESETS,
  readPeriod,
  untilToday,
  type Comparison,
  type Period,
  type Preset,
} from './periods.ts';
import type { BehindFigure } from './report-address.ts';

/** What stands in the address of every tab. */
const NAMES = ['periode', 'dari', 'sampai', 'banding', 'wilayah', 'instansi'] as const;
const REGION = /^\d\d(\.\d\d)?$/;

/** What the room is asked for: days, what they are compared with, a place. */
export interface Room {
  /** Calendar date at Jakarta, where figures are counted. */
  today: string;
  /** The viewer is told whole months and no small numbers. */
  isOutsider: boolean;
  preset: Preset | null;
  /** Meant where the address names no days. */
  standard: Preset;
  period: Period;
  comparison: Comparison;
  /** Null: compared with nothing, or with nothing that may be told. */
  before: Period | null;
  /** There would be something to compare with, but the period still runs and outsiders are told whole months. */
  comparesLater: boolean;
  regionCode: string;
  organisationId: string;
  /** Condition of the graph for the place. */
  filter: { regionCode?: string; organisationId?: string } | null;
  /** Of a place what is crossed (categories, kinds) is known by whole months. */
  canCross: boolean;
  /** Place and days, for the lists behind figures. */
  behind: Pick<BehindFigure, 'period' | 'regionCode' | 'organisationId'>;
  set: (part: Partial<Record<(typeof NAMES)[number], string>>) => void;
}

const INSIDE = ['NATIONAL_ADMIN', 'KSP_MONITOR', 'OMBUDSMAN'] as const;

/** Reads the room's address. @param standard the days that are meant where the address names none. */
export function useRoom(standard: Preset = PRESETS[0]): Room {
  const { workplace } = useSession();
  const { values, set } = useFilters(NAMES);
  const isOutsider = !INSIDE.some((role) => workplace.roles.includes(role));
  const today = localDateOf(new Date(), 'Asia/Jakarta');
  return useMemo(() => {
    const { preset, period } = readPeriod(values, today, isOutsider, standard);
    const comparison = COMPARISONS.find((one) => one === values.banding) ?? COMPARISONS[0];
    const wanted = comparisonOf(period, comparison, today);
    const comparesLater = isOutsider && wanted !== null && !isOfWholeMonths(wanted, today);
    const regionCode = REGION.test(values.wilayah) ? values.wilayah : '';
    const organisationId = regionCode ? '' : values.instansi;
    const hasPlace = regionCode !== '' || organisationId !== '';
    return {
      today,
      standard,
      isOutsider,
      preset,
      period,
      comparison,
      before: comparesLater ? null : wanted,
      comparesLater,
      regionCode,
      organisationId,
      filter: regionCode ? { regionCode } : organisationId ? { organisationId } : null,
      canCross: !hasPlace || isOfWholeMonths(period, today),
      behind: {
        period: untilToday(period, today),
        regionCode: regionCode || null,
        organisationId: organisationId || null,
      },
      set,
    };
  }, [values, set, today, isOutsider, standard]);
}
