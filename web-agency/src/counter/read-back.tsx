import { useDates, useLanguage } from '@lapor/staff';
import { useText } from '../app/use-text.ts';
import type { CounterWords, Reporter } from './counter-input.ts';

interface ReadBackProps {
  words: CounterWords;
  reporter: Reporter;
}

/** Digits as people say them on the phone, in groups. */
const spoken = (digits: string) => digits.replace(/[\s.-]/g, '').replace(/(\d{4})(?=\d)/g, '$1 ');

/** What was typed, in the order in which it is read to the reporter before asking for consent. */
export function ReadBack({ words, reporter }: ReadBackProps) {
  const t = useText();
  const dates = useDates();
  const { words: said } = useLanguage();
  const place = [words.placeText.trim(), words.region?.name].filter(Boolean).join(', ');
  const isNamed = !words.isAnonymous;
  const lines = [
    [t('counter.readKind'), words.text.trim() && said.kinds[words.kind]],
    [t('counter.readText'), words.text.trim()],
    [t('counter.readPlace'), place],
    [t('counter.readDay'), words.occurredOn && dates.day(words.occurredOn)],
    [t('counter.readName'), isNamed && reporter.name.trim()],
    [t('counter.readPhone'), isNamed && spoken(reporter.phone)],
    [t('counter.readEmail'), isNamed && reporter.email.trim()],
    [
      t('counter.readProtection'),
      [words.isAnonymous && t('counter.readAnonymous'), words.isConfidential && t('counter.readConfidential')]
        .filter(Boolean)
        .join(' '),
    ],
  ].filter((line): line is [string, string] => Boolean(line[1]));
  if (words.text.trim() === '') return <p className="caption">{t('counter.readNothing')}</p>;
  return (
    <dl className="counter-read">
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="prewrap">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
