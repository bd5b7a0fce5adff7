import { LoadFailure, StaleNotice, useDates, useLanguage, usePageTitle, useSteadyQuery } from '@lapor/staff';
import { useToday } from '@lapor/staff/changing';
import { Button, Panel, plusIcon, SkeletonBlock, Table, Tag } from '@lapor/ui';
import { useState } from 'react';
import { useAdminIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { RecalculationProgress } from '../calendar/recalculation-progress.tsx';
import { SavedNotice } from '../calendar/saved-notice.tsx';
import type { Limit, Policy } from './limit-rows.ts';
import { MigrateDialog } from './migrate-dialog.tsx';
import { PoliciesDocument } from './policies.graphql.ts';
import { PolicyDialog } from './policy-dialog.tsx';
import { useRuleWords } from './rule-words.ts';

/** How many days each clock has (`/kebijakan`): in force, planned and past; a new policy; running clocks that go over. */
export function PoliciesPage() {
  const t = useText();
  const console = useAdminIdentity();
  usePageTitle(t('nav.policies'), console.label);
  const today = useToday();
  const [open, setOpen] = useState<'new' | 'migrate' | null>(null);
  const [saved, setSaved] = useState<{ what: 'new' | 'migrate'; times: number } | null>(null);
  const [{ data, error, fetching }, ask] = useSteadyQuery({
    query: PoliciesDocument,
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const policies = data?.policies;
  if (!policies && error)
    return (
      <LoadFailure page error={error} title={t('policies.failed')} retrying={fetching} onRetry={refresh} />
    );
  const inForce = policies?.find(({ state }) => state === 'IN_FORCE');
  const latest = policies?.at(-1);
  const close = () => setOpen(null);
  const changed = (what: 'new' | 'migrate') => {
    setSaved((before) => ({ what, times: (before?.times ?? 0) + 1 }));
    refresh();
  };
  return (
    <>
      <div className="row row--between">
        <div>
          <h1>{t('nav.policies')}</h1>
          <p className="caption">{t('policies.about')}</p>
        </div>
        {inForce && (
          <div className="row">
            <Button variant="primary" icon={plusIcon} onClick={() => setOpen('new')}>
              {t('policies.new')}
            </Button>
            <Button onClick={() => setOpen('migrate')}>{t('policies.migrate')}</Button>
          </div>
        )}
      </div>
      {policies && <StaleNotice error={error} onRetry={refresh} />}
      {saved && (
        <SavedNotice
          key={saved.times}
          title={t(saved.what === 'new' ? 'policies.savedTitle' : 'policies.migratedTitle')}
          next={t(saved.what === 'new' ? 'policies.savedNext' : 'policies.migratedNext')}
          recounts={saved.what === 'migrate'}
        />
      )}
      <RecalculationProgress
        key={JSON.stringify(inForce?.migrations.length ?? 0)}
        begun={data?.recalculation}
      />
      {policies ? (
        policies.toReversed().map((policy) => <PolicyPanel key={policy.version} policy={policy} />)
      ) : (
        <SkeletonBlock label={t('page.loading')} count={4} />
      )}
      {open === 'new' && latest && (
        <PolicyDialog base={latest} today={today} onClose={close} onDone={() => changed('new')} />
      )}
      {open === 'migrate' && inForce && (
        <MigrateDialog policy={inForce} onClose={close} onDone={() => changed('migrate')} />
      )}
    </>
  );
}

function PolicyPanel({ policy }: { policy: Policy }) {
  const t = useText();
  const say = useRuleWords();
  const dates = useDates();
  const { words } = useLanguage();
  const { effectiveFrom, decree, state, limits, migrations } = policy;
  const clocks: Readonly<Record<string, string>> = words.clocks;
  return (
    <Panel
      title={t('policies.from', { day: dates.day(effectiveFrom) })}
      tools={<Tag>{t(`policies.state.${state}`)}</Tag>}
      flush
    >
      <div className="panel__body">
        <p>{decree}</p>
        {migrations.map(({ at, kinds }) => (
          <p key={at} className="caption">
            {t('policies.migratedAt', {
              moment: dates.moment(at),
              kinds: kinds.map((kind) => clocks[kind] ?? kind).join(', '),
            })}
          </p>
        ))}
      </div>
      <details open={state !== 'PAST'}>
        <summary className="panel__body">{t('policies.limits')}</summary>
        <Table
          caption={t('policies.limits')}
          captionHidden
          stacked
          tight
          rows={limits}
          rowKey={({ rule, reportClass, organisationKind }) => `${rule} ${reportClass} ${organisationKind}`}
          columns={[
            {
              id: 'rule',
              header: t('policies.rule'),
              rowHeader: true,
              cell: ({ rule, reportClass }) => (
                <>
                  {say.rule(rule)}
                  {reportClass && <span className="caption block">{say.reportClass(reportClass)}</span>}
                </>
              ),
            },
            // Most policies are the same for everybody.
            ...(limits.some(({ organisationKind }) => organisationKind !== null)
              ? [
                  {
                    id: 'kind',
                    header: t('policies.kind'),
                    className: 'fit',
                    cell: ({ organisationKind }: Limit) => say.kind(organisationKind),
                  },
                ]
              : []),
            { id: 'length', header: t('policies.limit'), className: 'fit', cell: say.length },
          ]}
        />
      </details>
    </Panel>
  );
}
