import { Button, EmptyState, editIcon, fileIcon, Panel, plusIcon, Skeleton, Tag, useToast } from '@lapor/ui';
import type { AnswerKind } from '@lapor/wording';
import { useState } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { DecisionDialog } from '../decisions/decision-dialog.tsx';
import { useDecision } from '../decisions/use-decision.ts';
import { ChoiceFilter } from '../filters/choice-filter.tsx';
import { FilterRow } from '../filters/filter-row.tsx';
import { SearchFilter } from '../filters/search-filter.tsx';
import { useFilters } from '../filters/use-filters.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import { useSteadyQuery } from '../loading/use-steady-query.ts';
import { CategoryName } from '../picking/category-name.tsx';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { isFoundBy } from './placeholders.ts';
import { TemplateFormDialog, type Template } from './template-form-dialog.tsx';
import { WhoWrites } from './who-writes.tsx';
import { AnswerTemplatesDocument, RetireAnswerTemplateDocument } from './templates.graphql.ts';

const FILTERS = ['cari', 'jenis'] as const;
const CONTEXT = { additionalTypenames: ['AnswerTemplate'] };

type Doing = { what: 'NEW' } | { what: 'EDIT' | 'RETIRE'; template: Template };

/**
 * Words for answers that stand ready for the own organisation: its own, which its admins write, those of the levels above and those for
 * every agency. `national`: only the last, which the national desk writes.
 */
export function TemplatesPage({ consoleLabel, national }: { consoleLabel: string; national?: boolean }) {
  const t = useText();
  const { words } = useLanguage();
  const { workplace } = useSession();
  const { id: organisationId, name } = workplace.organisation;
  usePageTitle(t('templates.title'), consoleLabel);
  const filters = useFilters(FILTERS);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [{ data, error, fetching, stale }, ask] = useSteadyQuery({
    query: AnswerTemplatesDocument,
    variables: { organisationId, kind: null, categoryId: null },
    context: CONTEXT,
    requestPolicy: 'cache-and-network',
  });
  const manages = workplace.roles.includes(national ? 'NATIONAL_ADMIN' : 'AGENCY_ADMIN');
  const all = national ? data?.answerTemplates.filter((one) => one.isNational) : data?.answerTemplates;
  const shown = all?.filter(
    (template) =>
      (filters.values.jenis === '' || template.kind === filters.values.jenis) &&
      isFoundBy(template, filters.values.cari),
  );
  const reload = () => ask({ requestPolicy: 'network-only' });

  return (
    <>
      <div className="row row--between">
        <div>
          <h1>{t('templates.title')}</h1>
          <p className="caption">
            {national ? t('templates.aboutNational') : t('templates.about', { name })}
          </p>
        </div>
        {manages && (
          <Button variant="primary" icon={plusIcon} onClick={() => setDoing({ what: 'NEW' })}>
            {t('templates.new')}
          </Button>
        )}
      </div>
      <FilterRow label={t('templates.filters')} count={filters.count} onClear={filters.clear}>
        <SearchFilter
          label={t('templates.search')}
          placeholder={t('templates.search')}
          value={filters.values.cari}
          onChange={(cari) => filters.set({ cari })}
        />
        <ChoiceFilter
          label={t('answer.kinds')}
          all={t('templates.everyKind')}
          value={filters.values.jenis}
          options={(Object.entries(words.answerKinds) as [AnswerKind, string][]).map(([value, label]) => ({
            value,
            label,
          }))}
          onChange={(jenis) => filters.set({ jenis })}
        />
      </FilterRow>
      {!all && error && (
        <LoadFailure error={error} title={t('templates.failed')} retrying={stale} onRetry={reload} />
      )}
      {!all && fetching && <Skeleton label={t('page.loading')} lines={6} />}
      {all && <StaleNotice error={error} onRetry={reload} />}
      {all?.length === 0 && (
        <EmptyState icon={fileIcon} title={t('templates.none')}>
          {manages ? t('templates.noneHint') : <WhoWrites />}
        </EmptyState>
      )}
      {all && all.length > 0 && shown?.length === 0 && <p className="muted">{t('templates.noMatch')}</p>}
      {shown && shown.length > 0 && (
        <ul className="stack stack-3 templates">
          {shown.map((template) => (
            <li key={template.id}>
              <TemplateCard
                template={template}
                isOwn={
                  manages &&
                  (national
                    ? template.isNational
                    : !template.isNational && template.organisation.id === organisationId)
                }
                onDoing={(what) => setDoing({ what, template })}
              />
            </li>
          ))}
        </ul>
      )}
      {doing?.what === 'NEW' && (
        <TemplateFormDialog
          organisationId={organisationId}
          national={national}
          template={null}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === 'EDIT' && (
        <TemplateFormDialog
          organisationId={doing.template.organisation.id}
          national={national}
          template={doing.template}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === 'RETIRE' && (
        <RetireTemplate
          organisationId={doing.template.organisation.id}
          template={doing.template}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}

function TemplateCard({
  template,
  isOwn,
  onDoing,
}: {
  template: Template;
  isOwn: boolean;
  onDoing: (what: 'EDIT' | 'RETIRE') => void;
}) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  return (
    <Panel title={template.title} tools={<Tag>{words.answerKinds[template.kind]}</Tag>}>
      <div className="stack stack-2">
        <p className="caption">
          {template.isNational
            ? t('templates.ofNation')
            : t('templates.of', { name: template.organisation.name })}{' '}
          · {template.categoryId ? <CategoryName id={template.categoryId} /> : t('templates.everyCategory')} ·{' '}
          {t('templates.savedOn', { day: dates.dayOf(template.savedAt, 'short') })}
        </p>
        <p className="textbox narrative" lang="id">
          {template.text}
        </p>
        {isOwn && (
          <p className="row row--tight">
            <Button size="small" icon={editIcon} onClick={() => onDoing('EDIT')}>
              {t('templates.change')}
              <span className="sr"> {template.title}</span>
            </Button>
            <Button size="small" variant="quiet" onClick={() => onDoing('RETIRE')}>
              {t('templates.retire')}
              <span className="sr"> {template.title}</span>
            </Button>
          </p>
        )}
      </div>
    </Panel>
  );
}

function RetireTemplate({
  organisationId,
  template,
  onClose,
}: {
  organisationId: string;
  template: Template;
  onClose: () => void;
}) {
  const t = useText();
  const toast = useToast();
  const decision = useDecision(RetireAnswerTemplateDocument);
  async function retire() {
    const done = await decision.decide({ organisationId, templateId: template.id });
    if (!done) return;
    toast({ text: t('templates.retired') });
    onClose();
  }
  return (
    <DecisionDialog
      open
      title={t('templates.retireTitle', { title: template.title })}
      lead={<p>{t('templates.retireLead')}</p>}
      submitLabel={t('templates.retire')}
      tone="danger"
      busy={decision.busy}
      faults={decision.faults}
      gone="templates.gone"
      onSubmit={() => void retire()}
      onClose={onClose}
    />
  );
}
