import { LoadFailure, StaleNotice, useDates, usePageTitle } from '@lapor/staff';
import { useFirstSight, usePart, useToday } from '@lapor/staff/changing';
import { Button, EmptyState, hiddenIcon, Panel, SkeletonBlock, Table } from '@lapor/ui';
import { useState } from 'react';
import { useAdminIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { SavedNotice } from '../calendar/saved-notice.tsx';
import { ChangeLengthDialog } from './change-length-dialog.tsx';
import { useLength } from './length.ts';
import { RetentionDocument, RetentionPageDocument } from './retention.graphql.ts';
import { LEDGER_BEGINNING, RetentionLedger } from './retention-ledger.tsx';
import { RuleName, type Rule } from './rule-name.tsx';

/** How long what is kept of reports (`/masa-simpan`), what the daily job did by it, and another length with its dry run. */
export function RetentionPage() {
  const t = useText();
  const console = useAdminIdentity();
  usePageTitle(t('retention.title'), console.label);
  const today = useToday();
  const [changing, setChanging] = useState<Rule | null>(null);
  const [saved, setSaved] = useState(0);
  const sight = useFirstSight({ query: RetentionPageDocument, variables: LEDGER_BEGINNING });
  const [{ data, error, fetching }, ask] = usePart({ query: RetentionDocument, variables: {}, sight });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const rules = data?.retentionRules;
  if (!rules && error)
    return (
      <LoadFailure page error={error} title={t('retention.failed')} retrying={fetching} onRetry={refresh} />
    );
  return (
    <>
      <div>
        <h1>{t('retention.title')}</h1>
        <p className="caption">{t('retention.about')}</p>
      </div>
      {rules && <StaleNotice error={error} onRetry={refresh} />}
      {saved > 0 && (
        <SavedNotice key={saved} title={t('retention.savedTitle')} next={t('retention.savedNext')} />
      )}
      {!rules && <SkeletonBlock label={t('page.loading')} count={3} />}
      {rules?.length === 0 && (
        <EmptyState icon={hiddenIcon} title={t('retention.none')}>
          {t('retention.noneHint')}
        </EmptyState>
      )}
      {rules && rules.length > 0 && (
        <>
          <RulesTable rules={rules} onChange={setChanging} />
          <RetentionLedger rules={rules} sight={sight} />
        </>
      )}
      {changing && (
        <ChangeLengthDialog
          rule={changing}
          today={today}
          onClose={() => setChanging(null)}
          onDone={() => {
            setSaved((times) => times + 1);
            refresh();
          }}
        />
      )}
    </>
  );
}

function RulesTable({ rules, onChange }: { rules: readonly Rule[]; onChange: (rule: Rule) => void }) {
  const t = useText();
  const dates = useDates();
  const length = useLength();
  return (
    <Panel title={t('retention.rules')} flush>
      <Table
        caption={t('retention.rules')}
        captionHidden
        stacked
        tight
        rows={rules}
        rowKey={({ name }) => name}
        columns={[
          {
            id: 'what',
            header: t('retention.what'),
            rowHeader: true,
            cell: (rule) => <RuleName rule={rule} />,
          },
          {
            id: 'length',
            header: t('retention.length'),
            cell: ({ days, since, planned }) => (
              <>
                {length(days)}
                <span className="caption block">
                  {t('retention.since', { day: dates.day(since, 'date') })}
                </span>
                {planned && (
                  <span className="caption block">
                    {t('retention.planned', {
                      length: length(planned.days),
                      day: dates.day(planned.startsOn, 'date'),
                    })}
                  </span>
                )}
              </>
            ),
          },
          {
            id: 'changes',
            header: t('retention.changes'),
            cell: ({ changes }) => <Changes changes={changes} />,
          },
          {
            id: 'change',
            header: <span className="sr">{t('retention.change')}</span>,
            className: 'fit',
            cell: (rule) => (
              <Button size="small" onClick={() => onChange(rule)}>
                {t('retention.change')}
                <span className="sr">
                  {' '}
                  <RuleName rule={rule} />
                </span>
              </Button>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** Who entered which length when, and why. */
function Changes({ changes }: Pick<Rule, 'changes'>) {
  const t = useText();
  const dates = useDates();
  const length = useLength();
  if (changes.length === 0) return <span className="muted">{t('retention.unchanged')}</span>;
  return (
    <details>
      <summary>{t('retention.changeCount', { count: changes.length })}</summary>
      <ol className="stack stack-2">
        {changes.map((change) => (
          <li key={change.id}>
            {t('retention.entered', {
              length: length(change.days),
              day: dates.day(change.startsOn, 'date'),
            })}
            <span className="caption block">
              {dates.moment(change.enteredAt)}
              {change.by.name && `, ${change.by.name}`}
            </span>
            <span className="caption block">
              {[change.reason, change.decree].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
