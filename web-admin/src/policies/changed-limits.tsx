import { useText } from '../app/use-text.ts';
import { changedLimits, type LimitRow, type Policy } from './limit-rows.ts';
import { useRuleWords } from './rule-words.ts';

interface ChangedLimitsProps {
  base: Policy;
  rows: readonly LimitRow[];
}

/** What a policy would change, before it is saved: each length that differs, as it was and as it would be. */
export function ChangedLimits({ base, rows }: ChangedLimitsProps) {
  const t = useText();
  const say = useRuleWords();
  const changes = changedLimits(base.limits, rows);
  return (
    <section className="stack stack-2" role="status" aria-label={t('policies.changes')}>
      <h3>{t('policies.changes')}</h3>
      {changes.length === 0 ? (
        <p className="muted">{t('policies.changesNone', { decree: base.decree })}</p>
      ) : (
        <ul>
          {changes.map(({ of, before, after }) => (
            <li key={`${of.rule} ${of.reportClass} ${of.organisationKind}`}>
              {[
                say.rule(of.rule),
                say.reportClass(of.reportClass),
                of.organisationKind && say.kind(of.organisationKind),
              ]
                .filter(Boolean)
                .join(' · ')}
              {': '}
              {t('policies.changedLimit', {
                before: before ? say.length(before) : t('policies.noLimit'),
                after: after ? say.length(after) : t('policies.noLimit'),
              })}
            </li>
          ))}
        </ul>
      )}
      <p className="caption">{t('policies.changesLater')}</p>
    </section>
  );
}
