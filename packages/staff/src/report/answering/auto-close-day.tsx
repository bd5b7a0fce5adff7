import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useDates } from '../../dates/use-dates.ts';
import { useText } from '../../language/use-text.ts';
import { useSession } from '../../session/session-context.ts';
import { AutoCloseDayDocument } from './answering.graphql.ts';

/** On which day the report closes by itself after a result given now; until the day is known, that it does. */
export function AutoCloseDay() {
  const t = useText();
  const dates = useDates();
  const { timeZone } = useSession();
  // The day matters, not the moment: asked once for a form.
  const startedAt = useMemo(() => new Date().toISOString(), []);
  const [{ data }] = useQuery({
    query: AutoCloseDayDocument,
    variables: { startedAt, timeZone },
  });
  const dueOn = data?.deadlinePreview.dueOn;
  return dueOn ? t('consequence.autoCloseOn', { day: dates.day(dueOn) }) : t('consequence.autoClose');
}
