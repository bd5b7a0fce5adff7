import { useDates } from '@lapor/staff';
import { useText } from '../app/use-text.ts';
import { finishedAt } from './finished-at.ts';
import type { DeskDay } from './use-queue-news.ts';

interface DeskFiguresProps {
  waiting: number | undefined;
  /** When the oldest that waits came in. */
  oldest: string | undefined;
  day: DeskDay;
}

/** How long the queue is, how old, when it would be empty; what this verifier has done today and how fast. */
export function DeskFigures({ waiting, oldest, day }: DeskFiguresProps) {
  const t = useText();
  const dates = useDates();
  const end = waiting === undefined ? null : finishedAt({ now: new Date(), waiting, ...(day ?? NO_DAY) });
  const ofTheQueue = [
    waiting === undefined ? null : t('desk.waiting', { count: waiting }),
    day && day.officers > 1 ? t('desk.officers', { count: day.officers }) : null,
    oldest ? t('desk.oldest', { moment: dates.moment(oldest, 'weekday') }) : null,
    end ? t('desk.doneAround', { time: dates.time(end.toISOString()) }) : null,
  ];
  const own = [
    day && day.decided > 0 ? t('desk.today', { count: day.decided }) : null,
    day?.medianSeconds ? t('desk.pace', { seconds: day.medianSeconds }) : null,
  ];
  // Its line is there before any figure is.
  return <p className="caption desk-figures">{[...ofTheQueue, ...own].filter(Boolean).join(' · ')}</p>;
}

const NO_DAY = { medianSeconds: null, officers: 0 };
