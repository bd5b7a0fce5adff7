import { DayStrip } from '@lapor/ui';
import { localDateOf } from '@lapor/wording';
import { useLanguage } from '../../language/language-provider.tsx';
import type { Clock } from './clocks.graphql.ts';
import { stripDays } from './strip-days.ts';

/** How a deadline was counted, in words and as a calendar. */
export function ClockExplanation({ clock }: { clock: Clock }) {
  const { language, words } = useLanguage();
  const { explanation } = clock;
  return (
    <div className="stack stack-2">
      <p>{language === 'en' ? explanation.inEnglish : explanation.sentence}</p>
      <DayStrip
        weekdays={words.weekdays}
        days={stripDays(explanation, clock.dueOn, localDateOf(new Date(), clock.timeZone))}
      />
    </div>
  );
}
