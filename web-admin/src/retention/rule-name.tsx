import { useLanguage } from '@lapor/staff';
import { useText } from '../app/use-text.ts';
import type { ResultOf } from '../graphql.ts';
import type { RetentionDocument } from './retention.graphql.ts';

export type Rule = ResultOf<typeof RetentionDocument>['retentionRules'][number];

/** What a rule does, and with which reports. */
export function RuleName({ rule }: { rule: Pick<Rule, 'action' | 'kinds' | 'ends'> }) {
  const t = useText();
  const { words } = useLanguage();
  const kinds =
    rule.kinds.length === 3
      ? t('retention.everyKind')
      : rule.kinds.map((kind) => words.kinds[kind]).join(', ');
  return (
    <>
      {t(`retention.action.${rule.action}`)}
      <span className="caption block">
        {kinds} · {rule.ends.map((end) => words.states[end]).join(', ')}
      </span>
    </>
  );
}
