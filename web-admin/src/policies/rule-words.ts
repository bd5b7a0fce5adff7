import { useLanguage } from '@lapor/staff';
import { useText } from '../app/use-text.ts';
import type { Limit } from './limit-rows.ts';

/** What a rule is called: as its clock where there is one. */
export function useRuleWords() {
  const t = useText();
  const { words } = useLanguage();
  return {
    rule: (rule: Limit['rule']): string =>
      rule === 'OMBUDSMAN_CLARIFICATION' || rule === 'INFORMATION_PAUSE'
        ? t(`policies.rule.${rule}`)
        : words.clocks[rule],
    reportClass: (reportClass: Limit['reportClass']): string =>
      reportClass === null ? '' : words.classes[reportClass],
    kind: (kind: Limit['organisationKind']): string =>
      kind === null ? t('policies.all') : t(`tree.kind.${kind}`),
    length: ({ days, unit }: Pick<Limit, 'days' | 'unit'>): string =>
      days === null || unit === null
        ? t('policies.outer')
        : t(unit === 'WORKING' ? 'policies.workingDays' : 'policies.calendarDays', { days }),
  };
}
