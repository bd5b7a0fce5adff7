import { formatDay, type BasicWords } from '@lapor/wording';
import type { Translate } from '../../app/language-provider.tsx';
import { numberText } from '../figures/figure-text.ts';
import type { Finding } from './findings.ts';

/** A finding as people read it. */
export const sayFinding = (t: Translate, words: BasicWords, { id, values }: Finding): string =>
  t(
    id,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number'
          ? numberText(words, value)
          : name === 'month'
            ? formatDay(words, value, 'month')
            : value,
      ]),
    ),
  );
